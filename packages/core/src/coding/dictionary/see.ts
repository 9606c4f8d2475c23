import type { IndexRow } from '../../book/rows.ts';

/** Index lines by parent and by words, to follow "see" and "see also". */
export class SeeResolver {
  readonly #rows: readonly IndexRow[];
  readonly #children = new Map<number, number[]>();
  readonly #mains = new Map<string, number>();
  readonly #terms: (title: string) => string[];
  readonly #words = new Map<number, readonly string[]>();
  readonly #keys = new Map<number, readonly string[]>();

  constructor(rows: readonly IndexRow[], terms: (title: string) => string[]) {
    this.#rows = rows;
    this.#terms = terms;
    rows.forEach((row, i) => {
      const list = this.#children.get(row.parent);
      if (list === undefined) this.#children.set(row.parent, [i]);
      else list.push(i);
    });
    // A term's own spelling comes before the other forms it lists ("Abscess" before "Abscess, embolic").
    for (let form = 0; form < MOST_FORMS; form++) {
      rows.forEach((row, i) => {
        if (row.parent >= 0 || row.table !== 'disease') return;
        const key = this.#keysOf(i)[form];
        if (key !== undefined && key !== '' && !this.#mains.has(key)) this.#mains.set(key, i);
      });
    }
  }

  /** The line a cross reference names; -1 when its words cannot be followed to the end. */
  resolve(reference: string): number {
    const [main = '', ...path] = reference.replace(/\([^)]*\)/g, ' ').split(/,\s*/);
    // "Recruitment, auditory": the main term itself may hold the comma.
    const joined = path[0] === undefined ? -1 : (this.#mains.get(this.#key(`${main} ${path[0]}`)) ?? -1);
    let at = joined >= 0 ? joined : (this.#mains.get(this.#key(main)) ?? -1);
    const rest = joined >= 0 ? path.slice(1) : path;
    for (const [i, part] of rest.entries()) {
      // "Diabetes, by type, with gangrene": the type not told is the main term's own default (Guidelines I.C.4.a.2).
      if (at >= 0 && /^by type$/i.test(part) && /^with /i.test(rest[i + 1] ?? '')) continue;
      if (at < 0 || /^by (site|type)/i.test(part)) return at;
      const key = this.#key(part);
      if (key === '' && !/specified/i.test(part)) continue;
      at = key === '' ? this.#specified(at) : this.#child(at, key);
    }
    return at;
  }

  /**
   * "Failure, heart, with hypertension: see Hypertension, heart" leads on to "with heart failure" there, since its
   * own words (`said`) say so.
   */
  narrower(line: number, said: readonly string[]): number {
    if (line < 0) return line;
    const known = new Set<string>();
    for (let at = line; at >= 0; at = this.#rows[at]?.parent ?? -1)
      for (const word of this.#wordsOf(at)) known.add(word);
    return this.#narrower(line, known, new Set(said)) ?? line;
  }

  #narrower(line: number, known: ReadonlySet<string>, said: ReadonlySet<string>): number | undefined {
    for (const child of this.#children.get(line) ?? []) {
      const words = this.#wordsOf(child);
      // A line that only says "with" adds nothing of its own, and is looked through.
      if (words.length > 0 && words.every((word) => known.has(word))) continue;
      if (!words.every((word) => said.has(word))) continue;
      // "Specified arteries NEC" is named by no word of its own.
      if (/\bspecified\b/i.test(this.#rows[child]?.title ?? '')) continue;
      const deeper = this.#narrower(child, new Set([...known, ...words]), said);
      if (deeper !== undefined) return deeper;
      if (words.length > 0 && this.#rows[child]?.code !== undefined) return child;
    }
    return undefined;
  }

  #wordsOf(line: number): readonly string[] {
    let words = this.#words.get(line);
    if (words === undefined) {
      words = this.#terms(this.#rows[line]?.title ?? '');
      this.#words.set(line, words);
    }
    return words;
  }

  /** A subterm with these words, looking through lines that only say "with" or "due to". */
  #child(parent: number, key: string): number {
    const children = this.#children.get(parent) ?? [];
    for (const child of children) if (this.#keysOf(child).includes(key)) return child;
    for (const child of children) {
      if (this.#keysOf(child)[0] !== '') continue;
      const deeper = this.#child(child, key);
      if (deeper >= 0) return deeper;
    }
    // "upper limb" may be printed as "limb", then "upper".
    const words = key.split(' ');
    if (words.length !== 2) return -1;
    for (const [outer = '', inner = ''] of [words, [...words].reverse()]) {
      const found = children.find((child) => this.#keysOf(child).includes(outer));
      const deeper = found === undefined ? -1 : this.#child(found, inner);
      if (deeper >= 0) return deeper;
    }
    return -1;
  }

  #specified(parent: number): number {
    return (
      (this.#children.get(parent) ?? []).find((child) =>
        /^(other )?specified/i.test(this.#rows[child]?.title ?? ''),
      ) ?? -1
    );
  }

  /** All its words first, then each form it lists: `aorta, aortic`. */
  #keysOf(line: number): readonly string[] {
    let keys = this.#keys.get(line);
    if (keys === undefined) {
      const title = (this.#rows[line]?.title ?? '').replace(/\([^)]*\)/g, ' ');
      const forms = title.split(', ');
      keys = [this.#key(title), ...(forms.length > 1 ? forms.map((form) => this.#key(form)) : [])].slice(
        0,
        MOST_FORMS,
      );
      this.#keys.set(line, keys);
    }
    return keys;
  }

  #key(title: string): string {
    return [...new Set(this.#terms(title))].sort().join(' ');
  }
}

const MOST_FORMS = 8;
