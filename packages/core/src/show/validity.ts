import type { Book } from '../book/book.ts';
import type { CodeDetail } from '../book/release.ts';
import type { IsoDate, SourceId } from '../book/rows.ts';
import type { Validity } from './types.ts';

/**
 * The days a code may be reported on, as far as the loaded releases show: the publisher's own dates where its file has
 * them, else the effective ranges of the releases that have the code.
 */
export function validityOf(book: Book, source: SourceId, code: string, detail: CodeDetail): Validity {
  const releases = book.of(source).map((release) => {
    const id = release.codes.find(code);
    const { version, effective } = release.manifest;
    return { version, effective, present: id >= 0, billable: id >= 0 && release.codes.billable(id) };
  });
  const having = releases.filter(({ present }) => present);
  const ends = having.map(({ effective }) => effective[1]).sort();
  const starts = having.map(({ effective }) => effective[0]).sort();
  const gone = releases[0]?.present !== true;
  const last: IsoDate | null = gone ? (ends.at(-1) ?? null) : null;
  return { from: detail.validFrom ?? starts[0] ?? '', to: detail.validTo ?? last, releases };
}
