import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Book, openBookFolder, POINTER } from '../book/book.ts';
import type { Release } from '../book/release.ts';
import { fail, type Outcome } from '../errors.ts';
import { bookFolder } from './paths.ts';
import { compiledStarter, type StarterInput } from './starter.ts';

/** `auto`: what was pulled into the home, or the starter book when nothing was; `official`: never the starter book. */
export type EditionChoice = 'auto' | 'starter' | 'official';

interface OpenedHome {
  readonly book: Book;
  readonly edition: 'official' | 'starter';
}

/**
 * Opens the book of a home folder. Our own procedure names are compiled from the knowledge folder and are part
 * of every book (docs/adr/0004), so the starter book is there whichever one is asked for.
 */
export function openHome(input: StarterInput, choice: EditionChoice): Outcome<OpenedHome> {
  const compiled = compiledStarter(input);
  if (!compiled.ok) return compiled;
  const starter = openBookFolder(compiled.folder);
  if (!starter.ok) return fail('book-damaged', { detail: starter.detail });
  const folder = bookFolder(input.home);
  const isPulled = existsSync(join(folder, POINTER));
  if (choice === 'official' && !isPulled) {
    starter.book.close();
    return fail('book-missing', { path: folder });
  }
  if (choice === 'starter' || !isPulled) return { ok: true, book: starter.book, edition: 'starter' };
  const pulled = openBookFolder(folder);
  if (!pulled.ok) {
    starter.book.close();
    return fail('book-damaged', { detail: pulled.detail });
  }
  const own: Release[] = [];
  for (const release of starter.book.releases) {
    if (release.manifest.source === 'procedures') own.push(release);
  }
  const outdated = pulled.book.releases.find((release) => isOutdated(release, starter.book, input));
  for (const release of starter.book.releases) if (!own.includes(release)) release.close();
  if (outdated !== undefined) {
    for (const release of [...pulled.book.releases, ...own]) release.close();
    const { source, version } = outdated.manifest;
    return fail('book-outdated', { source, version });
  }
  return { ok: true, book: new Book([...pulled.book.releases, ...own]), edition: 'official' };
}

/**
 * A release lacks a table this version needs when its indexers are of another version, or when the starter's
 * release of the same publication, just compiled, has one more.
 */
function isOutdated(release: Release, starter: Book, { indexers }: StarterInput): boolean {
  const built = release.manifest.indexers;
  const current = new Map(indexers.map(({ name, version }) => [name, version]));
  if (Object.entries(built).some(([name, version]) => current.get(name) !== version)) return true;
  const twin = starter.of(release.manifest.source)[0];
  return twin !== undefined && Object.keys(twin.manifest.indexers).some((name) => !(name in built));
}
