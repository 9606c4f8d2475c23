import type { Lexicon } from '../words/lexicon.ts';
import { termsOf } from './terms.ts';

/** What a phrase of a query may also be called. */
export interface Rewriting {
  readonly words: readonly string[];
  /** 1 would be as good as the query's own words. */
  readonly quality: number;
  /** Said to the user: `abbreviation GERD`. */
  readonly why: string;
}

/** Longest phrase, in terms, that is looked up. */
export const LONGEST_PHRASE = 6;

/** Phrase (its terms, joined by blanks) → other words for it. */
export type Phrases = ReadonlyMap<string, readonly Rewriting[]>;

/**
 * The lexicon as the search needs it. Synonyms are read both ways, the printed direction first; a pair whose
 * sides come to the same terms says nothing here.
 */
export function phrasesOf(lexicon: Pick<Lexicon, 'abbreviations' | 'synonyms'>): Phrases {
  const phrases = new Map<string, Rewriting[]>();
  const add = (from: string, to: string, quality: number, why: string): void => {
    const key = termsOf(from).terms.join(' ');
    const words = termsOf(to).terms;
    if (key === '' || words.length === 0 || words.length > 8 || key === words.join(' ')) return;
    const list = phrases.get(key);
    if (list === undefined) phrases.set(key, [{ words, quality, why }]);
    else if (list.length < 6 && !list.some((known) => known.words.join(' ') === words.join(' ')))
      list.push({ words, quality, why });
  };
  for (const { short, expansion } of lexicon.abbreviations)
    add(short, expansion, 0.95, `abbreviation ${short} (${expansion})`);
  for (const { phrase, canonical } of lexicon.synonyms) {
    add(phrase, canonical, 0.94, `synonym ${phrase} → ${canonical}`);
  }
  for (const { phrase, canonical } of lexicon.synonyms)
    add(canonical, phrase, 0.86, `synonym ${canonical} → ${phrase}`);
  return phrases;
}
