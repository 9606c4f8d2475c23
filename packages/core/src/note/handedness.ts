import type { NoteDocument } from './types.ts';

const HAND =
  /\b(?:(right|left)[\s-](?:hand(?:ed(?:ness)?|[\s-]dominant|[\s-]dominance)|side[\s-]dominant)|([RL])HD|ambidextrous|hand dominance:?\s{0,2}(right|left))\b/i;

/** The hand the note says the patient prefers. */
export function handednessOf({ text }: NoteDocument): 'right' | 'left' | 'both' | undefined {
  const found = HAND.exec(text);
  if (found === null) return undefined;
  const side = (found[1] ?? found[2] ?? found[3] ?? '').toLowerCase();
  if (side === '') return 'both';
  return side.startsWith('r') ? 'right' : 'left';
}
