import type { Book } from '../book/book.ts';
import type { SourceId } from '../book/rows.ts';
import type { HistoryEntry } from './types.ts';

/** What changed for one code from each loaded release of its source to the next, oldest first. */
export function historyOf(book: Book, source: SourceId, code: string): HistoryEntry[] {
  const releases = book.of(source).reverse();
  const entries: HistoryEntry[] = [];
  releases.forEach((release, i) => {
    const before = releases[i - 1];
    if (before === undefined) return;
    const versions = { from: before.manifest.version, to: release.manifest.version };
    const was = before.codes.find(code);
    const is = release.codes.find(code);
    if (was < 0 && is >= 0) entries.push({ ...versions, change: 'added', after: release.codes.title(is) });
    if (was >= 0 && is < 0) entries.push({ ...versions, change: 'deleted', before: before.codes.title(was) });
    if (was < 0 || is < 0) return;
    const titles = { before: before.codes.title(was), after: release.codes.title(is) };
    if (titles.before !== titles.after) entries.push({ ...versions, change: 'title-revised', ...titles });
    const billable = release.codes.billable(is);
    if (before.codes.billable(was) !== billable)
      entries.push({ ...versions, change: billable ? 'became-billable' : 'became-header' });
  });
  return entries;
}
