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

/**
 * Damerau distance (adjacent letters swapped count once), given up above `limit`.
 * @returns the distance, or `limit + 1` when it is larger.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}
