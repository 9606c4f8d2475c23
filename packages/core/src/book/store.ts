import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookPointer, POINTER } from './book.ts';
import { type ReleaseIndexer, type ReleaseManifest, writeRelease } from './release-file.ts';
import type { ReleaseDraft } from './rows.ts';
import { FORMAT_VERSION } from './schema.ts';

/**
 * Adds releases to a book folder. Each release file is complete before the pointer names it, and the pointer is
 * replaced last, by rename: killed at any moment, the folder still opens as the previous book.
 * A release of the same source and version replaces the older file.
 */
export class BookBuild {
  readonly #folder: string;
  readonly #indexers: readonly ReleaseIndexer[];
  readonly #added: { file: string; manifest: ReleaseManifest }[] = [];

  /** @throws the file system's error when the folder cannot be made or written. */
  constructor(folder: string, indexers: readonly ReleaseIndexer[]) {
    this.#folder = folder;
    this.#indexers = indexers;
    mkdirSync(folder, { recursive: true });
  }

  add(draft: ReleaseDraft): ReleaseManifest {
    const file = `${draft.source}-${draft.version}-${fingerprint(draft, this.#indexers)}.release`;
    const manifest = writeRelease(join(this.#folder, file), draft, this.#indexers);
    this.#added.push({ file, manifest });
    return manifest;
  }

  /** Makes the added releases part of the book, then removes release files nothing names any more. */
  commit(): void {
    const added = this.#added.map(({ file, manifest: { source, version } }) => ({ source, version, file }));
    const kept = readPointer(this.#folder).filter(
      (old) => !added.some(({ source, version }) => source === old.source && version === old.version),
    );
    const pointer: BookPointer = { format: 1, releases: [...kept, ...added] };
    const path = join(this.#folder, POINTER);
    writeFileSync(`${path}.new`, `${JSON.stringify(pointer, null, 2)}\n`, { flush: true });
    renameSync(`${path}.new`, path);
    sweep(this.#folder, pointer.releases);
  }

  /** Forgets what was added and not committed. */
  abandon(): void {
    sweep(this.#folder, readPointer(this.#folder));
  }
}

function readPointer(folder: string): BookPointer['releases'] {
  const path = join(folder, POINTER);
  if (!existsSync(path)) return [];
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as BookPointer).releases;
  } catch {
    return [];
  }
}

function sweep(folder: string, named: BookPointer['releases']): void {
  const keep = new Set(named.map(({ file }) => file));
  for (const name of readdirSync(folder)) {
    if (!name.includes('.release') || keep.has(name)) continue;
    // On Windows a reader may still hold the old file open; the next commit removes it.
    try {
      rmSync(join(folder, name), { force: true });
    } catch {}
  }
}

/** Same input files, format and indexers give the same name. */
function fingerprint(draft: ReleaseDraft, indexers: readonly ReleaseIndexer[]): string {
  const hash = createHash('sha256');
  hash.update(`${FORMAT_VERSION}`);
  for (const indexer of indexers) hash.update(`|${indexer.name}:${indexer.version}`);
  for (const file of draft.files) hash.update(`|${file.kind}:${file.sha256}`);
  return hash.digest('hex').slice(0, 10);
}
