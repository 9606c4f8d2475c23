import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, neighbourhood } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 9 });

/** The textbook recurrence, memoised: the second implementation. */
function naive(a: string, b: string): number {
  const memo = new Map<string, number>();
  const walk = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let best = Math.min(
      walk(i - 1, j) + 1,
      walk(i, j - 1) + 1,
      walk(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    );
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
      best = Math.min(best, walk(i - 2, j - 2) + 1);
    memo.set(key, best);
    return best;
  };
  return walk(a.length, b.length);
}

describe('edit distance', () => {
  it('equals the textbook recurrence up to its limit', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 2)).toBe(Math.min(3, naive(a, b)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('deletion neighbourhood', () => {
  it('shares a hash with every word one edit away', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.nat(3), fc.constantFrom('a', 'b', 'x'), (a, place, slip, letter) => {
        const at = place % (a.length - 1);
        const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
        const slips = [
          a.slice(0, at) + a.slice(at + 1),
          a.slice(0, at) + letter + a.slice(at),
          a.slice(0, at) + letter + a.slice(at + 1),
          swapped,
        ];
        const b = slips[slip] ?? a;
        expect(naive(a, b)).toBeLessThanOrEqual(1);
        const hashes = new Set(neighbourhood(a));
        expect(neighbourhood(b).some((hash) => hashes.has(hash))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['achalasia', 'achalsia'],
    ['achalasia', 'acahlasia'],
    ['pneumonia', 'pnuemonia'],
    ['diarrhea', 'diarrhia'],
    ['hernia', 'herrnia'],
  ])('%s and %s share a hash', (a, b) => {
    const hashes = new Set(neighbourhood(a));
    expect(neighbourhood(b).some((hash) => hashes.has(hash))).toBe(true);
  });
});
