/**
 * Codes as numbers, so that a table of a hundred thousand of them is one typed array and a look-up is a
 * binary search without allocating a string.
 */

const BASE = 37;
const WIDTH = 7;

/**
 * The key of a code of at most seven letters and digits, ignoring dots, case and surrounding blanks.
 * Keys order like the codes themselves (digits before letters, a prefix before its extensions).
 * @returns -1 when the text cannot be a code (other characters, empty, or too long).
 */
export function codeKey(text: string): number {
  let key = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    let digit: number;
    if (c >= 48 && c <= 57) digit = c - 47;
    else if (c >= 65 && c <= 90) digit = c - 54;
    else if (c >= 97 && c <= 122) digit = c - 86;
    else if (c === 46 || c === 32) continue;
    else return -1;
    if (++length > WIDTH) return -1;
    key = key * BASE + digit;
  }
  if (length === 0) return -1;
  for (; length < WIDTH; length++) key *= BASE;
  return key;
}

/** The first key after every extension of the code (`K22` → just past `K22.zzzz`), for prefix ranges. */
export function keyAfterPrefix(text: string): number {
  const key = codeKey(text);
  if (key < 0) return -1;
  const length = dotless(text).length;
  return key + BASE ** (WIDTH - length);
}

/** Upper case without dot or blanks: the form the publishers' fixed-width files use. */
export function dotless(code: string): string {
  return code.replace(/[.\s]/g, '').toUpperCase();
}

/** An ICD-10-CM code as printed: a dot after the category. */
export function dotted(code: string): string {
  const plain = dotless(code);
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}
