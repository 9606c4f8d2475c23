import type { Book } from '../book/book.ts';
import { codeKey, dotless } from '../book/code-key.ts';
import { oneOff, padded } from '../book/code-repair.ts';
import type { Release } from '../book/release.ts';
import { SOURCES } from '../book/rows.ts';
import type { ShowOptions, SuggestedCode } from './types.ts';

const MOST = 8;

/** Codes somebody who typed this may have meant: padded, one character off, or beginning the same. */
export function suggestCodes(book: Book, code: string, { asOf, system }: ShowOptions = {}): SuggestedCode[] {
  const plain = dotless(code);
  const found = new Map<string, SuggestedCode>();
  if (codeKey(plain.slice(0, 7)) < 0) return [];
  const releases = SOURCES.flatMap((source) => {
    const choice = book.asOf(source, asOf);
    const release = choice.found ? choice.release : book.of(source).at(-1);
    if (release === undefined || release.manifest.system === null) return [];
    return system === undefined || release.manifest.system === system ? [release] : [];
  });
  for (const release of releases) {
    for (const text of padded(plain)) offer(found, release, text, '7th character after placeholder X');
    for (const text of oneOff(plain)) offer(found, release, text, 'one character differs');
  }
  for (let length = Math.min(plain.length, 7) - 1; length >= 3 && found.size < MOST; length--) {
    for (const release of releases) {
      for (const id of release.codes.withPrefix(plain.slice(0, length), MOST))
        offer(found, release, release.codes.code(id), 'begins the same');
    }
  }
  return [...found.values()].slice(0, MOST);
}

function offer(found: Map<string, SuggestedCode>, release: Release, text: string, why: string): void {
  const { system } = release.manifest;
  const id = release.codes.find(text);
  if (id < 0 || system === null) return;
  const code = release.codes.code(id);
  const key = `${system} ${code}`;
  if (!found.has(key))
    found.set(key, {
      system,
      code,
      title: release.codes.title(id),
      billable: release.codes.billable(id),
      why,
    });
}
