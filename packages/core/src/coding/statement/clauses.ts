import type { NoteDocument, Sentence, Token } from '../../note/types.ts';

/** Tokens `first` to, not including, `end`. */
export interface Clause {
  readonly first: number;
  readonly end: number;
}

/** A sentence cut where one condition, its cause or its care may end and the next begin. */
export function clausesOf(document: NoteDocument, sentence: Sentence): Clause[] {
  const clauses: Clause[] = [];
  let first = sentence.firstToken;
  for (let at = sentence.firstToken; at <= sentence.endToken; at++) {
    if (at < sentence.endToken && !parts(document.tokens, at)) continue;
    if (at > first) clauses.push({ first, end: at });
    first = at + 1;
  }
  return clauses;
}

const MARKS = new Set([',', ';', ':', '.', '(', ')', '[', ']', '+', '&', '|', '?', '!']);
const WORDS = new Set(
  'and or with w without due secondary from plus but because since on after following by as who which causing complicated in'.split(
    ' ',
  ),
);

function parts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind !== 'punctuation') return WORDS.has(token.norm);
  if (MARKS.has(token.norm)) return true;
  // "high-grade" is one word; "UTI - E. coli" is two clauses.
  const spaced = (tokens[at - 1]?.end ?? 0) < token.start;
  return spaced && (token.norm === '-' || token.norm === '–' || token.norm === '—' || token.norm === '/');
}
