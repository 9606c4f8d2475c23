import { emptyDraft, type GuidelineRow, type ReleaseDraft } from '../../book/rows.ts';
import { chooseOne } from '../choose.ts';
import { effectiveOf } from '../edition.ts';
import type { FoundFile } from '../files/found-file.ts';
import { readPdfPages } from '../files/pdf.ts';
import { decodeText } from '../files/text.ts';
import type { Publication, ReadFile, RecognisedFile, Recognition, Report } from '../publication.ts';
import { printedLines, printedLinesOfText } from './lines.ts';
import { guidelineSections } from './sections.ts';

/** The ICD-10-CM Official Guidelines for Coding and Reporting, as the publisher's PDF or as text made from it. */
export const guidelines: Publication = {
  id: 'guidelines',
  recognise: recogniseGuidelines,
  assemble: assembleGuidelines,
};

const TITLE = /^\s*ICD-10-CM Official Guidelines for Coding and Reporting\s+FY\s*(20\d\d)\b([^(]*)/;

function recogniseGuidelines({ form, head }: FoundFile): Recognition | null {
  if (form !== 'pdf' && form !== 'text') return null;
  const [, year, issue = ''] = TITLE.exec(head.slice(0, 2_000)) ?? [];
  if (year === undefined) return null;
  const version = /\bApril\b/.test(issue) ? `${year}-04` : year;
  return { kind: form === 'pdf' ? 'guidelines/pdf' : 'guidelines/text', version };
}

async function* assembleGuidelines(
  files: readonly RecognisedFile[],
  report: Report,
): AsyncGenerator<ReleaseDraft> {
  const versions = files.flatMap(({ version }) => (version === null ? [] : [version]));
  for (const version of [...new Set(versions)].sort()) {
    if (!report.wants(version)) continue;
    const own = files.filter((file) => file.version === version);
    const pdfs = own.filter(({ kind }) => kind === 'guidelines/pdf');
    const texts = own.filter(({ kind }) => kind === 'guidelines/text');
    // The PDF is the publisher's own; a text is somebody's extract and stands in when there is no PDF.
    const chosen = await chooseOne(pdfs.length > 0 ? pdfs : texts, version, report);
    if (pdfs.length > 0)
      for (const text of texts) report.outcome(text, version, 'not needed: the PDF of this release is here');
    if (chosen === null) continue;
    const rows = await report.attempt(() => sectionsOf(chosen, chosen.recognised.file.form));
    report.outcome(chosen.recognised, version, rows === null ? 'not loaded: cannot be read' : 'loaded');
    if (rows === null) continue;
    report.progress(`guidelines ${version}: ${rows.length} sections`);
    yield {
      ...emptyDraft({
        source: 'guidelines',
        system: null,
        version,
        edition: 'official',
        effective: effectiveOf(version),
        files: [chosen.source],
      }),
      guidelines: rows,
    };
  }
}

async function sectionsOf({ bytes, source }: ReadFile, form: string): Promise<GuidelineRow[]> {
  const lines =
    form === 'pdf'
      ? printedLines(await readPdfPages(source.name, bytes))
      : printedLinesOfText(decodeText(bytes));
  return guidelineSections(source.name, lines, 0);
}
