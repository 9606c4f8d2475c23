import type { ConceptBook } from './concept-book.ts';
import { type Condition, conditionsOf, MEASURES, type Measure } from './condition.ts';

/** How a number counts: `count`, `count-1`, `area-100/100` (each started hundred past the first), `levels`. */
export interface UnitRule {
  readonly measure: Measure | 'mentions';
  readonly less: number;
  readonly each: number;
}

/** Which modifiers tell the side or digit of a number; '' where none do. */
export type SideKind = 'side' | 'pair' | 'eyelid' | 'finger' | 'toe' | '';

/** Words that stand close together; what follows a `+` is said anywhere in the naming or the telling of it. */
export interface RowPhrase {
  readonly written: string;
  readonly concepts: readonly string[];
  readonly also: readonly Condition[];
}

/** A line of `knowledge/starter/procedures/` or `knowledge/lexicon/procedures/level-two.tsv`, ready to be matched. */
export interface ProcedureRow {
  readonly number: string;
  readonly family: string;
  /** Earlier rows go first where nothing else decides. */
  readonly order: number;
  readonly phrases: readonly RowPhrase[];
  readonly needs: readonly Condition[];
  readonly not: readonly Condition[];
  /** Reported beside one of these, at the same mention: add-on numbers, and what only the body tells. */
  readonly after: readonly string[];
  readonly units: UnitRule | null;
  readonly side: SideKind;
  /** Numbers and families that are part of this one. */
  readonly includes: readonly string[];
}

/** The cells of a row, by the column names of the table. */
export interface ProcedureCells {
  readonly words?: string | undefined;
  readonly needs?: string | undefined;
  readonly not?: string | undefined;
  readonly after?: string | undefined;
  readonly units?: string | undefined;
  readonly side?: string | undefined;
  readonly includes?: string | undefined;
}

const SIDES: readonly SideKind[] = ['side', 'pair', 'eyelid', 'finger', 'toe', ''];

/** @throws Error naming the cell that does not have its shape. */
export function procedureRow(
  number: string,
  family: string,
  order: number,
  cells: ProcedureCells,
  concepts: ConceptBook,
): ProcedureRow {
  const side = SIDES.find((one) => one === (cells.side ?? '').trim());
  if (side === undefined) throw new Error(`${number}: "${cells.side}" is no kind of side`);
  return {
    number,
    family,
    order,
    phrases: listOf(cells.words).flatMap((written) => {
      const [words = '', ...also] = written.split(' + ');
      const conditions = conditionsOf(also.join(';'), concepts);
      return concepts.phrase(words).map((phrase) => ({ written, concepts: phrase, also: conditions }));
    }),
    needs: conditionsOf(cells.needs, concepts),
    not: conditionsOf(cells.not, concepts),
    after: listOf(cells.after),
    units: unitRule(number, cells.units),
    side,
    includes: listOf(cells.includes),
  };
}

function unitRule(number: string, cell: string | undefined): UnitRule | null {
  if (cell === undefined || cell.trim() === '') return null;
  const found = /^([a-z]+)(?:-([\d.]+))?(?:\/([\d.]+))?$/.exec(cell.trim());
  const name = found?.[1];
  const measure = name === 'mentions' ? name : MEASURES.find((one) => one === name);
  if (found === null || measure === undefined) throw new Error(`${number}: "${cell}" is no rule for units`);
  return { measure, less: Number(found[2] ?? 0), each: Number(found[3] ?? 1) };
}

/** Units of a measured amount; at least one. */
export function unitsOf({ less, each }: UnitRule, amount: number): number {
  return Math.max(1, Math.ceil((amount - less) / each - 1e-9));
}

function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
}
