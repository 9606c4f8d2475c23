import type { Release } from '../../../book/release.ts';
import type { PcsRow } from '../../../book/rows.ts';
import type { Side } from '../../../note/types.ts';
import { wordsOf } from '../../../words/fold.ts';
import { type Anatomy, bodyPartKey } from './anatomy.ts';

/** A body part value of one table. */
export interface BodyPart {
  readonly table: string;
  readonly value: string;
  readonly label: string;
  readonly side: Side | null;
}

/** The tables of one release, read when first asked for and kept; a note touches few of the nine hundred. */
export class PcsTables {
  readonly release: Release;
  readonly anatomy: Anatomy;
  readonly #rows = new Map<string, readonly PcsRow[]>();
  readonly #parts = new Map<string, ReadonlyMap<string, readonly BodyPart[]>>();
  #names: readonly string[] | null = null;
  #keys: ReadonlyMap<string, string> | null = null;

  constructor(release: Release, anatomy: Anatomy) {
    this.release = release;
    this.anatomy = anatomy;
  }

  rows(table: string): readonly PcsRow[] {
    const known = this.#rows.get(table);
    if (known !== undefined) return known;
    const rows = this.release.pcsRows(table);
    this.#rows.set(table, rows);
    return rows;
  }

  /** Body parts of every table of a section and operation (`0B`: 00B, 01B …), by their label without its side. */
  partsOf(section: string, operation: string): ReadonlyMap<string, readonly BodyPart[]> {
    const known = this.#parts.get(section + operation);
    if (known !== undefined) return known;
    this.#names ??= this.release.pcsTables();
    const parts = new Map<string, BodyPart[]>();
    for (const table of this.#names) {
      if (table[0] !== section || table[2] !== operation) continue;
      const seen = new Set<string>();
      for (const row of this.rows(table)) {
        for (const { value, label } of row.axes[0]) {
          if (seen.has(value)) continue;
          seen.add(value);
          const { key, side } = readLabel(label);
          const list = parts.get(key);
          if (list === undefined) parts.set(key, [{ table, value, label, side }]);
          else list.push({ table, value, label, side });
        }
      }
    }
    this.#parts.set(section + operation, parts);
    return parts;
  }

  /** The label the body part key prefers for a term (`antrum` → `Stomach, Pylorus`), as a key; undefined when it has none. */
  preferred(term: string): string | undefined {
    this.#keys ??= new Map(
      this.release
        .pcsKeys()
        .filter((row) => row.axis === 'body part')
        .map((row) => [bodyPartKey(wordsOf(row.term)), readLabel(row.preferred).key]),
    );
    return this.#keys.get(term);
  }
}

function readLabel(label: string): { readonly key: string; readonly side: Side | null } {
  const words = wordsOf(label);
  const side = words.find((word) => word === 'right' || word === 'left' || word === 'bilateral');
  return {
    key: bodyPartKey(words.filter((word) => word !== side)),
    side: (side as Side | undefined) ?? null,
  };
}
