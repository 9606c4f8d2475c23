import { emptyDraft, type ReleaseDraft } from '../../book/rows.ts';
import { chooseOne, readRecognised } from '../choose.ts';
import type { FoundFile } from '../files/found-file.ts';
import { fault } from '../problem.ts';
import type { Publication, ReadFile, RecognisedFile, Recognition, Report } from '../publication.ts';
import { hcpcsCodeRows } from './code-rows.ts';
import { hcpcsEffective, hcpcsVersionByContent, hcpcsVersionInName } from './edition.ts';
import type { HcpcsRecord } from './record.ts';
import { isHcpcsLine, parseHcpcsText } from './text-file.ts';
import { parseHcpcsWorkbook } from './workbook.ts';

/** HCPCS Level II of CMS: codes and modifiers. The dental association's D codes are left out. */
export const hcpcs: Publication = { id: 'hcpcs', recognise: recogniseHcpcs, assemble: assembleHcpcs };

function recogniseHcpcs({ name, form, head }: FoundFile): Recognition | null {
  const version = hcpcsVersionInName(name);
  if (form === 'xlsx')
    return /^HCPC\t.*\bRECID\tLONG DESCRIPTION\t/m.test(head) ? { kind: 'hcpcs/workbook', version } : null;
  if (form !== 'text') return null;
  return head.split(/\r?\n/, 80).some(isHcpcsLine) ? { kind: 'hcpcs/text', version } : null;
}

async function* assembleHcpcs(
  files: readonly RecognisedFile[],
  report: Report,
): AsyncGenerator<ReleaseDraft> {
  const versioned: (RecognisedFile & { version: string })[] = [];
  for (const file of files) {
    const version = file.version ?? (await report.attempt(() => versionByContent(file)));
    if (version === null) report.outcome(file, null, 'not loaded: cannot be read');
    else versioned.push({ ...file, version });
  }
  for (const version of [...new Set(versioned.map((file) => file.version))].sort()) {
    if (!report.wants(version)) continue;
    const candidates = versioned.filter((file) => file.version === version);
    const draft = await report.attempt(() => assembleVersion(version, candidates, report));
    if (draft !== null) yield draft;
  }
}

async function versionByContent(file: RecognisedFile): Promise<string> {
  const read = await readRecognised(file);
  const version = hcpcsVersionByContent(await parse(read, file.file.form));
  if (version === null)
    throw fault(read.source.name, '', 'no code has a date, so its quarter cannot be told');
  return version;
}

async function assembleVersion(
  version: string,
  candidates: readonly RecognisedFile[],
  report: Report,
): Promise<ReleaseDraft | null> {
  const chosen = await chooseOne(candidates, version, report);
  if (chosen === null) return null;
  const records = await parse(chosen, chosen.recognised.file.form);
  const held = hcpcsVersionByContent(records);
  if (held !== null && held > version)
    throw fault(chosen.source.name, '', `named ${version} but holds codes of ${held}`);
  const own = records.filter(({ code, kind }) => kind === 'modifier' || !code.startsWith('D'));
  const dental = records.length - own.length;
  report.outcome(
    chosen.recognised,
    version,
    dental === 0 ? 'loaded' : `loaded, ${dental} dental (D) codes left out: their text is licensed`,
  );
  const effective = hcpcsEffective(version);
  report.progress(`hcpcs ${version}: ${own.length} rows`);
  return {
    ...emptyDraft({
      source: 'hcpcs',
      system: 'hcpcs',
      version,
      edition: 'official',
      effective,
      files: [chosen.source],
    }),
    codes: hcpcsCodeRows(own, effective[0], 0),
  };
}

async function parse({ bytes, source }: ReadFile, form: string): Promise<HcpcsRecord[]> {
  const records =
    form === 'xlsx' ? await parseHcpcsWorkbook(source.name, bytes) : parseHcpcsText(source.name, bytes);
  const last = records.findLast(({ kind }) => kind === 'code')?.code ?? '';
  if (!last.startsWith('V'))
    throw fault(
      source.name,
      records.at(-1)?.locator ?? '',
      `ends at ${last || 'nothing'}; a whole Level II file runs to the V codes, the file is cut`,
    );
  return records;
}
