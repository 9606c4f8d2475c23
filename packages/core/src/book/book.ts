import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lendWords } from './lent-words.ts';
import { openRelease, type Release } from './release.ts';
import type { IsoDate, SourceId } from './rows.ts';

/** `book.json`: which release files make the book. Replaced by rename, so the book changes all at once. */
export interface BookPointer {
  readonly format: 1;
  readonly releases: readonly {
    readonly source: SourceId;
    readonly version: string;
    readonly file: string;
  }[];
}

export const POINTER = 'book.json';

/** How a release answers for a date. Anything but `on-date` must be told to the user. */
export type AsOf = 'on-date' | 'no-date' | 'after-release';

export type ReleaseChoice =
  | { readonly found: true; readonly release: Release; readonly asOf: AsOf }
  | {
      readonly found: false;
      readonly reason: 'not-loaded' | 'before-oldest';
      readonly source: SourceId;
      readonly oldest?: IsoDate;
    };

export type OpenBookResult =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly reason: 'no-book' | 'damaged'; readonly detail: string };

/** Opens the releases a folder's pointer names. A missing pointer is `no-book`, not an error. */
export function openBookFolder(folder: string): OpenBookResult {
  const pointerPath = join(folder, POINTER);
  if (!existsSync(pointerPath)) return { ok: false, reason: 'no-book', detail: pointerPath };
  const releases: Release[] = [];
  try {
    const pointer = JSON.parse(readFileSync(pointerPath, 'utf8')) as BookPointer;
    for (const { file } of pointer.releases) {
      const opened = openRelease(join(folder, file));
      if (!opened.ok) {
        for (const release of releases) release.close();
        return { ok: false, reason: 'damaged', detail: `${opened.path}: ${opened.reason}` };
      }
      releases.push(opened.release);
    }
  } catch {
    for (const release of releases) release.close();
    return { ok: false, reason: 'damaged', detail: `${pointerPath}: not a book pointer` };
  }
  return { ok: true, book: new Book(releases) };
}

/** Releases side by side; every read names a date or takes the newest. */
export class Book {
  /** Newest first within a source. */
  readonly releases: readonly Release[];

  constructor(releases: readonly Release[]) {
    this.releases = [...releases].sort((a, b) =>
      b.manifest.effective[0].localeCompare(a.manifest.effective[0]),
    );
    lendWords(this.releases);
  }

  of(source: SourceId): Release[] {
    return this.releases.filter((release) => release.manifest.source === source);
  }

  version(source: SourceId, version: string): Release | null {
    return this.of(source).find((release) => release.manifest.version === version) ?? null;
  }

  /**
   * The release in force on a date: the latest one that had begun. After its own last day it still answers,
   * marked `after-release`; before the oldest one nothing does.
   */
  asOf(source: SourceId, date?: IsoDate): ReleaseChoice {
    const all = this.of(source);
    const newest = all[0];
    if (newest === undefined) return { found: false, reason: 'not-loaded', source };
    if (date === undefined) return { found: true, release: newest, asOf: 'no-date' };
    const release = all.find((candidate) => candidate.manifest.effective[0] <= date);
    if (release === undefined) {
      return {
        found: false,
        reason: 'before-oldest',
        source,
        oldest: all.at(-1)?.manifest.effective[0] ?? '',
      };
    }
    return {
      found: true,
      release,
      asOf: date <= release.manifest.effective[1] ? 'on-date' : 'after-release',
    };
  }

  close(): void {
    for (const release of this.releases) release.close();
  }
}
