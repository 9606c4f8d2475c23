/** Tables of `lexicon/procedures/`, as cells: how procedures are written, for the reader in `coding/procedures`. */
export interface ProcedureWords {
  readonly words: readonly (readonly string[])[];
  readonly families: readonly (readonly string[])[];
  readonly sites: readonly (readonly string[])[];
  readonly levelTwo: readonly (readonly string[])[];
  readonly drugs: readonly (readonly string[])[];
  readonly vaccines: readonly (readonly string[])[];
}

/** Reads the named table; `optional` last columns may be left out. */
export type ReadTable = (name: string, columns: readonly string[], optional: number) => string[][];

const CELLS = ['words', 'needs', 'not', 'after', 'units', 'side', 'includes'];

export function procedureWords(table: ReadTable): ProcedureWords {
  return {
    words: table('procedures/words.tsv', ['concepts', 'ways of writing'], 0),
    families: table('procedures/families.tsv', ['family', 'kind', 'told', 'names', 'includes'], 2),
    sites: table('procedures/sites.tsv', ['class', 'parts'], 0),
    levelTwo: table('procedures/level-two.tsv', ['code', 'family', ...CELLS], 6),
    drugs: table('procedures/drugs.tsv', ['code', 'ways of writing', 'kind'], 1),
    vaccines: table('procedures/vaccines.tsv', ['number', 'ways of writing', 'needs', 'parts', 'program'], 3),
  };
}
