import type { CodeTable } from '../book/code-table.ts';
import type { Plan, PlannedAlternative } from './plan.ts';
import type { ReleaseIndex, TermRange } from './release-index.ts';

/** How far a match outweighs brevity: an entry that says only what was asked gets the whole point. */
const BREVITY = 0.5;

/** A share of the query that is missing costs more than its share. */
const GAP = 1.35;

/** Added for an entry's kind, in the order of KINDS. */
const KIND_PRIOR = Float64Array.from([
  0, 0, 0.005, -0.01, -0.004, -0.03, 0, -0.2, -0.06, 0.01, 0, -0.06, -0.02, -0.1,
]);
const BILLABLE = 0.02;
/** What the priors can add. */
export const MOST_PRIOR = 0.03;

/** By kind × 2 + whether the code can be billed. */
const PRIOR = Float64Array.from(
  { length: 2 * KIND_PRIOR.length },
  (_, i) => (KIND_PRIOR[i >> 1] ?? 0) + (i % 2 === 1 ? BILLABLE : 0),
);

/** Taken from a code that can no longer be billed. */
const RETIRED = 0.2;
/** Taken from a code that only reports a quality measure. */
const REPORTS_MEASURE = 0.25;

/** Per term doubling of frequency, for a word still being typed: `dia` means diabetes before diastole. */
const FAMILIARITY = 0.005;
export const MOST_FAMILIARITY = 0.07;

/** For words that stand beside each other as they were typed. */
const IN_ORDER = 0.03;

/** For words of the query that the code's other phrases, or those of its category, have. */
const ELSEWHERE = 0.3;

/** Readings of an unfinished word that are weighed one by one to say what it can add at most. */
const MOST_WEIGHED = 32;

/** What a match is worth: one release's entries against one plan at a time. */
export class Scorer {
  readonly #index: ReleaseIndex;
  readonly #codes: CodeTable;
  readonly #tokens: Uint32Array;
  readonly #weights: Float32Array;
  /** What scoring reads of an entry, side by side: it is read from memory in one go. See {@link recordsOf}. */
  readonly #records: Int32Array;
  /** The same bytes, for the masses among them. */
  readonly #masses: Float32Array;
  /** Bit number (1-based) of each term in the current plan; all zero between queries. */
  readonly #slotOf: Uint8Array;
  readonly #coverage = new Map<number, number>();
  /** What the phrases of a code say, so that brothers do not read their parent's again. */
  readonly #said = new Map<number, number>();
  readonly #best = new Float64Array(32);
  #plan: Plan | null = null;
  /** What each query term weighs. */
  #sought: readonly number[] = [];
  #total = 0;
  #lastMask = 0;
  #lastCovered = 0;
  #mostMass = 0;
  #mostPrior = MOST_PRIOR;

  constructor(index: ReleaseIndex, codes: CodeTable) {
    this.#index = index;
    this.#codes = codes;
    this.#slotOf = new Uint8Array(index.termCount);
    this.#tokens = index.tokens;
    this.#weights = index.weights;
    this.#records = recordsOf(index, codes);
    this.#masses = new Float32Array(this.#records.buffer);
  }

  begin(plan: Plan, weights: readonly number[], total: number): void {
    this.#plan = plan;
    this.#sought = weights;
    this.#total = total;
    this.#coverage.clear();
    this.#lastMask = 0;
    this.#said.clear();
    this.#mostMass = 0;
    this.#mostPrior = MOST_PRIOR;
    for (const [term, slot] of plan.slots) {
      this.#slotOf[term] = slot;
      this.#mostMass += this.#index.weights[term] ?? 0;
    }
    if (plan.prefix !== null) this.#beginPrefix(plan.prefix);
  }

  /** What an unfinished word may add: only those of its readings that are no word of the plan themselves. */
  #beginPrefix({ from, to }: TermRange): void {
    if (to - from > MOST_WEIGHED) this.#mostMass = Number.POSITIVE_INFINITY;
    let others = to - from > MOST_WEIGHED;
    for (let term = from; term < to && this.#mostMass < Number.POSITIVE_INFINITY; term++) {
      if (this.#slotOf[term] !== 0) continue;
      others = true;
      this.#mostMass += this.#index.weights[term] ?? 0;
    }
    if (others) this.#mostPrior += MOST_FAMILIARITY;
  }

  end(): void {
    for (const term of this.#plan?.slots.keys() ?? []) this.#slotOf[term] = 0;
    this.#plan = null;
  }

  /** Weight that makes up `weight` of the query, as a share raised so that a gap costs more than its share. */
  share(weight: number): number {
    return weight <= 0 ? 0 : (weight / this.#total) ** GAP;
  }

  /** The most {@link score} says of an entry whose words cover at most this share. */
  most(covered: number): number {
    return covered + this.#mostPrior;
  }

  /** The same, knowing how much the entry says. */
  mostOf(covered: number, entry: number): number {
    const mass = this.#masses[entry * RECORD + 2] ?? 0;
    const reach = mass > this.#mostMass ? this.#mostMass / mass : 1;
    return this.most(covered * (1 - BREVITY + BREVITY * reach));
  }

  /** The most {@link order} and {@link elsewhere} can add to an entry that covers this share. */
  mostAdded(covered: number): number {
    return IN_ORDER + ELSEWHERE * Math.max(0, 1 - covered);
  }

  /** Covered share of the query × how much of the entry was asked for, and small priors; 0 when nothing matches. */
  score(entry: number): number {
    const plan = this.#plan;
    if (plan === null) return 0;
    const tokens = this.#tokens;
    const slotOf = this.#slotOf;
    const from = plan.prefix?.from ?? 0;
    const to = plan.prefix?.to ?? 0;
    const record = entry * RECORD;
    const start = this.#records[record] ?? 0;
    const lengths = this.#records[record + 1] ?? 0;
    const end = start + (lengths >>> 8);
    const essentialEnd = start + (lengths & 255);
    let mask = 0;
    let mass = 0;
    let begun = -1;
    for (let at = start; at < end; at++) {
      const term = tokens[at] ?? 0;
      const slot = slotOf[term] ?? 0;
      if (slot > 0) mask |= 1 << (slot - 1);
      if (term >= from && term < to) {
        mask |= plan.prefixBit;
        if (slot === 0) begun = term;
      } else if (slot === 0) continue;
      if (at < essentialEnd) mass += this.#weights[term] ?? 0;
    }
    if (mask === 0) return 0;
    const covered = mask === this.#lastMask ? this.#lastCovered : this.covered(mask);
    if (covered === 0) return 0;
    this.#lastMask = mask;
    this.#lastCovered = covered;
    return (
      covered * (1 - BREVITY + (BREVITY * mass) / Math.max(this.#masses[record + 2] ?? 1, 0.001)) +
      (PRIOR[this.#records[record + 3] ?? 0] ?? 0) +
      (begun < 0 ? 0 : this.#familiarity(begun))
    );
  }

  #familiarity(term: number): number {
    const frequency = this.#index.frequency({ from: term, to: term + 1 });
    return Math.min(MOST_FAMILIARITY, FAMILIARITY * Math.log2(frequency));
  }

  /** The share of the query's weight that a set of found words covers, raised so that a gap costs more. */
  covered(mask: number): number {
    const known = this.#coverage.get(mask);
    if (known !== undefined) return known;
    const best = this.#best;
    const count = this.#sought.length;
    best.fill(0, 0, count);
    for (const { needs, from, to, quality } of this.#plan?.alternatives ?? []) {
      if ((mask & needs) !== needs) continue;
      for (let i = from; i < to; i++) if (quality > (best[i] ?? 0)) best[i] = quality;
    }
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (this.#sought[i] ?? 0) * (best[i] ?? 0);
    const covered = this.share(sum);
    this.#coverage.set(mask, covered);
    return covered;
  }

  /** The plan's words that an entry has. */
  maskOf(entry: number): number {
    const tokens = this.#tokens;
    const slotOf = this.#slotOf;
    const from = this.#plan?.prefix?.from ?? 0;
    const to = this.#plan?.prefix?.to ?? 0;
    const prefixBit = this.#plan?.prefixBit ?? 0;
    const start = this.#records[entry * RECORD] ?? 0;
    const end = start + ((this.#records[entry * RECORD + 1] ?? 0) >>> 8);
    let mask = 0;
    for (let at = start; at < end; at++) {
      const term = tokens[at] ?? 0;
      const slot = slotOf[term] ?? 0;
      if (slot > 0) mask |= 1 << (slot - 1);
      if (term >= from && term < to) mask |= prefixBit;
    }
    return mask;
  }

  /** A little for words that stand beside each other as they were typed. */
  order(entry: number): number {
    const count = this.#sought.length;
    if (count < 2) return 0;
    const tokens = this.#tokens;
    const start = this.#records[entry * RECORD] ?? 0;
    const end = start + ((this.#records[entry * RECORD + 1] ?? 0) & 255);
    let before = 0;
    let pairs = 0;
    for (let at = start; at < end; at++) {
      const slot = this.#slotOf[tokens[at] ?? 0] ?? 0;
      if (slot > 0 && before > 0 && slot === before + 1) pairs++;
      before = slot;
    }
    return (IN_ORDER * pairs) / (count - 1);
  }

  /** For words of the query that this entry lacks but the code's other phrases, or those of its category, have. */
  elsewhere(code: number, mask: number): number {
    const here = this.covered(mask);
    if (here > 0.98) return 0;
    let all = mask;
    for (let at = code, most = 24; at >= 0 && most > 0; at = this.#codes.parent(at), most -= 10)
      all |= this.#saidBy(at, most);
    return all === mask ? 0 : ELSEWHERE * (this.covered(all) - here);
  }

  /** What the first `most` phrases of a code say. */
  #saidBy(code: number, most: number): number {
    const key = code * 32 + most;
    const known = this.#said.get(key);
    if (known !== undefined) return known;
    const entries = this.#index.entriesOf(code);
    const end = Math.min(entries.length, most);
    let mask = 0;
    for (let i = 0; i < end; i++) mask |= this.maskOf(entries[i] ?? 0);
    this.#said.set(key, mask);
    return mask;
  }

  /** Taken from a code that is kept after its last day (nothing below it, not billable), or only reports a measure. */
  demotion(code: number): number {
    const retired = !this.#codes.billable(code) && !this.#codes.hasChildren(code);
    return (retired ? RETIRED : 0) + (this.#index.aside[code] === 1 ? REPORTS_MEASURE : 0);
  }
}

/** Numbers in an entry's record. */
const RECORD = 4;

/** For each entry: where its tokens start; how many they are × 256 + the essential ones; its mass; its prior's number. */
function recordsOf(index: ReleaseIndex, codes: CodeTable): Int32Array {
  const { tokenStarts, essentials, masses, codes: codeOf, entryCount } = index;
  const records = new Int32Array(entryCount * RECORD);
  const floats = new Float32Array(records.buffer);
  for (let entry = 0, at = 0; entry < entryCount; entry++, at += RECORD) {
    const start = tokenStarts[entry] ?? 0;
    records[at] = start;
    records[at + 1] = (((tokenStarts[entry + 1] ?? 0) - start) << 8) | (essentials[entry] ?? 0);
    floats[at + 2] = masses[entry] ?? 0;
    records[at + 3] = 2 * index.kindNumber(entry) + (codes.billable(codeOf[entry] ?? 0) ? 1 : 0);
  }
  return records;
}

/** What of the query an entry with these words was read as something else to find. */
export function readingsOf(plan: Plan, mask: number): string[] {
  const readings: string[] = [];
  for (let i = 0; i < plan.query.terms.length; i++) {
    let best: PlannedAlternative | null = null;
    for (const alternative of plan.alternatives) {
      const { from, to, needs, quality } = alternative;
      if (i >= from && i < to && (mask & needs) === needs && quality > (best?.quality ?? 0))
        best = alternative;
    }
    const why = best?.why ?? null;
    if (why !== null && !readings.includes(why)) readings.push(why);
  }
  return readings;
}
