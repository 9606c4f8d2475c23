import type { ConceptBook } from './concept-book.ts';

/**
 * How the numbers of a family go together. `one`: one of them says the whole; `each`: every mention has its own;
 * `scope`: the look through it is part of whatever is done through it.
 */
export type FamilyKind = 'one' | 'each' | 'scope';

/**
 * Where a family is read. `named`: where procedures are named or told; `done`: also where any sentence says it was done
 * here and now; `result`: also where a sentence gives what a test made here showed; `never`: by rules of its own.
 */
export type Told = 'named' | 'done' | 'result' | 'never';

export interface Family {
  readonly name: string;
  readonly kind: FamilyKind;
  readonly told: Told;
  /** Ways a scope names itself, with the instrument and how far it went. */
  readonly names: readonly (readonly string[])[];
  /** Families and numbers that are part of any number of this one. */
  readonly includes: readonly string[];
}

/** Lines `family<tab>kind<tab>told<tab>names<tab>includes` of `knowledge/lexicon/procedures/families.tsv`. */
export function familyTable(
  lines: readonly (readonly string[])[],
  concepts: ConceptBook,
): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>();
  for (const [name = '', kind = '', told = '', names = '', includes = ''] of lines) {
    if (kind !== 'one' && kind !== 'each' && kind !== 'scope')
      throw new Error(`family ${name}: "${kind}" is no kind; expected one, each or scope`);
    if (told !== 'named' && told !== 'done' && told !== 'result' && told !== 'never')
      throw new Error(`family ${name}: "${told}" is no place; expected named, done, result or never`);
    families.set(name, {
      name,
      kind,
      told,
      names: listOf(names).flatMap((phrase) => concepts.phrase(phrase)),
      includes: listOf(includes),
    });
  }
  return families;
}

/** A family that no line names: one number says the whole, and it stands where procedures are named. */
export function plainFamily(name: string): Family {
  return { name, kind: 'one', told: 'named', names: [], includes: [] };
}

function listOf(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
}
