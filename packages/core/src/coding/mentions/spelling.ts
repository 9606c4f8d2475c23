const SHORTEST = 6;

/**
 * Corrects one wrong, missing, extra or swapped letter in a long word, when exactly one dictionary word is that
 * near. Short words are left alone: a letter more often makes another disease than a slip. Words of six and seven
 * letters are only guesses, and the reader of them must ask for more.
 */
export class Spelling {
  readonly #byDeletion = new Map<string, string | null>();

  constructor(words: readonly string[]) {
    for (const word of words) {
      if (word.length < SHORTEST || /[^a-z]/.test(word)) continue;
      // Only words whose first letters are right are corrected, which keeps the table small.
      for (const key of deletions(word)) {
        const held = this.#byDeletion.get(key);
        if (held === undefined) this.#byDeletion.set(key, word);
        else if (held !== word) this.#byDeletion.set(key, null);
      }
    }
  }

  correct(word: string): string | null {
    if (word.length < SHORTEST || /[^a-z]/.test(word)) return null;
    let found: string | null = null;
    for (const key of [word, ...deletions(word)]) {
      const candidate = this.#byDeletion.get(key);
      if (candidate === undefined || candidate === null || !near(word, candidate)) continue;
      if (found !== null && found !== candidate) return null;
      found = candidate;
    }
    return found;
  }
}

function deletions(word: string): string[] {
  const keys = [word];
  for (let i = 2; i < word.length; i++) keys.push(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

/** One edit, counting a swap of neighbours as one; the two words are at most one letter apart in length. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const left = endA - start;
  const right = endB - start;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
