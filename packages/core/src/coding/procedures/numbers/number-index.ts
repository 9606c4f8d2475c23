import type { CodeId } from '../../../book/code-table.ts';
import type { Release } from '../../../book/release.ts';
import { wordsOf } from '../../../words/fold.ts';
import { stemOf } from '../sentence-words.ts';

/** One index phrase of a procedure number. */
export interface NumberPhrase {
  readonly code: CodeId;
  readonly written: string;
  readonly words: readonly string[];
  /** What a place must say for it: without the family's own name, where its scope is already established. */
  readonly needed: readonly string[];
}

/** A family of numbers; `base` is the plain procedure that every other member includes (the look of a scope). */
export interface NumberFamily {
  readonly name: string;
  readonly members: readonly CodeId[];
  readonly base: CodeId | null;
  /** The family's own names, as stems: what must be said before a mere "biopsy" or "cold snare" counts for it. */
  readonly names: readonly (readonly string[])[];
  readonly phrases: readonly NumberPhrase[];
  /** At least one member is done through keyholes, and which. */
  readonly keyhole: ReadonlySet<CodeId>;
}

/** Leveled visits need a level, anesthesia and the laboratory bill on their own notes: none is read from a procedure's name. */
const NOT_NAMED = /^(?:office visits|hospital visits|emergency visits|laboratory|anesthesia)/;
const GLUE = new Set('of the a an with for in on by to and or via from'.split(' '));

function stemsOf(phrase: string): string[] {
  return wordsOf(phrase)
    .filter((word) => !GLUE.has(word))
    .map(stemOf);
}

/** Reads families and index words from a `procedures` release. */
export function numberFamilies(release: Release): NumberFamily[] {
  const byFamily = new Map<string, CodeId[]>();
  const written = new Map<CodeId, string[]>();
  for (let code = 0; code < release.codes.size; code++) {
    const { attributes } = release.detail(code);
    const family = attributes.family ?? release.codes.code(code);
    if (NOT_NAMED.test(family)) continue;
    const members = byFamily.get(family);
    if (members === undefined) byFamily.set(family, [code]);
    else members.push(code);
    written.set(
      code,
      (attributes['index words'] ?? '')
        .split(';')
        .map((phrase) => phrase.trim())
        .filter(Boolean),
    );
  }
  return [...byFamily].map(([name, members]): NumberFamily => {
    const own = stemsOf(name).join(' ');
    const base =
      members.find((code) => written.get(code)?.some((phrase) => stemsOf(phrase).join(' ') === own)) ?? null;
    const names =
      base === null
        ? []
        : (written.get(base) ?? []).map(stemsOf).filter((words) => !words.includes('diagnostic'));
    return {
      name,
      members,
      base,
      names,
      phrases: members.flatMap((code) =>
        (written.get(code) ?? []).map((phrase) => {
          const words = stemsOf(phrase);
          const scoped = base !== null && code !== base;
          return { code, written: phrase, words, needed: scoped ? withoutNames(words, names) : words };
        }),
      ),
      keyhole: new Set(members.filter((code) => /keyhole/i.test(release.codes.title(code)))),
    };
  });
}

function withoutNames(words: readonly string[], names: readonly (readonly string[])[]): readonly string[] {
  for (const name of names)
    if (name.every((word) => words.includes(word))) return words.filter((word) => !name.includes(word));
  return words;
}
