import type { Book } from '../book/book.ts';
import { codeKey, dotless } from '../book/code-key.ts';
import type { Release } from '../book/release.ts';
import { SOURCES } from '../book/rows.ts';
import type { ShowOptions, SuggestedCode } from './types.ts';

const MOST = 8;

/** Characters that are taken for each other on paper and on a keyboard. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  '0': 'O',
  I: '1',
  '1': 'I',
  L: '1',
  S: '5',
  '5': 'S',
  B: '8',
  '8': 'B',
  Z: '2',
  '2': 'Z',
};

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

/** A 7th character written too early (`S8261A`), or an `X` too many or too few before it. */
function padded(plain: string): string[] {
  const stem = plain.slice(0, -1).replace(/X+$/, '');
  if (plain.length < 5 || stem.length < 3 || stem.length > 6) return [];
  return [`${stem.padEnd(6, 'X')}${plain.slice(-1)}`];
}

function oneOff(plain: string): string[] {
  const texts: string[] = [];
  for (let i = 0; i < plain.length; i++) {
    const other = LOOK_ALIKE[plain[i] ?? ''];
    if (other !== undefined) texts.push(plain.slice(0, i) + other + plain.slice(i + 1));
    if (i + 1 < plain.length)
      texts.push(plain.slice(0, i) + (plain[i + 1] ?? '') + (plain[i] ?? '') + plain.slice(i + 2));
    texts.push(plain.slice(0, i) + plain.slice(i + 1));
  }
  return texts.filter((text) => text.length >= 3 && text !== plain);
}
