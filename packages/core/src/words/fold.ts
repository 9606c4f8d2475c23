/** Lower case, accents removed, typographic quotes and dashes made plain. Length may change: never use for offsets. */
export function fold(text: string): string {
  // Nearly every word is plain already, and normalising is what costs.
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase();
}

const BEYOND_ASCII = /[^ -~\n\t]/;
const WORD = /[a-z0-9]+(?:'s\b)?/g;

/** The folded words of a phrase in order; a possessive `'s` is dropped (Crohn's → crohn), hyphens split. */
export function wordsOf(phrase: string): string[] {
  return (fold(phrase).match(WORD) ?? []).map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word));
}
