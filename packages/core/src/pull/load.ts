import { existsSync } from 'node:fs';
import { type Book, openBookFolder } from '../book/book.ts';
import type { ReleaseIndexer } from '../book/release-file.ts';
import type { SourceId } from '../book/rows.ts';
import { BookBuild } from '../book/store.ts';
import { fail, type Outcome, reasonOf } from '../errors.ts';
import { bookFolder } from '../home/paths.ts';
import { type FileOutcome, readSources } from '../sources/index.ts';
import { changesOf, type ReleaseChange } from './changes.ts';
import { lockFolder } from './lock.ts';

export interface LoadInput {
  readonly home: string;
  /** Folders, plain files, `.gz` or `.zip`. */
  readonly paths: readonly string[];
  readonly indexers: readonly ReleaseIndexer[];
  /** What is being done now, for a progress line. */
  readonly onProgress?: (text: string) => void;
}

export interface LoadReport {
  readonly releases: readonly ReleaseChange[];
  /** What became of every file that was recognised. */
  readonly recognised: readonly FileOutcome[];
  readonly unrecognised: readonly { readonly file: string; readonly why: string }[];
}

/**
 * Reads publishers' files into the home's book. All or nothing: with any file at fault the book stays as it was,
 * and whenever the process dies the folder opens as the book before or the book after.
 */
export async function loadReleases(input: LoadInput): Promise<Outcome<{ readonly report: LoadReport }>> {
  for (const path of input.paths) if (!existsSync(path)) return fail('file-missing', { path });
  const folder = bookFolder(input.home);
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  const opened = openBookFolder(folder);
  const before = opened.ok ? opened.book : null;
  let build: BookBuild | null = null;
  try {
    build = new BookBuild(folder, input.indexers);
    return await load(input, folder, build, before);
  } catch (error) {
    abandon(build);
    return fail('write-failed', { path: folder, reason: reasonOf(error) });
  } finally {
    before?.close();
    lock.release();
  }
}

async function load(
  input: LoadInput,
  folder: string,
  build: BookBuild,
  before: Book | null,
): Promise<Outcome<{ readonly report: LoadReport }>> {
  const reading = await readSources(input.paths, {
    ...(input.onProgress === undefined ? {} : { onProgress: input.onProgress }),
  });
  const loaded: { source: SourceId; version: string }[] = [];
  // A file already known to be at fault ends the pull before anything is built; the rest show while reading.
  if (reading.problems.length === 0)
    for await (const draft of reading.drafts) {
      if (reading.problems.length > 0) break;
      const { source, version } = build.add(draft);
      loaded.push({ source, version });
    }
  const [first] = reading.problems;
  if (reading.recognised.length === 0 && reading.problems.length <= 1) {
    build.abandon();
    return fail('nothing-recognised', { paths: input.paths.join(', ') });
  }
  if (first !== undefined) {
    build.abandon();
    const place = first.place === '' ? '' : `, ${first.place}`;
    const more = reading.problems.length - 1;
    const what = more === 0 ? first.message : `${first.message} (and ${more} more)`;
    return fail('source-wrong', { file: first.file, place, what });
  }
  const report = { recognised: reading.outcomes, unrecognised: reading.unrecognised };
  if (loaded.length === 0) {
    build.abandon();
    return { ok: true, report: { releases: [], ...report } };
  }
  build.commit();
  const after = openBookFolder(folder);
  if (!after.ok) return fail('book-damaged', { detail: after.detail });
  try {
    return { ok: true, report: { releases: changesOf(loaded, before, after.book), ...report } };
  } finally {
    after.book.close();
  }
}

function abandon(build: BookBuild | null): void {
  try {
    build?.abandon();
  } catch {
    // The disk that failed may fail again; the next commit sweeps what is left.
  }
}
