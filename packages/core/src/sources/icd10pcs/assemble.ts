import {
  type CodeRow,
  emptyDraft,
  type PcsRow,
  type ReleaseDraft,
  type SourceFile,
} from '../../book/rows.ts';
import { chooseOne, readRecognised } from '../choose.ts';
import { effectiveOf, octoberOf } from '../edition.ts';
import { parseIndexXml } from '../index-xml.ts';
import type { ReadFile, RecognisedFile, Report } from '../publication.ts';
import { parsePcsConversionTable } from './conversion-table.ts';
import { parsePcsDefinitions } from './definitions.ts';
import { codesOfOrder, codesOfTables, type Issue, issueOf, sameIssue } from './issues.ts';
import { parsePcsOrderFile } from './order-file.ts';
import { codesOfRow, parsePcsTables } from './tables.ts';
import { titleOfPcsCode } from './title.ts';

const ORDER = 'icd10pcs/order';
const TABLES = 'icd10pcs/tables';

/** An order or tables file with the issue it turned out to be. */
interface IssuedFile extends RecognisedFile {
  readonly version: string;
  readonly issue: Issue;
}

/**
 * One draft an issue. The tables define the codes and the order file their titles; both bear only the year, so
 * which of a year's two issues a file is comes from the codes in it (`2026`, `2026-04`).
 */
export async function* assembleIcd10pcs(
  files: readonly RecognisedFile[],
  report: Report,
): AsyncGenerator<ReleaseDraft> {
  const issued = await issuedFiles(files, report);
  const versions = [...new Set(issued.map(({ version }) => version))].sort();
  for (const version of versions) {
    if (!report.wants(version)) continue;
    const draft = await report.attempt(() => assembleVersion(version, files, issued, report));
    if (draft !== null) yield draft;
  }
  for (const file of files) {
    const { kind, version } = file;
    const loaded = version !== null && versions.some((known) => octoberOf(known) === octoberOf(version));
    if (kind === ORDER || kind === TABLES) continue;
    if (!loaded)
      report.outcome(
        file,
        version,
        `not loaded: no tables or order file for ${version ?? 'its release'} is here`,
      );
    else if (kind === 'icd10pcs/codes')
      report.outcome(file, version, 'not needed: the order file says the same and more');
    else if (kind.endsWith('-addenda'))
      report.outcome(file, version, 'not needed: the order file is complete');
    else report.outcome(file, version, 'not loaded: another file of this kind is in its release');
  }
}

async function issuedFiles(files: readonly RecognisedFile[], report: Report): Promise<IssuedFile[]> {
  const found: (RecognisedFile & { version: string; issue: Issue })[] = [];
  for (const file of files.filter(({ kind }) => kind === ORDER || kind === TABLES)) {
    const { kind, version } = file;
    if (version === null) {
      report.outcome(file, null, 'not loaded: neither its name nor its content gives its fiscal year');
      continue;
    }
    if (!report.wants(version) && !report.wants(`${version}-04`)) continue;
    const issue = await report.attempt(async () => {
      const { bytes, source } = await readRecognised(file);
      return issueOf(
        kind === ORDER
          ? codesOfOrder(parsePcsOrderFile(source.name, bytes, 0))
          : codesOfTables(parsePcsTables(source.name, bytes)),
        version,
      );
    });
    if (issue === null) report.outcome(file, version, 'not loaded: cannot be read');
    else found.push({ ...file, version, issue });
  }
  return found.map((file) => ({ ...file, version: versionAmong(file, found) }));
}

/** The later of a year's issues has the April codes, or failing a known one the other has fewer codes. */
function versionAmong(file: IssuedFile, all: readonly IssuedFile[]): string {
  const october = octoberOf(file.version);
  const others = all.filter(
    (other) => octoberOf(other.version) === october && !sameIssue(other.issue, file.issue),
  );
  const later =
    file.issue.april ||
    (!others.some(({ issue }) => issue.april) && others.some(({ issue }) => issue.count < file.issue.count));
  return later ? `${october}-04` : october;
}

async function assembleVersion(
  version: string,
  files: readonly RecognisedFile[],
  issued: readonly IssuedFile[],
  report: Report,
): Promise<ReleaseDraft | null> {
  const october = octoberOf(version);
  const sources: SourceFile[] = [];
  const part = async <T>(
    candidates: readonly RecognisedFile[],
    parse: (file: ReadFile, at: number) => T,
  ): Promise<T | null> => {
    const chosen = await chooseOne(candidates, version, report);
    if (chosen === null) return null;
    const parsed = await report.attempt(async () => parse(chosen, sources.length));
    report.outcome(chosen.recognised, version, parsed === null ? 'not loaded: cannot be read' : 'loaded');
    if (parsed !== null) sources.push(chosen.source);
    return parsed;
  };
  const issuedAs = (kind: string, wanted: string): IssuedFile[] =>
    issued.filter((file) => file.kind === kind && file.version === wanted);
  const ofYear = (kind: string): RecognisedFile[] =>
    files.filter(
      (file) => file.kind === kind && file.version !== null && octoberOf(file.version) === october,
    );

  const order = await part(issuedAs(ORDER, version), ({ source, bytes }, at) =>
    parsePcsOrderFile(source.name, bytes, at),
  );
  const ownTables = issuedAs(TABLES, version);
  // An April issue whose tables are not here stands on October's; its codes are its order file's all the same.
  const tables = await part(
    ownTables.length > 0 ? ownTables : issuedAs(TABLES, october),
    ({ source, bytes }) => parsePcsTables(source.name, bytes),
  );
  const codes = order ?? (tables === null ? null : codesFromTables(tables, sources.length - 1));
  if (codes === null) return null;
  const index = await part(ofYear('icd10pcs/index'), ({ source, bytes }) =>
    parseIndexXml(source.name, bytes, 'pcs', 0),
  );
  const pcsKeys = await part(ofYear('icd10pcs/definitions'), ({ source, bytes }) =>
    parsePcsDefinitions(source.name, bytes),
  );
  const known = new Set(codes.map(({ code }) => code));
  const conversions = await part(ofYear('icd10pcs/conversion'), ({ source, bytes }) =>
    parsePcsConversionTable(source.name, bytes),
  );
  report.progress(`icd10pcs ${version}: ${codes.length} rows`);
  return {
    ...emptyDraft({
      source: 'icd10pcs',
      system: 'icd10pcs',
      version,
      edition: 'official',
      effective: effectiveOf(version),
      files: sources,
    }),
    codes,
    index: index ?? [],
    pcsRows: tables ?? [],
    pcsKeys: pcsKeys ?? [],
    // The table is cumulative and may be a later issue's: only this release's own codes are kept.
    conversions: (conversions ?? []).filter(({ code }) => known.has(code)),
  };
}

/** Without an order file: every product of the tables, with a title put together from its values. */
export function codesFromTables(rows: readonly PcsRow[], file: number): CodeRow[] {
  const codes: CodeRow[] = [];
  let table = '';
  let number = 0;
  for (const row of rows) {
    if (row.table !== table) {
      table = row.table;
      number = 0;
      const title = `${row.titles[1]}, ${row.titles[2]}`;
      codes.push({ code: table, title, billable: false, kind: 'code', file, locator: `table ${table}` });
    }
    number++;
    for (const code of codesOfRow(row)) {
      const locator = `table ${table} row ${number}`;
      codes.push({
        code,
        title: titleOfPcsCode(row, code),
        billable: true,
        parent: table,
        kind: 'code',
        file,
        locator,
      });
    }
  }
  return codes;
}
