import { dotless, dotted } from '../book/code-key.ts';
import type { CodeId } from '../book/code-table.ts';
import type { Release } from '../book/release.ts';
import type { CodeRef, SeventhCharacterTable } from './types.ts';

/**
 * The inherited 7th characters of a code with the full codes that exist: `X` fills empty places up to the sixth
 * (Guidelines I.A.4, I.A.5). A header lists every code below it for each character.
 */
export function seventhTable(release: Release, id: CodeId): SeventhCharacterTable | null {
  const { codes } = release;
  const code = codes.code(id);
  const table = release.seventhCharacters(code);
  if (table === null) return null;
  const plain = dotless(code);
  const stem = plain.length === 7 ? plain.slice(0, 6) : plain;
  const below = codes.withPrefix(stem).filter((other) => dotless(codes.code(other)).length === 7);
  const exact = codes.withPrefix(stem.padEnd(6, 'X')).filter((other) => below.includes(other));
  const listed = plain.length === 7 || exact.length > 0 ? exact : below;
  return {
    scope: dotted(table.scope),
    characters: table.characters.map(({ character, meaning }) => ({
      character,
      meaning,
      codes: listed
        .filter((other) => codes.code(other).endsWith(character))
        .map(
          (other): CodeRef => ({
            code: codes.code(other),
            title: codes.title(other),
            billable: codes.billable(other),
          }),
        ),
    })),
    citation: release.cite(`${dotted(table.scope)} seventh`),
  };
}
