import type { CodeTable } from '../book/code-table.ts';
import { Gatherer } from './gather.ts';
import type { Plan } from './plan.ts';
import type { ReleaseIndex } from './release-index.ts';
import { Scorer } from './score.ts';

/** A code found by words. */
export interface WordHit {
  readonly code: number;
  readonly score: number;
  /** The entry that found it. */
  readonly entry: number;
  /** The plan's words that the entry has. */
  readonly mask: number;
}

/** How many of the codes found get all of the second look. */
const LOOKED_INTO = 24;

/** Ranks one release's entries for a plan. */
export class Ranker {
  readonly #index: ReleaseIndex;
  readonly #scorer: Scorer;
  readonly #gatherer: Gatherer;

  constructor(index: ReleaseIndex, codes: CodeTable) {
    this.#index = index;
    this.#scorer = new Scorer(index, codes);
    this.#gatherer = new Gatherer(index, this.#scorer);
  }

  /**
   * The best codes for a plan, best first.
   * @param weights what each query term weighs over all releases searched, so that scores compare between them
   * @param floor hits below this score are of no use, and may be left out
   */
  rank(plan: Plan, weights: readonly number[], limit: number, floor = 0): WordHit[] {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (plan.alternatives.length === 0 || total === 0) return [];
    this.#scorer.begin(plan, weights, total);
    const entries = this.#gatherer.gather(plan, weights, floor);
    const hits = this.#refine(entries, limit, floor);
    this.#scorer.end();
    return hits;
  }

  /** The second look: one hit a code, with what the code's other phrases and the order of the words add. */
  #refine(
    entries: readonly { readonly item: number; readonly score: number }[],
    limit: number,
    floor: number,
  ): WordHit[] {
    const scorer = this.#scorer;
    const best = new Map<number, { score: number; entry: number }>();
    for (const { item: entry, score } of entries) {
      const code = this.#index.codes[entry] ?? 0;
      const ordered = score + scorer.order(entry);
      const known = best.get(code);
      if (known === undefined) best.set(code, { score: ordered, entry });
      else if (ordered > known.score) {
        known.score = ordered;
        known.entry = entry;
      }
    }
    const ranked: WordHit[] = [];
    let looked = 0;
    for (const [code, { score, entry }] of best) {
      const finer = looked++ < LOOKED_INTO;
      const mask = scorer.maskOf(entry);
      if (score + (finer ? scorer.mostAdded(scorer.covered(mask)) : 0) < floor) continue;
      const added = finer ? scorer.elsewhere(code, mask) : 0;
      ranked.push({ code, entry, mask, score: score + added - scorer.demotion(code) });
    }
    ranked.sort((a, b) => b.score - a.score || a.code - b.code);
    return ranked.slice(0, limit);
  }
}
