import type { CodeId } from '../book/code-table.ts';
import type { Release } from '../book/release.ts';
import type { Attributes } from '../note/types.ts';

/**
 * Chooses the 7th character among the codes that exist (Guidelines I.A.5, I.C.19.a and I.C.19.c): active treatment
 * is the initial encounter unless the note says otherwise, a fracture not called open is closed.
 * @returns null when this code's children are not 7th characters.
 */
export function seventhCharacter(
  release: Release,
  code: CodeId,
  children: readonly CodeId[],
  attributes: Attributes,
): { code: CodeId; because: string; defaulted: boolean } | null {
  const codes = release.codes;
  const first = children[0];
  if (first === undefined || codes.code(first).replace('.', '').length !== 7) return null;
  const table = release.seventhCharacters(codes.code(first)) ?? release.seventhCharacters(codes.code(code));
  if (table === null) return null;
  const meaning = new Map(table.characters.map((entry) => [entry.character, entry.meaning.toLowerCase()]));
  const exists = (character: string): CodeId | undefined =>
    children.find((child) => codes.code(child).endsWith(character));
  for (const character of wanted(attributes, meaning)) {
    const found = exists(character);
    if (found !== undefined)
      return {
        code: found,
        because: `7th character ${character}: ${meaning.get(character) ?? ''}`,
        defaulted: attributes.episode === undefined && character !== 'A',
      };
  }
  return null;
}

function wanted(attributes: Attributes, meaning: ReadonlyMap<string, string>): string[] {
  const { episode, fracture } = attributes;
  if (!meaning.has('A')) return ['0', '9', ...meaning.keys()];
  if (episode === 'sequela') return ['S', 'A'];
  if (episode === 'subsequent') {
    const healing = fracture?.healing;
    const byHealing =
      healing === 'nonunion' ? ['K'] : healing === 'malunion' ? ['P'] : healing === 'delayed' ? ['G'] : [];
    return [...byHealing, 'D', 'A'];
  }
  return fracture?.open === true ? ['B', 'A'] : ['A'];
}
