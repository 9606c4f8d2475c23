import type { Query } from './query.ts';
import type { ReleaseIndex, TermRange } from './release-index.ts';

/** An alternative in one release: a bit for each word it needs. */
export interface PlannedAlternative {
  readonly from: number;
  readonly to: number;
  readonly needs: number;
  readonly quality: number;
  readonly why: string | null;
  /** The rarest of the words' terms finds the entries; they must be in the next rarest's list as well. */
  readonly rarest: TermRange;
  readonly second: TermRange | null;
  readonly frequency: number;
  readonly weight: number;
}

/** A query against one release. */
export interface Plan {
  readonly query: Query;
  readonly alternatives: readonly PlannedAlternative[];
  /** Term id → its bit (1-based), for exact words. */
  readonly slots: ReadonlyMap<number, number>;
  /** The unfinished last word. */
  readonly prefix: TermRange | null;
  readonly prefixBit: number;
  /** What each query term weighs here; 0 when this release has no way to say it. */
  readonly weights: readonly number[];
  /** How much at home the release is in these words: it has them, and they are common in it. */
  readonly promise: number;
}

/** Bits of a 32-bit integer, less the sign. */
const MOST_SLOTS = 30;

/** A phrase of rare words must not drown the rest of the query. */
const HEAVIEST = 14;

export function planFor(query: Query, index: ReleaseIndex): Plan {
  const slots = new Map<number, number>();
  const weights = query.terms.map(() => 0);
  const alternatives: PlannedAlternative[] = [];
  let prefix: TermRange | null = null;
  let prefixBit = 0;
  let used = 0;
  for (const { from, to, words, prefix: isPrefix, quality, why } of query.alternatives) {
    if (isPrefix) {
      const range = index.withPrefix(words[0] ?? '');
      const frequency = index.frequency(range);
      if (frequency === 0 || used >= MOST_SLOTS) continue;
      prefix = range;
      prefixBit = 1 << used++;
      const weight = Math.log(1 + index.entryCount / frequency);
      alternatives.push({
        from,
        to,
        needs: prefixBit,
        quality,
        why,
        rarest: range,
        second: null,
        frequency,
        weight,
      });
      continue;
    }
    const ids = words.map((word) => index.find(word));
    if (ids.some((id) => id < 0)) continue;
    const fresh = ids.filter((id) => !slots.has(id));
    if (used + fresh.length > MOST_SLOTS) continue;
    for (const id of new Set(fresh)) slots.set(id, ++used);
    let needs = 0;
    let weight = 0;
    for (const id of new Set(ids)) {
      needs |= 1 << ((slots.get(id) ?? 1) - 1);
      weight += index.weights[id] ?? 0;
    }
    const ranges = [...new Set(ids)].map((id): TermRange => ({ from: id, to: id + 1 }));
    if (ranges.length > 1) ranges.sort((a, b) => index.frequency(a) - index.frequency(b));
    const rarest = ranges[0] ?? { from: 0, to: 0 };
    const second = ranges[1] ?? null;
    const frequency = index.frequency(rarest);
    alternatives.push({
      from,
      to,
      needs,
      quality,
      why,
      rarest,
      second,
      frequency,
      weight: Math.min(weight, HEAVIEST),
    });
  }
  // A term weighs what its own word weighs; only without one, what the words it stands for do.
  query.terms.forEach((_, i) => {
    const own = alternatives.filter(({ from, to }) => from === i && to === i + 1);
    const exact = own.find(({ quality }) => quality === 1);
    const spans = alternatives.filter(({ from, to }) => from <= i && to > i && to - from > 1);
    const shared = Math.max(0, ...spans.map(({ from, to, weight }) => weight / (to - from)));
    weights[i] = exact?.weight ?? Math.max(shared, ...own.map(({ weight }) => weight));
  });
  const said = weights.filter((weight) => weight > 0).length;
  const promise = said - weights.reduce((sum, weight) => sum + weight, 0) / (HEAVIEST * (weights.length + 1));
  return { query, alternatives, slots, prefix, prefixBit, weights, promise };
}
