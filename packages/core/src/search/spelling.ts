/**
 * Misspellings by deletion neighbourhood: two words one edit apart share the word or one of its one-letter
 * deletions. The index stores a hash for each; a query looks up its own and verifies what it finds.
 */

/** Shorter words are too alike to correct. */
export const SHORTEST_CORRECTED = 4;

/** Hashes a word is stored and looked up under: itself and each one-letter deletion. */
export function neighbourhood(word: string): number[] {
  const hashes = [hash(word, -1)];
  for (let i = 0; i < word.length; i++) {
    // A doubled letter's deletions are the same word.
    if (i > 0 && word.charCodeAt(i) === word.charCodeAt(i - 1)) continue;
    hashes.push(hash(word, i));
  }
  return hashes;
}

/** FNV-1a over the word without the letter at `skip`. */
function hash(word: string, skip: number): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    if (i === skip) continue;
    value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** Longest word whose distance is measured. */
const LONGEST = 64;

/** Rows of the distance table, used again: the one before the last, the last, this one. */
let before = new Uint8Array(LONGEST + 1);
let above = new Uint8Array(LONGEST + 1);
let row = new Uint8Array(LONGEST + 1);

/**
 * Damerau distance (adjacent letters swapped count once), given up above `limit`.
 * @returns the distance, or `limit + 1` when it is larger.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const width = b.length;
  if (Math.abs(a.length - width) > limit || a.length > LONGEST || width > LONGEST) return limit + 1;
  for (let j = 0; j <= width; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    const previous = i > 1 ? a.charCodeAt(i - 2) : -1;
    row[0] = i;
    let best = i;
    let left = i;
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = (above[j - 1] ?? 0) + (letter === other ? 0 : 1);
      if (left + 1 < cost) cost = left + 1;
      const up = (above[j] ?? 0) + 1;
      if (up < cost) cost = up;
      if (j > 1 && previous === other && letter === b.charCodeAt(j - 2)) {
        const swapped = (before[j - 2] ?? 0) + 1;
        if (swapped < cost) cost = swapped;
      }
      row[j] = cost;
      left = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    const free = before;
    before = above;
    above = row;
    row = free;
  }
  return Math.min(above[width] ?? 0, limit + 1);
}
