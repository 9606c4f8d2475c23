/** The best `size` numbered items seen, by score; a binary heap with the worst kept at the root. */
export class Top {
  readonly #size: number;
  readonly #scores: Float64Array;
  readonly #items: Int32Array;
  #count = 0;

  constructor(size: number) {
    this.#size = size;
    this.#scores = new Float64Array(size);
    this.#items = new Int32Array(size);
  }

  clear(): void {
    this.#count = 0;
  }

  /** What a score must exceed to be kept. */
  get threshold(): number {
    return this.#count < this.#size ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? 0);
  }

  offer(item: number, score: number): void {
    if (this.#count < this.#size) {
      this.#up(this.#count++, item, score);
    } else if (score > (this.#scores[0] ?? 0)) {
      this.#down(item, score);
    }
  }

  /** Best first; equal scores by item. */
  sorted(): { readonly item: number; readonly score: number }[] {
    return Array.from({ length: this.#count }, (_, i) => ({
      item: this.#items[i] ?? 0,
      score: this.#scores[i] ?? 0,
    })).sort((a, b) => b.score - a.score || a.item - b.item);
  }

  #up(place: number, item: number, score: number): void {
    let at = place;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#scores[parent] ?? 0) <= score) break;
      this.#put(at, this.#items[parent] ?? 0, this.#scores[parent] ?? 0);
      at = parent;
    }
    this.#put(at, item, score);
  }

  #down(item: number, score: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#count) break;
      if (child + 1 < this.#count && (this.#scores[child + 1] ?? 0) < (this.#scores[child] ?? 0)) child++;
      if ((this.#scores[child] ?? 0) >= score) break;
      this.#put(at, this.#items[child] ?? 0, this.#scores[child] ?? 0);
      at = child;
    }
    this.#put(at, item, score);
  }

  #put(at: number, item: number, score: number): void {
    this.#items[at] = item;
    this.#scores[at] = score;
  }
}
