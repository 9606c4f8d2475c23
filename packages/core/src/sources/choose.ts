import { createHash } from 'node:crypto';
import type { SourceFile } from '../book/rows.ts';
import { fault } from './problem.ts';
import type { ReadFile, RecognisedFile, Report } from './publication.ts';

/** Reads a recognised file and fingerprints it. Throws a SourceFault when it is cut or damaged. */
export async function readRecognised({ file, kind }: RecognisedFile): Promise<ReadFile> {
  const bytes = await file.read();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source: SourceFile = { name: file.name, kind, sha256, bytes: bytes.length };
  return { bytes, source };
}

/**
 * The one file to load where a release offers several of a kind (the CDC's and CMS's copies, a list as text and
 * as workbook, a whole list and its changes): text before workbook, then the longest, then the first by name.
 * The others are reported. Null when there is none or it cannot be read. With `differing: 'problem'` two that
 * are not the same bytes are a fault: nothing says which is right.
 */
export async function chooseOne(
  candidates: readonly RecognisedFile[],
  version: string,
  report: Report,
  differing: 'longest' | 'problem' = 'longest',
): Promise<(ReadFile & { readonly recognised: RecognisedFile }) | null> {
  const read: (ReadFile & { readonly recognised: RecognisedFile })[] = [];
  for (const recognised of candidates) {
    const one = await report.attempt(() => readRecognised(recognised));
    if (one === null) report.outcome(recognised, version, 'not loaded: cannot be read');
    else read.push({ ...one, recognised });
  }
  const rank = (form: string): number => (form === 'text' ? 0 : form === 'xlsx' ? 1 : 2);
  const [chosen, ...others] = read.sort(
    (a, b) =>
      rank(a.recognised.file.form) - rank(b.recognised.file.form) ||
      b.bytes.length - a.bytes.length ||
      (a.source.name < b.source.name ? -1 : 1),
  );
  if (chosen === undefined) return null;
  for (const other of others) {
    const same = other.source.sha256 === chosen.source.sha256;
    if (!same && differing === 'problem')
      throw fault(
        other.source.name,
        '',
        `differs from ${chosen.source.name}, though both are the ${chosen.source.kind} file of ${version}; one of them is cut or outdated, keep the right one`,
      );
    report.outcome(
      other.recognised,
      version,
      same
        ? `duplicate of ${chosen.source.name}`
        : `not loaded: ${chosen.source.name} is the ${chosen.source.kind} of this release`,
    );
  }
  return chosen;
}
