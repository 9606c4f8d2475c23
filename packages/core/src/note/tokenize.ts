import { fold } from '../words/fold.ts';
import type { Token } from './types.ts';

/** Tokens in text order, and how many line breaks stand before each: what sentences and headings are found by. */
export interface Tokenized {
  readonly tokens: Token[];
  /** Per token: 0 same line, 1 next line, 2 or more after an empty line. The first token counts as after one. */
  readonly breaks: number[];
}

const SPACE = 0;
const LINE_BREAK = 1;
const LETTER = 2;
const DIGIT = 3;
const MARK = 4;

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code === 10 || code === 11 || code === 12 || code === 13) return LINE_BREAK;
  if (code <= 32 || code === 127) return SPACE;
  if (code >= 48 && code <= 57) return DIGIT;
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return LETTER;
  return MARK;
});

const OTHER_LETTER = /[\p{L}\p{M}\p{N}]/u;
const OTHER_SPACE = /[\s\u200b-\u200d\u2060\ufeff]/;

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] ?? MARK;
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return LINE_BREAK;
  // Halves of a pair (emoji, rare letters, a lone surrogate) are marks: no clinical word needs them.
  if (code >= 0xd800 && code <= 0xdfff) return MARK;
  const char = text.charAt(at);
  if (OTHER_SPACE.test(char)) return SPACE;
  return OTHER_LETTER.test(char) ? LETTER : MARK;
}

/**
 * Words, numbers and marks with exact offsets, in one pass. A word is a run of letters and digits with inner
 * apostrophes; hyphens and slashes stand alone, as in `wordsOf`, whose possessive rule `norm` follows (Crohn's → crohn).
 * `98.6` and `1,200` are one number; `32w4d` is a word.
 */
export function tokenize(text: string): Tokenized {
  const tokens: Token[] = [];
  const breaks: number[] = [];
  let pending = 2;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === LINE_BREAK) {
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
      pending++;
      at++;
      continue;
    }
    if (kind === SPACE) {
      at++;
      continue;
    }
    const start = at;
    if (kind === MARK) at += isPair(text, at) ? 2 : 1;
    else at = endOfWord(text, at);
    tokens.push(token(text, start, at, kind));
    breaks.push(pending);
    pending = 0;
  }
  return { tokens, breaks };
}

function endOfWord(text: string, start: number): number {
  let onlyDigits = true;
  let at = start;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === LETTER) onlyDigits = false;
    else if (kind !== DIGIT && !joins(text, at, onlyDigits)) break;
  }
  return at;
}

/** A mark that holds a word or number together: `don't`, `98.6`, `1,200`. */
function joins(text: string, at: number, onlyDigits: boolean): boolean {
  const code = text.charCodeAt(at);
  const next = at + 1 < text.length ? kindAt(text, at + 1) : SPACE;
  if (onlyDigits) {
    if (code === 46) return next === DIGIT;
    if (code !== 44 || next !== DIGIT) return false;
    return isDigit(text, at + 2) && isDigit(text, at + 3) && !isDigit(text, at + 4);
  }
  return (code === 39 || code === 0x2019) && next === LETTER;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  const low = text.charCodeAt(at + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

const ASCII_ONLY = /^[\x20-\x7e]*$/;

function token(text: string, start: number, end: number, kind: number): Token {
  const written = text.slice(start, end);
  const folded = ASCII_ONLY.test(written) ? written.toLowerCase() : fold(written) || written;
  if (kind === MARK) return { start, end, norm: folded, kind: 'punctuation' };
  if (kind === DIGIT && !/[a-z]/.test(folded)) return { start, end, norm: folded, kind: 'number' };
  return { start, end, norm: folded.endsWith("'s") ? folded.slice(0, -2) : folded, kind: 'word' };
}
