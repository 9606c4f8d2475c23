import { dotless } from '../../book/code-key.ts';

/** A word of a question that has the shape of a code. */
export interface MentionedCode {
  /** As typed, in capitals. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** The other end of a range: `K20-K31`. */
  readonly to?: string;
}

/** ICD-10-CM with or without dot, PCS, HCPCS, procedure numbers, three characters of a PCS table. */
const SHAPES: readonly RegExp[] = [
  /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/,
  /^[0-9A-HJ-NP-Z]{7}$/,
  /^[A-Z]\d{4}$/,
  /^\d{4}[0-9FTUM]$/,
  /^\d[0-9A-HJ-NP-Z]{2}$/,
];

const WORD = /[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)?\.?-?/g;

/** Words before a number that make it something other than a code. */
const NOT_A_CODE_AFTER =
  /(?:\bzip|\bnpi|\bgrade|\btype|\bpage|\bfy|\bversion|\bin|\bsection|\bage|\blocality)\s*(?:code\s*)?$/i;

/**
 * Codes in the order they stand. A word is one when it is written like nothing else (a dot, six characters, capitals
 * with a digit), or when the book has it.
 */
export function codesIn(text: string, known: (code: string) => boolean): MentionedCode[] {
  const found: MentionedCode[] = [];
  for (const match of text.matchAll(WORD)) {
    const typed = match[0].replace(/[.-]+$/, '');
    const code = typed.toUpperCase();
    if (!/\d/.test(code) || !SHAPES.some((shape) => shape.test(code))) continue;
    const start = match.index;
    if (!isCode(typed, code, text.slice(Math.max(0, start - 24), start), known)) continue;
    const before = found.at(-1);
    if (
      before !== undefined &&
      /^\s*(?:-|–|to|through)\s*$/.test(text.slice(before.end, start)) &&
      rangeOf(before.code, code)
    ) {
      found[found.length - 1] = { ...before, to: code, end: start + typed.length };
      continue;
    }
    if (!found.some((one) => dotless(one.code) === dotless(code)))
      found.push({ code, start, end: start + typed.length });
  }
  return found;
}

/** A range is of categories of one letter: `K20-K31`; two whole codes beside a dash are two codes. */
function rangeOf(from: string, to: string): boolean {
  return from.length === 3 && to.length === 3 && /^[A-Z]/.test(from) && from <= to;
}

function isCode(typed: string, code: string, before: string, known: (code: string) => boolean): boolean {
  if (/^\d+$/.test(code)) return code.length === 5 && !NOT_A_CODE_AFTER.test(before);
  if (/^\d/.test(code) && code.length === 3) return known(code) && /\btable\s*$/i.test(before);
  if (known(code))
    return (
      typed !== typed.toLowerCase() ||
      code.length > 3 ||
      /\bcode\w*\s*$/i.test(before) ||
      /^[a-z]\d\d$/.test(typed)
    );
  if (code.includes('.')) return true;
  if (code.length >= 5) return /[A-Z]/.test(typed) || /^\d/.test(code) || /^[a-z]\d{3,}/.test(typed);
  return (
    typed === code &&
    /^[A-Z]\d\d[0-9A-Z]?$/.test(code) &&
    /\b(?:code|is|about|of|for|under|category)\s*$/i.test(before)
  );
}
