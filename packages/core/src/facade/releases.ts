import type { Book } from '../book/book.ts';
import type { WordsOf } from '../book/release.ts';
import type { IsoDate, SourceId } from '../book/rows.ts';

/** One loaded release, as `casebook releases` lists it. */
export interface ReleaseSummary {
  readonly source: SourceId;
  readonly version: string;
  readonly edition: 'official' | 'starter';
  /** First and last day, both inclusive. */
  readonly effective: readonly [IsoDate, IsoDate];
  /** Codes without modifiers; sections for the guidelines. */
  readonly rows: number;
  readonly billable: number;
  readonly modifiers: number;
  /** Versions of the Tabular and the Index read for a release of codes alone; null where it has its own, or none is loaded. */
  readonly wordsOf: WordsOf;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** By source, newest first. */
export function releasesOf(book: Book): ReleaseSummary[] {
  return book.releases
    .map(
      ({ manifest: { source, version, edition, effective, rows, billable, modifiers, files }, wordsOf }) => ({
        source,
        version,
        edition,
        effective,
        rows,
        billable,
        modifiers,
        wordsOf,
        files: files.map(({ name, sha256 }) => ({ name, sha256 })),
      }),
    )
    .sort((a, b) => a.source.localeCompare(b.source) || b.effective[0].localeCompare(a.effective[0]));
}
