import type { CodeTable } from '../book/code-table.ts';
import { MarkCounts } from './mark-counts.ts';
import type { Plan, PlannedAlternative } from './plan.ts';
import type { ReleaseIndex } from './release-index.ts';
import { Top } from './top.ts';

/** A code found by words. */
export interface WordHit {
  readonly code: number;
  readonly score: number;
  /** The entry that found it. */
  readonly entry: number;
  /** The words of the query that were read as others. */
  readonly readings: readonly string[];
}

/** How far a match outweighs brevity: an entry that says only what was asked gets the whole point. */
const BREVITY = 0.5;

/** A share of the query that is missing costs more than its share. */
const GAP = 1.35;

/** Added for an entry's kind, in the order of KINDS. */
const KIND_PRIOR = Float64Array.from([
  0, 0, 0.005, -0.01, -0.004, -0.03, 0, -0.07, -0.06, 0.01, 0, -0.06, -0.02,
]);
const BILLABLE = 0.02;
const MOST_PRIOR = 0.03;

/** Taken from a code that can no longer be billed. */
const RETIRED = 0.2;

/** Per term doubling of frequency, for a word still being typed: `dia` means diabetes before diastole. */
const FAMILIARITY = 0.005;
const MOST_FAMILIARITY = 0.07;

/** Postings read before the lists of common words are left to the scoring of what the rarer ones found. */
const READ_BUDGET = 24_000;

/** Entries scored in full. */
const SCORED = 256;

/** Entries read in order for a word hardly begun; the shortest phrases come first. */
const SCAN_BUDGET = 5_000;

/** What cannot reach this share of the best match is not worth looking for. */
const WORTHWHILE = 0.5;

/** Entries kept for the second, finer look, and how many of their codes get all of it. */
const KEPT = 48;
const LOOKED_INTO = 24;

/** Ranks one release's entries for a plan; keeps its scratch arrays between queries. */
export class Ranker {
  readonly #index: ReleaseIndex;
  readonly #codes: CodeTable;
  /** Bit number (1-based) of each term in the current plan. */
  readonly #slotOf: Uint8Array;
  /** For each entry two bits a query term: found by its own word, by another. All zero between queries. */
  readonly #marks: Int32Array;
  /** Entries with a mark, in the order found. */
  readonly #found: Uint32Array;
  readonly #coverage = new Map<number, number>();
  readonly #counts = new MarkCounts();
  readonly #top = new Top(KEPT);

  constructor(index: ReleaseIndex, codes: CodeTable) {
    this.#index = index;
    this.#codes = codes;
    this.#slotOf = new Uint8Array(index.termCount);
    this.#marks = new Int32Array(index.entryCount);
    this.#found = new Uint32Array(index.entryCount);
  }

  /**
   * The best codes for a plan, best first.
   * @param weights what each query term weighs over all releases searched, so that scores compare between them
   */
  rank(plan: Plan, weights: readonly number[], limit: number): WordHit[] {
    if (plan.alternatives.length === 0) return [];
    for (const [term, slot] of plan.slots) this.#slotOf[term] = slot;
    this.#coverage.clear();
    this.#top.clear();
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const score = this.#scorer(plan, weights, total);
    this.#gather(plan, weights, total, score);
    const hits = this.#refine(plan, weights, total, limit);
    for (const term of plan.slots.keys()) this.#slotOf[term] = 0;
    return hits;
  }

  /**
   * Reads the posting lists, rarest word first, marking for each entry which query terms it may have; then scores
   * only the entries with the weightiest marks.
   */
  #gather(plan: Plan, weights: readonly number[], total: number, score: (entry: number) => number): void {
    const top = this.#top;
    const single = plan.query.terms.length === 1 ? plan.prefix : null;
    if (single !== null && this.#index.frequency(single) > 4000) {
      // Nearly every short entry matches: reading them in order beats joining hundreds of lists.
      const end = Math.min(this.#index.entryCount, SCAN_BUDGET);
      for (let entry = 0; entry < end; entry++) {
        const value = score(entry);
        if (value > top.threshold) top.offer(entry, value);
      }
      if (top.threshold > 0) return;
      top.clear();
    }
    const { touched, unread } = this.#mark(plan, weights, total);
    const marks = this.#marks;
    const found = this.#found;
    const counts = this.#counts;
    counts.clear();
    for (let i = 0; i < touched; i++) counts.add(marks[found[i] ?? 0] ?? 0);
    allot(counts, plan, weights, unread);
    for (let i = 0; i < touched; i++) {
      const entry = found[i] ?? 0;
      if (counts.take(marks[entry] ?? 0)) {
        const value = score(entry);
        if (value > top.threshold) top.offer(entry, value);
      }
      marks[entry] = 0;
    }
  }
  /**
   * @returns how many entries were found (they and their marks stay in the scratch arrays), and what the terms
   * whose lists were not read weigh
   */
  #mark(plan: Plan, weights: readonly number[], total: number): { touched: number; unread: number } {
    const { postings, postingStarts } = this.#index;
    const marks = this.#marks;
    const found = this.#found;
    const attainable = attainableWeights(plan, weights);
    const most = attainable.reduce((sum, weight) => sum + weight, 0);
    const slack = MOST_PRIOR + (plan.prefix === null ? 0 : MOST_FAMILIARITY);
    const order = weights
      .map((_, term) => ({ term, work: workOf(plan.alternatives, term) }))
      .filter(({ work }) => work > 0)
      .sort((a, b) => a.work - b.work);
    let touched = 0;
    let read = 0;
    let left = most;
    for (const { term, work } of order) {
      // What has none of the terms so far cannot come near what has them all.
      const seen = (most - left) / total;
      const enough = touched > 0 && bound(left / total, 1, 0, slack) < WORTHWHILE * seen ** GAP;
      if (touched > 0 && (read + work > READ_BUDGET || (enough && touched <= SCORED))) break;
      for (const { from, to, rarest, second, why } of plan.alternatives) {
        if (term < from || term >= to) continue;
        const bit = 1 << (2 * term + (why === null ? 0 : 1));
        const start = postingStarts[rarest.from] ?? 0;
        const end = Math.min(postingStarts[rarest.to] ?? 0, start + READ_BUDGET);
        let also = second === null ? 0 : (postingStarts[second.from] ?? 0);
        const alsoEnd = second === null ? 0 : (postingStarts[second.to] ?? 0);
        for (let at = start; at < end; at++) {
          const entry = postings[at] ?? 0;
          if (second !== null) {
            while (also < alsoEnd && (postings[also] ?? 0) < entry) also++;
            if (also === alsoEnd) break;
            if (postings[also] !== entry) continue;
          }
          const mark = marks[entry] ?? 0;
          if (mark === 0) {
            if (enough) continue;
            found[touched++] = entry;
          }
          marks[entry] = mark | bit;
        }
      }
      read += work;
      left -= attainable[term] ?? 0;
    }
    return { touched, unread: left };
  }

  #scorer(plan: Plan, weights: readonly number[], total: number): (entry: number) => number {
    const { tokenStarts, tokens, essentials, weights: termWeights, masses, codes } = this.#index;
    const index = this.#index;
    const table = this.#codes;
    const slotOf = this.#slotOf;
    const from = plan.prefix?.from ?? 0;
    const to = plan.prefix?.to ?? 0;
    const { prefixBit } = plan;
    return (entry) => {
      const start = tokenStarts[entry] ?? 0;
      const end = tokenStarts[entry + 1] ?? 0;
      const essentialEnd = start + (essentials[entry] ?? 0);
      let mask = 0;
      let mass = 0;
      let begun = -1;
      for (let at = start; at < end; at++) {
        const term = tokens[at] ?? 0;
        const slot = slotOf[term] ?? 0;
        if (slot > 0) mask |= 1 << (slot - 1);
        const inPrefix = term >= from && term < to;
        if (inPrefix) {
          mask |= prefixBit;
          if (slot === 0) begun = term;
        }
        if (at < essentialEnd && (slot > 0 || inPrefix)) mass += termWeights[term] ?? 0;
      }
      if (mask === 0) return 0;
      const covered = this.#covered(mask, plan, weights, total);
      if (covered === 0) return 0;
      const familiar =
        begun < 0
          ? 0
          : Math.min(
              MOST_FAMILIARITY,
              FAMILIARITY * Math.log2(index.frequency({ from: begun, to: begun + 1 })),
            );
      return (
        covered * (1 - BREVITY + (BREVITY * mass) / Math.max(masses[entry] ?? 1, 0.001)) +
        (KIND_PRIOR[index.kindNumber(entry)] ?? 0) +
        (table.billable(codes[entry] ?? 0) ? BILLABLE : 0) +
        familiar
      );
    };
  }

  /** The share of the query's weight that a set of found words covers, raised so that a gap costs more than its share. */
  #covered(mask: number, plan: Plan, weights: readonly number[], total: number): number {
    const known = this.#coverage.get(mask);
    if (known !== undefined) return known;
    const best = new Float64Array(weights.length);
    for (const { needs, from, to, quality } of plan.alternatives) {
      if ((mask & needs) !== needs) continue;
      for (let i = from; i < to; i++) if (quality > (best[i] ?? 0)) best[i] = quality;
    }
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (best[i] ?? 0);
    const covered = (sum / total) ** GAP;
    this.#coverage.set(mask, covered);
    return covered;
  }

  /** The second look: one hit a code, with what the code's other phrases and the order of the words add. */
  #refine(plan: Plan, weights: readonly number[], total: number, limit: number): WordHit[] {
    const hits = new Map<number, { score: number; entry: number }>();
    for (const { item: entry, score } of this.#top.sorted()) {
      const code = this.#index.codes[entry] ?? 0;
      const ordered = score + this.#order(plan, entry);
      const known = hits.get(code);
      if (known === undefined || ordered > known.score) hits.set(code, { score: ordered, entry });
    }
    const ranked = [...hits].map(([code, { score, entry }], i) => ({
      code,
      entry,
      score:
        score -
        (this.#retired(code) ? RETIRED : 0) +
        (i < LOOKED_INTO ? this.#elsewhere(plan, weights, total, code, entry) : 0),
    }));
    ranked.sort((a, b) => b.score - a.score || a.code - b.code);
    return ranked.slice(0, limit).map((hit) => ({ ...hit, readings: this.#readings(plan, hit.entry) }));
  }

  /** Not billable and nothing below it: a code the publisher keeps in its file after its last day. */
  #retired(code: number): boolean {
    return !this.#codes.billable(code) && this.#codes.children(code).length === 0;
  }

  /** Words of the query that this entry lacks but the code's other phrases, or those of its category, have. */
  #elsewhere(plan: Plan, weights: readonly number[], total: number, code: number, entry: number): number {
    const mask = this.#maskOf(plan, entry);
    const here = this.#covered(mask, plan, weights, total);
    if (here > 0.98) return 0;
    let all = mask;
    for (let at = code, most = 24; at >= 0 && most > 0; at = this.#codes.parent(at), most -= 10) {
      const entries = this.#index.entriesOf(at);
      for (let i = 0; i < entries.length && i < most; i++) all |= this.#maskOf(plan, entries[i] ?? 0);
    }
    return all === mask ? 0 : 0.3 * (this.#covered(all, plan, weights, total) - here);
  }

  #maskOf(plan: Plan, entry: number): number {
    const { tokenStarts, tokens } = this.#index;
    let mask = 0;
    for (let at = tokenStarts[entry] ?? 0; at < (tokenStarts[entry + 1] ?? 0); at++) {
      const term = tokens[at] ?? 0;
      const slot = this.#slotOf[term] ?? 0;
      if (slot > 0) mask |= 1 << (slot - 1);
      if (plan.prefix !== null && term >= plan.prefix.from && term < plan.prefix.to) mask |= plan.prefixBit;
    }
    return mask;
  }

  /** A little for words that stand beside each other as they were typed. */
  #order(plan: Plan, entry: number): number {
    const { terms } = plan.query;
    if (terms.length < 2) return 0;
    const { tokenStarts, tokens, essentials } = this.#index;
    const start = tokenStarts[entry] ?? 0;
    const end = start + (essentials[entry] ?? 0);
    let before = 0;
    let pairs = 0;
    for (let at = start; at < end; at++) {
      const slot = this.#slotOf[tokens[at] ?? 0] ?? 0;
      if (slot > 0 && before > 0 && slot === before + 1) pairs++;
      before = slot;
    }
    return (0.03 * pairs) / (terms.length - 1);
  }

  #readings(plan: Plan, entry: number): string[] {
    const mask = this.#maskOf(plan, entry);
    const best: (PlannedAlternative | undefined)[] = plan.query.terms.map(() => undefined);
    for (const alternative of plan.alternatives) {
      if ((mask & alternative.needs) !== alternative.needs) continue;
      for (let i = alternative.from; i < alternative.to; i++)
        if (alternative.quality > (best[i]?.quality ?? 0)) best[i] = alternative;
    }
    return [...new Set(best.flatMap((alternative) => alternative?.why ?? []))];
  }
}

/** What each query term can contribute at best, given how well the release can say it. */
function attainableWeights(plan: Plan, weights: readonly number[]): number[] {
  return weights.map((weight, term) => {
    let quality = 0;
    for (const alternative of plan.alternatives)
      if (term >= alternative.from && term < alternative.to && alternative.quality > quality)
        quality = alternative.quality;
    return weight * quality;
  });
}

/** How many entries of each mark are scored: the weightiest marks first, none of them taking all. */
function allot(counts: MarkCounts, plan: Plan, weights: readonly number[], unread: number): void {
  const weighed = counts.entries().map(({ mark, count }) => {
    let weight = 0;
    for (let term = 0; term < plan.query.terms.length; term++) {
      const bits = (mark >>> (2 * term)) & 3;
      if (bits !== 0) weight += (weights[term] ?? 0) * (bits === 2 ? 0.9 : 1);
    }
    return { mark, count, weight };
  });
  weighed.sort((a, b) => b.weight - a.weight || a.mark - b.mark);
  const most = weighed[0]?.weight ?? 0;
  let left = plan.query.terms.length > 5 ? SCORED / 2 : SCORED;
  let given = 0;
  for (const { mark, count, weight } of weighed) {
    // Words whose lists were not read may still be in any of these.
    const reach = (weight + unread) / (most + unread);
    const enough = left <= 0 || reach < 0.45 || (given > 2 * KEPT && reach < 0.65);
    const quota = enough ? 0 : Math.min(count, Math.max(20, Math.ceil(left * 0.6)));
    counts.set(mark, quota);
    left -= quota;
    given += quota;
  }
}

/** The most an entry of this mass can score when the found words weigh at most `reach`. */
function bound(share: number, reach: number, mass: number, slack: number): number {
  return (
    Math.max(0, share) ** GAP * (1 - BREVITY + BREVITY * Math.min(1, reach / Math.max(mass, 0.001))) + slack
  );
}

function workOf(alternatives: readonly PlannedAlternative[], term: number): number {
  let work = 0;
  for (const { from, to, frequency } of alternatives) if (term >= from && term < to) work += frequency;
  return work;
}
