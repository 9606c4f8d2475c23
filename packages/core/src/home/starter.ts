import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { POINTER } from '../book/book.ts';
import type { ReleaseIndexer } from '../book/release-file.ts';
import type { ReleaseDraft } from '../book/rows.ts';
import { FORMAT_VERSION } from '../book/schema.ts';
import { BookBuild } from '../book/store.ts';
import { fail, type Outcome, reasonOf } from '../errors.ts';
import { starterFolder } from './paths.ts';
import { isAlive } from './process.ts';

/** What decides the bytes of the compiled starter book. */
export interface StarterInput {
  readonly home: string;
  readonly knowledge: string;
  readonly indexers: readonly ReleaseIndexer[];
  /** Changes with the code that reads the tables. */
  readonly build: string;
  readonly read: (knowledge: string) => readonly ReleaseDraft[];
}

/**
 * The folder of the compiled starter book, compiling it when these tables, this format and these indexers have
 * not been compiled into this home before. Built beside and renamed: two processes may do it at once.
 */
export function compiledStarter(input: StarterInput): Outcome<{ readonly folder: string }> {
  let folder: string;
  try {
    folder = starterFolder(input.home, fingerprint(input));
  } catch {
    return fail('knowledge-missing', { path: input.knowledge });
  }
  if (existsSync(join(folder, POINTER))) return { ok: true, folder };
  let drafts: readonly ReleaseDraft[];
  try {
    drafts = input.read(input.knowledge);
  } catch (error) {
    return fail('knowledge-wrong', { line: error instanceof Error ? error.message : reasonOf(error) });
  }
  const building = `${folder}.building-${process.pid}`;
  try {
    mkdirSync(input.home, { recursive: true });
    rmSync(building, { recursive: true, force: true });
    const build = new BookBuild(building, input.indexers);
    for (const draft of drafts) build.add(draft);
    build.commit();
    replace(building, folder);
    sweep(input.home, folder);
    return { ok: true, folder };
  } catch (error) {
    removeQuietly(building);
    return fail('home-not-writable', { path: input.home, reason: reasonOf(error) });
  }
}

function fingerprint({ knowledge, indexers, build }: StarterInput): string {
  const hash = createHash('sha256').update(`${FORMAT_VERSION}|${build}`);
  for (const indexer of indexers) hash.update(`|${indexer.name}:${indexer.version}`);
  for (const part of ['starter', 'explainers', 'lexicon']) {
    const root = join(knowledge, part);
    // Explainers are optional; without the starter's own tables there is nothing to compile.
    if (part === 'explainers' && !existsSync(root)) continue;
    const names = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const name of names.sort()) hash.update(`|${name.slice(root.length)}|`).update(readFileSync(name));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Somebody else may have finished the same folder first; theirs is as good as ours. */
function replace(building: string, folder: string): void {
  try {
    renameSync(building, folder);
  } catch {
    if (!existsSync(join(folder, POINTER))) {
      // A folder without a pointer is what is left of a home that was copied half.
      rmSync(folder, { recursive: true, force: true });
      renameSync(building, folder);
      return;
    }
    removeQuietly(building);
  }
}

/** Starters of other versions are of no use to this one; what cannot be removed is left. */
function sweep(home: string, keep: string): void {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    if (/^starter-[0-9a-f]{16}$/.test(name) && path !== keep) removeQuietly(path);
    const builder = /^starter-[0-9a-f]{16}\.building-(\d+)$/.exec(name)?.[1];
    if (builder !== undefined && !isAlive(Number(builder))) removeQuietly(path);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}
