import { aligned, type Blobs, type CodeId, PackedStrings } from '../book/code-table.ts';
import { type EntryKind, KINDS } from './entries.ts';
import { editDistance, neighbourhood, SHORTEST_CORRECTED } from './spelling.ts';

/** Terms whose ids lie between `from` and `to` (exclusive): one term, or all that start alike. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** Looked-up words kept, so that typing on does not search for them again. */
const MOST_REMEMBERED = 4096;

/** A term in one of this many entries is common. */
const LEAST_COMMON = 64;

/** The compiled index of one release: typed arrays as stored, nothing parsed. */
export class ReleaseIndex {
  readonly termCount: number;
  readonly entryCount: number;
  readonly weights: Float32Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  readonly tokenStarts: Uint32Array;
  readonly tokens: Uint32Array;
  /** How many of an entry's tokens a query should name. */
  readonly essentials: Uint8Array;
  /** Sum of the weights of an entry's essential tokens; entries are in this order. */
  readonly masses: Float32Array;
  /** The code (row number) an entry leads to. */
  readonly codes: Int32Array;
  /** PCS keys as `term⇥preferred value`. */
  readonly keys: PackedStrings;
  readonly #kinds: Uint8Array;
  readonly #shown: Int32Array;
  readonly #displays: PackedStrings;
  readonly #codeStarts: Uint32Array;
  readonly #codeEntries: Uint32Array;
  readonly #termStarts: Uint32Array;
  readonly #termBytes: Uint8Array;
  readonly #formStarts: Uint32Array;
  readonly #forms: Uint32Array;
  readonly #found = new Map<string, number>();
  readonly #members = new Map<number, Uint32Array>();
  readonly #hashes: Uint32Array;
  readonly #hashTerms: Uint32Array;

  /** By code: 1 for one that only reports a quality measure. */
  readonly aside: Uint8Array;
  constructor(blobs: Blobs) {
    this.weights = new Float32Array(aligned(blobs, 'weights'));
    this.postingStarts = new Uint32Array(aligned(blobs, 'posting-starts'));
    this.postings = new Uint32Array(aligned(blobs, 'postings'));
    this.tokenStarts = new Uint32Array(aligned(blobs, 'token-starts'));
    this.tokens = new Uint32Array(aligned(blobs, 'tokens'));
    this.essentials = new Uint8Array(aligned(blobs, 'essentials'));
    this.masses = new Float32Array(aligned(blobs, 'masses'));
    this.codes = new Int32Array(aligned(blobs, 'codes'));
    this.aside = new Uint8Array(aligned(blobs, 'aside'));
    this.keys = new PackedStrings(blobs, 'key');
    this.#kinds = new Uint8Array(aligned(blobs, 'kinds'));
    this.#shown = new Int32Array(aligned(blobs, 'shown'));
    this.#displays = new PackedStrings(blobs, 'display');
    this.#codeStarts = new Uint32Array(aligned(blobs, 'code-starts'));
    this.#codeEntries = new Uint32Array(aligned(blobs, 'code-entries'));
    this.#termStarts = new Uint32Array(aligned(blobs, 'term-offsets'));
    this.#termBytes = new Uint8Array(aligned(blobs, 'term-bytes'));
    this.#formStarts = new Uint32Array(aligned(blobs, 'form-starts'));
    this.#forms = new Uint32Array(aligned(blobs, 'forms'));
    this.#hashes = new Uint32Array(aligned(blobs, 'spelling-hashes'));
    this.#hashTerms = new Uint32Array(aligned(blobs, 'spelling-terms'));
    this.termCount = this.weights.length;
    this.entryCount = this.codes.length;
  }

  kind(entry: number): EntryKind {
    return KINDS[this.#kinds[entry] ?? 0] ?? 'title';
  }

  kindNumber(entry: number): number {
    return this.#kinds[entry] ?? 0;
  }

  /** The phrase as printed; null when it is the code's own title. */
  display(entry: number): string | null {
    const shown = this.#shown[entry] ?? -1;
    return shown < 0 ? null : this.#displays.at(shown);
  }

  entriesOf(code: CodeId): Uint32Array {
    return this.#codeEntries.subarray(this.#codeStarts[code] ?? 0, this.#codeStarts[code + 1] ?? 0);
  }

  term(id: number): string {
    return String.fromCharCode(
      ...this.#termBytes.subarray(this.#termStarts[id] ?? 0, this.#termStarts[id + 1] ?? 0),
    );
  }

  /** The id of a term, -1 when no phrase has it. */
  find(term: string): number {
    const known = this.#found.get(term);
    if (known !== undefined) return known;
    const at = this.#lowerBound(term);
    const id = at < this.termCount && this.#compare(at, term) === 0 ? at : -1;
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    this.#found.set(term, id);
    return id;
  }

  /** Other forms of a term (`seborrheic`, `seborrhea`), most frequent first. */
  formsOf(term: number): Uint32Array {
    return this.#forms.subarray(this.#formStarts[term] ?? 0, this.#formStarts[term + 1] ?? 0);
  }

  withPrefix(prefix: string): TermRange {
    const from = this.#lowerBound(prefix);
    // `{` is the character after `z`, so this is the first term past every extension of the prefix.
    return { from, to: this.#lowerBound(`${prefix}{`) };
  }

  /** How many entries have one of the terms, counting an entry once a term. */
  frequency({ from, to }: TermRange): number {
    return (this.postingStarts[to] ?? 0) - (this.postingStarts[from] ?? 0);
  }

  /**
   * The entries that have a common term, one bit each; null for a rarer one, whose list is as quickly read.
   * Made when first asked for: few terms are that common.
   */
  membersOf(term: number): Uint32Array | null {
    const known = this.#members.get(term);
    if (known !== undefined) return known;
    const start = this.postingStarts[term] ?? 0;
    const end = this.postingStarts[term + 1] ?? 0;
    if ((end - start) * LEAST_COMMON < this.entryCount) return null;
    const members = new Uint32Array((this.entryCount + 31) >>> 5);
    for (let at = start; at < end; at++) {
      const entry = this.postings[at] ?? 0;
      members[entry >>> 5] = (members[entry >>> 5] ?? 0) | (1 << (entry & 31));
    }
    this.#members.set(term, members);
    return members;
  }

  /** Terms at most one edit away (two for long words when `far`), best first: fewer edits, then more frequent. */
  similar(word: string, limit: number): { readonly term: number; readonly distance: number }[] {
    if (word.length < SHORTEST_CORRECTED) return [];
    const allowed = word.length >= 7 ? 2 : 1;
    const found = new Map<number, number>();
    for (const hash of neighbourhood(word)) {
      for (let at = this.#firstHash(hash); this.#hashes[at] === hash; at++) {
        const term = this.#hashTerms[at] ?? 0;
        if (found.has(term)) continue;
        const distance = editDistance(word, this.term(term), allowed);
        if (distance <= allowed) found.set(term, distance);
      }
    }
    if (found.size === 0 && word.length >= 7) this.#similarByStart(word, found);
    const first = word.charCodeAt(0);
    return (
      [...found]
        // A changed first letter is the rarest slip, and short words that differ there are other words.
        .filter(([term]) => word.length > 6 || this.#termBytes[this.#termStarts[term] ?? 0] === first)
        .map(([term, distance]) => ({
          term,
          distance,
          rank:
            distance +
            (this.#termBytes[this.#termStarts[term] ?? 0] === first ? 0 : 0.5) -
            0.06 * Math.log2(1 + this.frequency({ from: term, to: term + 1 })),
        }))
        .sort((a, b) => a.rank - b.rank || a.term - b.term)
        .slice(0, limit)
        .map(({ term, distance }) => ({ term, distance }))
    );
  }

  /** Two slips that one-letter deletions do not bring together: reads every word that starts alike. */
  #similarByStart(word: string, found: Map<number, number>): void {
    const { from, to } = this.withPrefix(word.slice(0, 2));
    const allowed = word.length >= 11 ? 3 : 2;
    for (let term = from; term < to; term++) {
      const length = (this.#termStarts[term + 1] ?? 0) - (this.#termStarts[term] ?? 0);
      if (Math.abs(length - word.length) > allowed) continue;
      const distance = editDistance(word, this.term(term), allowed);
      if (distance <= allowed) found.set(term, distance);
    }
  }

  #firstHash(hash: number): number {
    let low = 0;
    let high = this.#hashes.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if ((this.#hashes[mid] ?? 0) < hash) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  #lowerBound(text: string): number {
    let low = 0;
    let high = this.termCount;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if (this.#compare(mid, text) < 0) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  #compare(id: number, text: string): number {
    const start = this.#termStarts[id] ?? 0;
    const length = (this.#termStarts[id + 1] ?? 0) - start;
    const shared = Math.min(length, text.length);
    for (let i = 0; i < shared; i++) {
      const difference = (this.#termBytes[start + i] ?? 0) - text.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }
}
