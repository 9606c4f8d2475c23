import type { CodeId } from '../../book/code-table.ts';
import type { Release } from '../../book/release.ts';
import type { Attributes } from '../../note/types.ts';

type Fracture = NonNullable<Attributes['fracture']>;

/** What a 7th character of chapters 13, 19 and 20 means, read from the Tabular's own words. */
interface Meaning {
  readonly episode: 'initial' | 'subsequent' | 'sequela';
  readonly open?: boolean;
  readonly grade?: 'I-II' | 'III';
  readonly healing?: Fracture['healing'];
}

/**
 * Chooses the 7th character of an episode of care among the codes that exist, by the Tabular's definition of each
 * (Guidelines I.A.5, I.C.19.a, I.C.19.c): active treatment is the initial encounter unless the note says otherwise, a
 * fracture not called open is closed, an open one without its type is of type I or II, and healing is routine.
 * @returns null when this code's children are not such characters, or none of them is what the note says.
 */
export function seventhCharacter(
  release: Release,
  code: CodeId,
  children: readonly CodeId[],
  { episode, fracture }: Attributes,
): { code: CodeId; because: string; defaulted: boolean } | null {
  const { codes } = release;
  const first = children[0];
  if (first === undefined || codes.code(first).replace('.', '').length !== 7) return null;
  const table = release.seventhCharacters(codes.code(first)) ?? release.seventhCharacters(codes.code(code));
  if (table === null || !table.characters.some(({ meaning }) => /\bencounter\b/i.test(meaning))) return null;
  // Delayed healing, nonunion and malunion are seen after the active treatment (Guidelines I.C.19.c.1).
  const late = fracture?.healing !== undefined && fracture.healing !== 'routine';
  const care = episode ?? (late ? 'subsequent' : 'initial');
  let best: { code: CodeId; score: number; because: string; character: string } | null = null;
  for (const { character, meaning } of table.characters) {
    const child = children.find((other) => codes.code(other).endsWith(character));
    if (child === undefined) continue;
    const score = fit(meaningOf(meaning), care, fracture);
    if (best === null || score > best.score)
      best = {
        code: child,
        score,
        because: `7th character ${character}: ${meaning.toLowerCase()}`,
        character,
      };
  }
  if (best === null) return null;
  return {
    code: best.code,
    because: best.because,
    defaulted: episode === undefined && !late && best.character !== 'A',
  };
}

function meaningOf(text: string): Meaning {
  const words = text.toLowerCase();
  const open = /\bopen\b/.test(words) ? true : /\bclosed\b/.test(words) ? false : undefined;
  const grade = /\biii/.test(words) ? 'III' : /\btype i\b/.test(words) ? 'I-II' : undefined;
  const healing = (['routine', 'delayed', 'nonunion', 'malunion'] as const).find((kind) =>
    words.includes(kind),
  );
  return {
    episode: words.includes('sequela') ? 'sequela' : words.includes('subsequent') ? 'subsequent' : 'initial',
    ...(open === undefined ? {} : { open }),
    ...(grade === undefined ? {} : { grade }),
    ...(healing === undefined ? {} : { healing }),
  };
}

/** The episode weighs most, then how it heals, then open or closed, then the type. */
function fit(meaning: Meaning, episode: Meaning['episode'], fracture: Fracture | undefined): number {
  const agrees = (said: unknown, meant: unknown): number =>
    meant === undefined ? 0.5 : said === meant ? 1 : 0;
  return (
    (meaning.episode === episode ? 100 : 0) +
    10 * agrees(fracture?.healing ?? 'routine', meaning.healing) +
    4 * agrees(fracture?.open ?? false, meaning.open) +
    agrees(fracture?.grade ?? 'I-II', meaning.grade)
  );
}
