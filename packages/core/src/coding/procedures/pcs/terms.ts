import { PhraseBook, phrasesOf, tableLines } from '../phrase-book.ts';
import { COMPOSED_OPERATIONS, IMAGING_KINDS, IMAGING_REGIONS } from './composed-operations.ts';
import { NAMED_PROCEDURES } from './named-procedures.ts';

/** What a phrase of a note stands for. `key` names the line for the learned weights: its first phrase. */
export type ProcedureTerm = { readonly key: string; readonly flags: ReadonlySet<string> } & (
  | { readonly kind: 'named'; readonly patterns: readonly (readonly string[])[] }
  | { readonly kind: 'composed'; readonly section: string; readonly operation: string; readonly rest: string }
  | { readonly kind: 'imaging'; readonly image: string }
);

/** A region's first four characters for each kind of imaging; empty where the tables' labels decide. */
export type Region = Readonly<Record<string, readonly string[]>>;

const NONE: ReadonlySet<string> = new Set();
const EXAM: ReadonlySet<string> = new Set(['exam']);

/** All phrases that name a procedure. */
export function procedureTerms(): PhraseBook<ProcedureTerm> {
  const book = new PhraseBook<ProcedureTerm>();
  for (const [phrases, patterns = '', flags = ''] of tableLines(NAMED_PROCEDURES)) {
    const names = phrasesOf(phrases);
    const term: ProcedureTerm = {
      kind: 'named',
      key: names[0] ?? '',
      patterns: patterns.split('+').map((pattern) => alternatives(pattern.trim())),
      flags: flags === '' ? NONE : new Set(flags.split(' ')),
    };
    for (const name of names) book.add(name, term);
  }
  for (const [phrases, operation = '', approach = '', device = '', qualifier = '', flags = ''] of tableLines(
    COMPOSED_OPERATIONS,
  )) {
    const names = phrasesOf(phrases);
    const term: ProcedureTerm = {
      kind: 'composed',
      key: names[0] ?? '',
      section: operation.charAt(0),
      operation: operation.charAt(1),
      rest: approach + device + qualifier,
      flags: flags === '' ? NONE : new Set(flags.split(' ')),
    };
    for (const name of names) book.add(name, term);
  }
  for (const [phrases, image = ''] of tableLines(IMAGING_KINDS))
    for (const name of phrasesOf(phrases))
      book.add(name, { kind: 'imaging', key: `imaging ${image}`, image, flags: EXAM });
  return book;
}

export function imagingRegions(): PhraseBook<Region> {
  const book = new PhraseBook<Region>();
  for (const [phrases, radiography = '-', ct = '-', mri = '-', ultrasound = '-'] of tableLines(
    IMAGING_REGIONS,
  )) {
    const cells = { '0': radiography, '2': ct, '3': mri, '4': ultrasound };
    const region = Object.fromEntries(
      Object.entries(cells).map(([image, cell]) => [image, cell === '-' ? [] : alternatives(cell)]),
    );
    for (const name of phrasesOf(phrases)) book.add(name, region);
  }
  return book;
}

/** `3E1K78Z/3E1K88Z` is two patterns, the first one in the tables counts; a slash in parentheses is a side. */
function alternatives(pattern: string): string[] {
  return pattern.split(/\/(?![^(]*\))/);
}

/** The pattern for one side; undefined when the pattern is of a paired part and no side, or none for both, is given. */
export function sided(
  pattern: string,
  side: 'right' | 'left' | 'bilateral' | undefined,
): readonly string[] | undefined {
  const slot = /\(([^)]*)\)/.exec(pattern);
  if (slot === null) return [pattern];
  const [right = '', left = '', both = ''] = (slot[1] ?? '').split('/');
  const put = (value: string): string => pattern.replace(slot[0], value);
  if (side === 'right') return [put(right)];
  if (side === 'left') return [put(left)];
  if (side === 'bilateral') return both === '' ? [put(right), put(left)] : [put(both)];
  return undefined;
}
