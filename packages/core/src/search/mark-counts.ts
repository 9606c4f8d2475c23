const SIZE = 4096;
const FULL = SIZE / 2;

/** Counts per mark (a non-zero 32-bit pattern) in flat arrays; made for tens of thousands of additions a query. */
export class MarkCounts {
  readonly #keys = new Int32Array(SIZE);
  readonly #values = new Int32Array(SIZE);
  readonly #used = new Int32Array(FULL);
  #size = 0;

  clear(): void {
    for (let i = 0; i < this.#size; i++) this.#keys[this.#used[i] ?? 0] = 0;
    this.#size = 0;
  }

  /** Counts one more; a mark beyond the table's capacity is not counted. */
  add(mark: number): void {
    const at = this.#place(mark);
    if (this.#keys[at] === mark) {
      this.#values[at] = (this.#values[at] ?? 0) + 1;
    } else if (this.#size < FULL) {
      this.#keys[at] = mark;
      this.#values[at] = 1;
      this.#used[this.#size++] = at;
    }
  }

  /** Takes one from a mark's count; false when nothing is left or the mark is unknown. */
  take(mark: number): boolean {
    const at = this.#place(mark);
    if (this.#keys[at] !== mark) return false;
    const left = this.#values[at] ?? 0;
    if (left <= 0) return false;
    this.#values[at] = left - 1;
    return true;
  }

  set(mark: number, count: number): void {
    const at = this.#place(mark);
    if (this.#keys[at] === mark) this.#values[at] = count;
  }

  entries(): { readonly mark: number; readonly count: number }[] {
    return Array.from({ length: this.#size }, (_, i) => {
      const at = this.#used[i] ?? 0;
      return { mark: this.#keys[at] ?? 0, count: this.#values[at] ?? 0 };
    });
  }

  #place(mark: number): number {
    let at = Math.imul(mark, 0x9e3779b1) >>> 20;
    while (this.#keys[at] !== 0 && this.#keys[at] !== mark) at = (at + 1) & (SIZE - 1);
    return at;
  }
}
