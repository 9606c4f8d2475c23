/** Where a concept entry was read. The order is the order of trust when two say the same of a phrase. */
export const ENTRY_KINDS = [
  'index',
  'title',
  'inclusion',
  'includes',
  'neoplasm',
  'external',
  'morphology',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The book's phrase ends in a stem (`C56.-`): further characters must come from the note. */
export const INCOMPLETE = 1;
/** The phrase itself says "other specified": a residual category. */
export const RESIDUAL = 2;
/** The phrase itself says "unspecified". */
export const UNSPECIFIED = 4;
/** A main term of the Index, not a subterm. */
export const MAIN_TERM = 8;
/** A family or personal history entry. */
export const HISTORY = 16;

/** One phrase of the book that leads to a code. `required` all have to be said; `optional` only help. */
export interface Entry {
  readonly kind: EntryKind;
  readonly flags: number;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Code row it leads to; for `morphology` the neoplasm table's column (2–7). */
  readonly target: number;
  /** Manifestation code row that goes second, or -1. */
  readonly manifestation: number;
  /** Index line, note or code row it was read from, to cite. */
  readonly source: number;
}

/**
 * Behaviour of a neoplasm as a term of its own: a histology word ("carcinoma") says it, the Neoplasm Table's
 * columns and the titles ("Malignant neoplasm of …") ask for it.
 */
export function behaviourTerm(column: number): string {
  return `§${column}`;
}
