import type { CodedNote } from './api.ts';
import type { Mark } from './parts/note-editor.tsx';

/** How many colours codes take turns in; styles.css has one rule each. */
const TONES = 8;

/** The colour a code has in the note and on its card: by its place in the list. */
export function toneOf(place: number): number {
  return place % TONES;
}

/** One mark a stretch of text, however many codes rest on it. */
export function marksOf(coded: CodedNote | undefined): Mark[] {
  if (coded === undefined) return [];
  const marks = new Map<string, { start: number; end: number; codes: string[]; tone: Mark['tone'] }>();
  const add = (code: string, tone: Mark['tone'], start: number, end: number): void => {
    const key = `${start}:${end}`;
    const known = marks.get(key);
    if (known === undefined) marks.set(key, { start, end, codes: [code], tone });
    else if (!known.codes.includes(code)) known.codes.push(code);
  };
  coded.codes.forEach((code, place) => {
    for (const { start, end } of code.evidence) add(code.code, toneOf(place), start, end);
  });
  for (const rejected of coded.rejected)
    for (const { start, end } of rejected.evidence) add(rejected.code, 'rejected', start, end);
  return [...marks.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
