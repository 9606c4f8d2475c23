import { type Entry, HISTORY, MAIN_TERM } from './entry.ts';
import { SAYS_NEOPLASM } from './neoplasms.ts';

/** "Malignant neoplasm of lip" asks for any malignant histology and the lip. */
export const BROAD = new Set([
  'disease',
  'syndrome',
  'complication',
  'condition',
  'disorder',
  'injury',
  'infection',
  'neoplasm',
  'postoperative',
  'examination',
]);

/** Phrases that every note holds: a bare "neoplasm" in a title's note, "history of disease", a place of one word. */
export function saysTooLittle({ kind, flags }: Entry, required: readonly string[]): boolean {
  if (kind === 'external') return required.length === 1 && (flags & MAIN_TERM) === 0;
  if (kind === 'includes' || kind === 'inclusion')
    return required.every((word) => SAYS_NEOPLASM.has(word) || word === 'tumor' || word === 'cancer');
  return (flags & HISTORY) !== 0 && required.every((word) => word === 'history' || BROAD.has(word));
}
