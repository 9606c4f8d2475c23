import type { IndexRow } from '../../book/rows.ts';

/** Index lines by parent and by words, to follow "see" and "see also". */
export class SeeResolver {
  readonly #rows: readonly IndexRow[];
  readonly #children = new Map<number, number[]>();
  readonly #mains = new Map<string, number>();
  readonly #terms: (title: string) => string[];

  constructor(rows: readonly IndexRow[], terms: (title: string) => string[]) {
    this.#rows = rows;
    this.#terms = terms;
    rows.forEach((row, i) => {
      const list = this.#children.get(row.parent);
      if (list === undefined) this.#children.set(row.parent, [i]);
      else list.push(i);
      if (row.parent < 0 && row.table === 'disease') {
        const key = this.#key(row.title);
        if (!this.#mains.has(key)) this.#mains.set(key, i);
      }
    });
  }

  /** The line a cross reference names, as deep as its words can be followed; -1 when its main term is unknown. */
  resolve(reference: string): number {
    const [main = '', ...path] = reference.split(/,\s*/);
    let at = this.#mains.get(this.#key(main)) ?? -1;
    if (at < 0) return -1;
    for (const part of path) {
      if (/^by (site|type)/i.test(part)) break;
      const next = this.#child(at, this.#key(part));
      if (next < 0) break;
      at = next;
    }
    return at;
  }

  /** A subterm with these words, looking through lines that only say "with" or "due to". */
  #child(parent: number, key: string): number {
    if (key === '') return -1;
    for (const child of this.#children.get(parent) ?? []) {
      const own = this.#key(this.#rows[child]?.title ?? '');
      if (own === key) return child;
      if (own === '') {
        const deeper = this.#child(child, key);
        if (deeper >= 0) return deeper;
      }
    }
    return -1;
  }

  #key(title: string): string {
    return [...new Set(this.#terms(title))].sort().join(' ');
  }
}
