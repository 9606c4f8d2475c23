import { fold } from '../words/fold.ts';
import { stem } from '../words/stem.ts';

/** Words that join others and name nothing. `without` stays: it changes what a title means. */
const STOP = new Set(
  'a an and any as at but by due eg etc for from in into is it its nec nos of on or per specifically such the to type via whether with'.split(
    ' ',
  ),
);

/** Roman numerals as digits, so that `type II` and `type 2` are the same words. */
const ROMAN: ReadonlyMap<string, string> = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii'].map((numeral, i) => [
    numeral,
    String(i + 1),
  ]),
);

const NUMBERED = /^(i{1,3}|iv|v|vi{1,3}|\d{1,2})([a-e])$/;
const PIECE = /[a-z0-9]+(?:['-][a-z0-9]+)*/g;

/** A phrase as the search sees it. */
export interface PhraseTerms {
  /** Stems in order, without stop words; a word may repeat. */
  readonly terms: string[];
  /** Hyphenated words written together (`gastro-esophageal` → `gastroesophageal`): found, but no word of their own. */
  readonly joined: string[];
}

const known = new Map<string, readonly string[]>();

/** The stems of one folded word: none for a stop word, two for `iiic`. */
function stemsOf(word: string): readonly string[] {
  const have = known.get(word);
  if (have !== undefined) return have;
  let stems: readonly string[];
  const numbered = NUMBERED.exec(word);
  if (STOP.has(word)) stems = [];
  else if (numbered !== null) stems = [ROMAN.get(numbered[1] ?? '') ?? numbered[1] ?? '', numbered[2] ?? ''];
  else stems = [ROMAN.get(word) ?? stem(word)];
  if (known.size > 50_000) known.clear();
  known.set(word, stems);
  return stems;
}

/** Splits a phrase into the terms the index is made of. */
export function termsOf(phrase: string): PhraseTerms {
  const terms: string[] = [];
  const joined: string[] = [];
  for (const piece of fold(phrase).match(PIECE) ?? []) {
    const plain = piece.includes("'") ? piece.replace(/'s(?=-|$)/g, '').replace(/'/g, '') : piece;
    if (!plain.includes('-')) {
      terms.push(...stemsOf(plain));
      continue;
    }
    const parts = plain.split('-').filter(Boolean);
    for (const part of parts) terms.push(...stemsOf(part));
    const whole = parts.join('');
    if (parts.length > 1 && /^[a-z]+$/.test(whole)) joined.push(stem(whole));
  }
  return { terms, joined };
}

/** Endings that change a word's part of speech, not what it is about. */
const ENDING =
  /(?:osis|otic|ous|itic|ical|ic|ia|iac|ial|eal|al|ar|ary|ed|ing|ion|ive|ism|ity|ly|ment|is|us|um|ae|a|e|y|s)$/;

/** What related forms of a long word share (`seborrheic`, `seborrhea`); null for a word too short to tell. */
export function rootOf(word: string): string | null {
  if (word.length < 6 || /\d/.test(word)) return null;
  const root = word.replace(ENDING, '').replace(/([^aeiou])\1$/, '$1');
  return root.length >= 5 ? root : null;
}
