import type { PcsWords } from '../../../words/lexicon.ts';
import { PhraseBook, phrasesOf } from '../phrase-book.ts';

/** What a phrase of a note stands for. `key` names the line for the learned weights: its first phrase. */
export type ProcedureTerm = {
  readonly key: string;
  readonly flags: ReadonlySet<string>;
  /** Flags with a value: `device=J`, `level=fusion`. */
  readonly settings: ReadonlyMap<string, string>;
} & (
  | { readonly kind: 'named'; readonly patterns: readonly (readonly string[])[] }
  | { readonly kind: 'composed'; readonly section: string; readonly operation: string; readonly rest: string }
  | { readonly kind: 'imaging'; readonly image: string }
);

/** A region's first four characters for each kind of imaging; empty where the tables' labels decide. */
export type Region = Readonly<Record<string, readonly string[]>>;

/** All phrases that name a procedure (`knowledge/lexicon/pcs`). */
export function procedureTerms(words: PcsWords): PhraseBook<ProcedureTerm> {
  const book = new PhraseBook<ProcedureTerm>();
  const add = (phrases: string, make: (key: string) => ProcedureTerm): void => {
    const names = phrasesOf(phrases);
    const term = make(names[0] ?? '');
    for (const name of names) book.add(name, term);
  };
  for (const [phrases = '', patterns = '', flags = ''] of words.named)
    add(phrases, (key) => ({
      kind: 'named',
      key,
      patterns: patterns.split('+').map((pattern) => alternatives(pattern.trim())),
      ...read(flags),
    }));
  for (const [
    phrases = '',
    operation = '',
    approach = '',
    device = '',
    qualifier = '',
    flags = '',
  ] of words.operations)
    add(phrases, (key) => ({
      kind: 'composed',
      key,
      section: operation.charAt(0),
      operation: operation.charAt(1),
      rest: approach + device + qualifier,
      ...read(flags),
    }));
  for (const [phrases = '', image = ''] of words.imagingKinds)
    for (const name of phrasesOf(phrases))
      book.add(name, { kind: 'imaging', key: `imaging ${image}`, image, ...read('exam') });
  return book;
}

function read(flags: string): Pick<ProcedureTerm, 'flags' | 'settings'> {
  const all = flags.split(' ').filter(Boolean);
  return {
    flags: new Set(all.filter((flag) => !flag.includes('='))),
    settings: new Map(
      all.flatMap((flag) => {
        const [name = '', value = ''] = flag.split('=');
        return value === '' ? [] : [[name, value] as const];
      }),
    ),
  };
}

export function imagingRegions(words: PcsWords): PhraseBook<Region> {
  const book = new PhraseBook<Region>();
  for (const [phrases, radiography = '-', ct = '-', mri = '-', ultrasound = '-'] of words.imagingRegions) {
    const cells = { '0': radiography, '2': ct, '3': mri, '4': ultrasound };
    const region = Object.fromEntries(
      Object.entries(cells).map(([image, cell]) => [image, cell === '-' ? [] : alternatives(cell)]),
    );
    for (const name of phrasesOf(phrases)) book.add(name, region);
  }
  return book;
}

/** `3E1K78Z/3E1K88Z` is two patterns, the first one in the tables counts; a slash in parentheses is a side. */
export function alternatives(pattern: string): string[] {
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
