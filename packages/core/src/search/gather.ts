import { MarkCounts } from './mark-counts.ts';
import type { Plan, PlannedAlternative } from './plan.ts';
import type { ReleaseIndex } from './release-index.ts';
import { MOST_FAMILIARITY, MOST_PRIOR, type Scorer } from './score.ts';
import { Top } from './top.ts';

/** Postings read before the lists of common words are left to the scoring of what the rarer ones found. */
const READ_BUDGET = 24_000;

/** Entries scored in full. */
const SCORED = 256;

/** Entries read in order for a word hardly begun; the shortest phrases come first. */
const SCAN_BUDGET = 5_000;

/** What cannot reach this share of the best match is not worth looking for. */
const WORTHWHILE = 0.5;

/** Entries kept for the second, finer look. */
const KEPT = 48;

/** Finds one release's best entries for a plan; keeps its scratch arrays between queries. */
export class Gatherer {
  readonly #index: ReleaseIndex;
  readonly #scorer: Scorer;
  /** For each entry two bits a query term: found by its own word, by another. All zero between queries. */
  readonly #marks: Int32Array;
  /** Entries with a mark, in the order found. */
  readonly #found: Uint32Array;
  /** Their marks, once all lists are read. */
  readonly #foundMarks: Int32Array;
  readonly #counts = new MarkCounts();
  readonly #top = new Top(KEPT);

  constructor(index: ReleaseIndex, scorer: Scorer) {
    this.#index = index;
    this.#scorer = scorer;
    this.#marks = new Int32Array(index.entryCount);
    this.#found = new Uint32Array(index.entryCount);
    this.#foundMarks = new Int32Array(index.entryCount);
  }

  /**
   * Reads the posting lists, rarest word first, marking for each entry which query terms it may have; then scores
   * only the entries with the weightiest marks.
   * @param floor what a hit must reach to be of use
   * @returns entries with their scores, best first
   */
  gather(plan: Plan, weights: readonly number[], floor: number): readonly { item: number; score: number }[] {
    const top = this.#top;
    top.clear();
    const single = plan.query.terms.length === 1 ? plan.prefix : null;
    if (single !== null && this.#index.frequency(single) > 4000) {
      // Nearly every short entry matches: reading them in order beats joining hundreds of lists.
      const end = Math.min(this.#index.entryCount, SCAN_BUDGET);
      for (let entry = 0; entry < end; entry++) {
        const value = this.#scorer.score(entry);
        if (value > top.threshold) top.offer(entry, value);
      }
      if (top.threshold > 0) return top.sorted();
      top.clear();
    }
    const { touched, unread } = this.#mark(plan, weights, floor);
    const marks = this.#marks;
    const found = this.#found;
    const foundMarks = this.#foundMarks;
    const counts = this.#counts;
    counts.clear();
    for (let i = 0; i < touched; i++) {
      const entry = found[i] ?? 0;
      const mark = marks[entry] ?? 0;
      marks[entry] = 0;
      foundMarks[i] = mark;
      counts.add(mark);
    }
    const most = this.#allot(plan, weights, unread, floor);
    for (let i = 0; i < touched; i++) {
      if (counts.take(foundMarks[i] ?? 0)) this.#offer(found[i] ?? 0, most);
    }
    return top.sorted();
  }

  /** Scores an entry that covers at most this share. */
  #offer(entry: number, most: number): void {
    const top = this.#top;
    if (this.#scorer.mostOf(most, entry) <= top.threshold) return;
    const value = this.#scorer.score(entry);
    if (value > top.threshold) top.offer(entry, value);
  }

  /**
   * @returns how many entries were found (they and their marks stay in the scratch arrays), and what the terms
   * whose lists were not read weigh
   */
  #mark(plan: Plan, weights: readonly number[], floor: number): { touched: number; unread: number } {
    const scorer = this.#scorer;
    const attainable = attainableWeights(plan, weights);
    const most = attainable.reduce((sum, weight) => sum + weight, 0);
    const order = weights
      .map((_, term) => ({ term, work: workOf(plan.alternatives, term) }))
      .filter(({ work }) => work > 0)
      .sort((a, b) => a.work - b.work);
    const slack = plan.prefix === null ? MOST_PRIOR : MOST_PRIOR + MOST_FAMILIARITY;
    let touched = 0;
    let read = 0;
    let left = most;
    for (const { term, work } of order) {
      // What has none of the terms so far cannot come near what has them all.
      const rest = scorer.share(left);
      const hopeless = scorer.most(rest) + scorer.mostAdded(rest) < floor;
      if (hopeless && touched === 0) break;
      const enough = touched > 0 && (hopeless || rest + slack < WORTHWHILE * scorer.share(most - left));
      if (touched > 0 && (read + work > READ_BUDGET || (enough && touched <= SCORED))) break;
      for (const alternative of plan.alternatives) {
        if (term < alternative.from || term >= alternative.to) continue;
        const bit = 1 << (2 * term + (alternative.why === null ? 0 : 1));
        if (enough) this.#probe(alternative, bit, touched);
        else touched = this.#read(alternative, bit, touched);
      }
      read += work;
      left -= attainable[term] ?? 0;
    }
    return { touched, unread: left };
  }

  /** Marks every entry of an alternative's list. */
  #read({ rarest, second }: PlannedAlternative, bit: number, before: number): number {
    const { postings, postingStarts } = this.#index;
    const marks = this.#marks;
    const found = this.#found;
    const start = postingStarts[rarest.from] ?? 0;
    const end = Math.min(postingStarts[rarest.to] ?? 0, start + READ_BUDGET);
    let touched = before;
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
      if (mark === 0) found[touched++] = entry;
      marks[entry] = mark | bit;
    }
    return touched;
  }

  /** Marks those of an alternative's entries that were found before. */
  #probe({ rarest, second, frequency }: PlannedAlternative, bit: number, touched: number): void {
    const marks = this.#marks;
    const found = this.#found;
    const members =
      second === null && rarest.to === rarest.from + 1 && frequency > touched
        ? this.#index.membersOf(rarest.from)
        : null;
    if (members !== null) {
      for (let i = 0; i < touched; i++) {
        const entry = found[i] ?? 0;
        if (((members[entry >>> 5] ?? 0) >>> (entry & 31)) & 1) marks[entry] = (marks[entry] ?? 0) | bit;
      }
      return;
    }
    const { postings, postingStarts } = this.#index;
    const start = postingStarts[rarest.from] ?? 0;
    const end = Math.min(postingStarts[rarest.to] ?? 0, start + READ_BUDGET);
    let also = second === null ? 0 : (postingStarts[second.from] ?? 0);
    const alsoEnd = second === null ? 0 : (postingStarts[second.to] ?? 0);
    for (let at = start; at < end; at++) {
      const entry = postings[at] ?? 0;
      const mark = marks[entry] ?? 0;
      if (mark === 0) continue;
      if (second !== null) {
        while (also < alsoEnd && (postings[also] ?? 0) < entry) also++;
        if (also === alsoEnd) break;
        if (postings[also] !== entry) continue;
      }
      marks[entry] = mark | bit;
    }
  }

  /**
   * How many entries of each mark are scored: the weightiest marks first, none of them taking all.
   * @returns the most any of them covers
   */
  #allot(plan: Plan, weights: readonly number[], unread: number, floor: number): number {
    const scorer = this.#scorer;
    const terms = plan.query.terms.length;
    let mostWeight = 0;
    const weighed = this.#counts.entries().map(({ mark, count }) => {
      let weight = 0;
      let whole = 0;
      for (let term = 0; term < terms; term++) {
        const bits = (mark >>> (2 * term)) & 3;
        if (bits === 0) continue;
        whole += weights[term] ?? 0;
        weight += (weights[term] ?? 0) * (bits === 2 ? 0.9 : 1);
      }
      if (whole > mostWeight) mostWeight = whole;
      return { mark, count, weight, whole };
    });
    weighed.sort((a, b) => b.weight - a.weight || a.mark - b.mark);
    const most = weighed[0]?.weight ?? 0;
    let left = terms > 5 ? SCORED / 2 : SCORED;
    let given = 0;
    for (const { mark, count, weight, whole } of weighed) {
      // Words whose lists were not read may still be in any of these.
      const reach = (weight + unread) / (most + unread);
      const covered = scorer.share(whole + unread);
      const enough =
        left <= 0 ||
        reach < 0.45 ||
        (given > 2 * KEPT && reach < 0.65) ||
        scorer.most(covered) + scorer.mostAdded(covered) < floor;
      const quota = enough ? 0 : Math.min(count, Math.max(20, Math.ceil(left * 0.6)));
      this.#counts.set(mark, quota);
      left -= quota;
      given += quota;
    }
    return scorer.share(mostWeight + unread);
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

function workOf(alternatives: readonly PlannedAlternative[], term: number): number {
  let work = 0;
  for (const { from, to, frequency } of alternatives) if (term >= from && term < to) work += frequency;
  return work;
}
