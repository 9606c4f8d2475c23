import type { Release } from '../../../book/release.ts';
import type { Lexicon } from '../../../words/lexicon.ts';
import { ConceptBook } from './concept-book.ts';
import type { Condition } from './condition.ts';
import { type Family, familyTable, plainFamily } from './family-table.ts';
import { type ProcedureRow, procedureRow } from './procedure-row.ts';

/** A phrase of a row, filed under the rarest of its concepts. */
export interface FiledPhrase {
  readonly row: ProcedureRow;
  readonly family: Family;
  readonly written: string;
  readonly concepts: readonly string[];
  /** Said beside it, not in the same words. */
  readonly also: readonly Condition[];
  /** What must stand at the place; for what is done through a scope, without the scope's own name. */
  readonly needed: readonly string[];
  /** Too little to say inside a report: only a line that names procedures may say it. */
  readonly onlyNamed: boolean;
  /** The plain look of a scope family. */
  readonly look: boolean;
}

/** Everything the reader knows of procedures: the rows of the release, and the lexicon's words, sites and families. */
export interface ProcedureBook {
  readonly concepts: ConceptBook;
  readonly families: ReadonlyMap<string, Family>;
  readonly rows: ReadonlyMap<string, ProcedureRow>;
  /** Rows that are reported beside others. */
  readonly beside: readonly ProcedureRow[];
  readonly byConcept: ReadonlyMap<string, readonly FiledPhrase[]>;
  /** Concepts that name a part of the body, by class (`face`, `hand`). */
  readonly sites: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * @param release of the source `procedures`.
 * @throws Error naming the number whose cells do not have their shape.
 */
export function procedureBook(release: Release, lexicon: Lexicon): ProcedureBook {
  const words = lexicon.procedures;
  const concepts = new ConceptBook(words?.words ?? []);
  const families = new Map(familyTable(words?.families ?? [], concepts));
  const rows: ProcedureRow[] = [];
  for (let code = 0; code < release.codes.size; code++) {
    if (release.codes.isModifier(code)) continue;
    const { attributes } = release.detail(code);
    const number = release.codes.code(code);
    const cells = { ...attributes, words: attributes['index words'] };
    rows.push(procedureRow(number, attributes.family ?? number, rows.length, cells, concepts));
  }
  for (const [number = '', family = '', said, needs, not, after, units, side, includes] of words?.levelTwo ??
    [])
    rows.push(
      procedureRow(
        number,
        family,
        rows.length,
        { words: said, needs, not, after, units, side, includes },
        concepts,
      ),
    );
  for (const { family } of rows) if (!families.has(family)) families.set(family, plainFamily(family));
  return {
    concepts,
    families,
    rows: new Map(rows.map((row) => [row.number, row])),
    beside: rows.filter(({ after }) => after.length > 0),
    byConcept: filed(rows.flatMap((row) => phrasesOf(row, families))),
    sites: new Map(
      (words?.sites ?? []).map(([name = '', parts = '']) => [
        name,
        parts.split(';').flatMap((part) => (part.trim() === '' ? [] : concepts.phrase(part))),
      ]),
    ),
  };
}

function phrasesOf(row: ProcedureRow, families: ReadonlyMap<string, Family>): FiledPhrase[] {
  const family = families.get(row.family) ?? plainFamily(row.family);
  // An add-on number has no mention of its own.
  if (row.after.length > 0 || family.told === 'never') return [];
  return row.phrases.map(({ written, concepts, also }): FiledPhrase => {
    const look = family.kind === 'scope' && family.names.some((name) => same(name, concepts));
    const needed = look || family.kind !== 'scope' ? concepts : withoutNames(concepts, family.names);
    return { row, family, written, concepts, also, needed, onlyNamed: written.startsWith('!'), look };
  });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function withoutNames(concepts: readonly string[], names: readonly (readonly string[])[]): readonly string[] {
  for (const name of names) {
    if (!name.every((id) => concepts.includes(id))) continue;
    const rest = concepts.filter((id) => !name.includes(id));
    if (rest.length > 0) return rest;
  }
  return concepts;
}

function filed(phrases: readonly FiledPhrase[]): Map<string, FiledPhrase[]> {
  const frequency = new Map<string, number>();
  for (const { needed } of phrases) for (const id of needed) frequency.set(id, (frequency.get(id) ?? 0) + 1);
  const byConcept = new Map<string, FiledPhrase[]>();
  for (const phrase of phrases) {
    let rarest = phrase.needed[0] ?? '';
    for (const id of phrase.needed) if ((frequency.get(id) ?? 0) < (frequency.get(rarest) ?? 0)) rarest = id;
    if (rarest === '') continue;
    const list = byConcept.get(rarest);
    if (list === undefined) byConcept.set(rarest, [phrase]);
    else list.push(phrase);
  }
  return byConcept;
}
