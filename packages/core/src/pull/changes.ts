import type { Book } from '../book/book.ts';
import type { Release } from '../book/release.ts';
import type { SourceId } from '../book/rows.ts';

/** What a pull made of one release. */
export interface ReleaseChange {
  readonly source: SourceId;
  readonly version: string;
  /** `unchanged`: the same publisher's files were loaded before. */
  readonly status: 'new' | 'replaced' | 'unchanged';
  readonly rows: number;
  readonly billable: number;
  readonly effective: readonly [string, string];
  /** Against the same version as it was before, or else the version before it; null when there is none. */
  readonly against: { readonly version: string; readonly added: number; readonly deleted: number } | null;
}

/** Compares what is loaded now with what was loaded before the pull. */
export function changesOf(
  loaded: readonly { readonly source: SourceId; readonly version: string }[],
  before: Book | null,
  now: Book,
): ReleaseChange[] {
  return loaded.flatMap(({ source, version }) => {
    const release = now.version(source, version);
    if (release === null) return [];
    const same = before?.version(source, version) ?? null;
    const { rows, billable, effective } = release.manifest;
    const earlier = same ?? versionBefore(now, release);
    const status = same === null ? 'new' : sameFiles(same, release) ? 'unchanged' : 'replaced';
    return [{ source, version, status, rows, billable, effective, against: compare(earlier, release) }];
  });
}

function versionBefore(book: Book, release: Release): Release | null {
  const { source, effective } = release.manifest;
  return book.of(source).find((other) => other.manifest.effective[0] < effective[0]) ?? null;
}

function sameFiles(a: Release, b: Release): boolean {
  const sums = (release: Release): string =>
    release.manifest.files
      .map(({ sha256 }) => sha256)
      .sort()
      .join();
  return sums(a) === sums(b);
}

/** Codes that one has and the other has not; titles are compared by `casebook diff`. */
function compare(earlier: Release | null, later: Release): ReleaseChange['against'] {
  if (earlier === null || later.manifest.system === null) return null;
  return {
    version: earlier.manifest.version,
    added: missingFrom(earlier, later),
    deleted: missingFrom(later, earlier),
  };
}

function missingFrom(release: Release, other: Release): number {
  let missing = 0;
  for (let id = 0; id < other.codes.size; id++) if (release.codes.find(other.codes.code(id)) < 0) missing++;
  return missing;
}
