import type { Lexicon } from '../words/lexicon.ts';
import { editDistance, neighbourhood, SHORTEST_CORRECTED } from './spelling.ts';
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

/** Phrases (their terms, joined by blanks) and what else they are called. */
export class Phrases {
  readonly #rewritings = new Map<string, Rewriting[]>();
  /** How many terms the longest phrase that begins with a word has. */
  readonly #longest = new Map<string, number>();
  /** Words of the phrases by what they are misspelt as; made for the first misspelling. */
  #spellings: Map<number, string[]> | null = null;
  #words: Set<string> | null = null;

  get size(): number {
    return this.#rewritings.size;
  }

  /** Adds a way to say a phrase; one whose two sides come to the same terms says nothing. */
  add(from: string, to: string, quality: number, why: string, most = 6): void {
    const { terms } = termsOf(from);
    const key = terms.join(' ');
    const words = termsOf(to).terms;
    if (key === '' || words.length === 0 || words.length > 8 || key === words.join(' ')) return;
    const first = terms[0] ?? '';
    this.#longest.set(first, Math.max(terms.length, this.#longest.get(first) ?? 0));
    const list = this.#rewritings.get(key);
    if (list === undefined) this.#rewritings.set(key, [{ words, quality, why }]);
    else if (list.length < most && !list.some((known) => known.words.join(' ') === words.join(' ')))
      list.push({ words, quality, why });
  }

  /** How many terms the longest phrase that begins with a word has; 0 when none does. */
  longest(first: string): number {
    return this.#longest.get(first) ?? 0;
  }

  get(terms: readonly string[]): readonly Rewriting[] {
    return this.#rewritings.get(terms.length === 1 ? (terms[0] ?? '') : terms.join(' ')) ?? [];
  }

  /** True for a word of any phrase. */
  knows(word: string): boolean {
    this.#words ??= new Set([...this.#rewritings.keys()].flatMap((key) => key.split(' ')));
    return this.#words.has(word);
  }

  /** Words of phrases one edit away (two in long words). */
  similar(word: string): { readonly word: string; readonly distance: number }[] {
    if (word.length < SHORTEST_CORRECTED) return [];
    this.knows(word);
    this.#spellings ??= neighbourhoodsOf(this.#words ?? new Set());
    const allowed = word.length >= 7 ? 2 : 1;
    const found = new Map<string, number>();
    for (const hash of neighbourhood(word)) {
      for (const other of this.#spellings.get(hash) ?? []) {
        const distance = editDistance(word, other, allowed);
        if (distance <= allowed && (word.length > 6 || other[0] === word[0])) found.set(other, distance);
      }
    }
    return [...found].map(([other, distance]) => ({ word: other, distance }));
  }
}

function neighbourhoodsOf(words: ReadonlySet<string>): Map<number, string[]> {
  const spellings = new Map<number, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST_CORRECTED || /\d/.test(word)) continue;
    for (const hash of neighbourhood(word)) {
      const list = spellings.get(hash);
      if (list === undefined) spellings.set(hash, [word]);
      else list.push(word);
    }
  }
  return spellings;
}

/** The lexicon as the search needs it. Synonyms are read both ways, the printed direction first. */
export function phrasesOf(lexicon: Pick<Lexicon, 'abbreviations' | 'synonyms'>): Phrases {
  const phrases = new Phrases();
  for (const { short, expansion } of lexicon.abbreviations)
    phrases.add(short, expansion, 0.95, `abbreviation ${short} (${expansion})`);
  for (const { phrase, canonical } of lexicon.synonyms)
    phrases.add(phrase, canonical, 0.94, `synonym ${phrase} → ${canonical}`);
  for (const { phrase, canonical } of lexicon.synonyms)
    phrases.add(canonical, phrase, 0.86, `synonym ${canonical} → ${phrase}`);
  return phrases;
}
