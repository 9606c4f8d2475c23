import { fold } from '../words/fold.ts';
import { LONGEST_PHRASE, type Phrases } from './phrases.ts';
import type { ReleaseIndex } from './release-index.ts';
import { rootOf, termsOf } from './terms.ts';

/** One way a stretch of the query can be found in an entry: all of `words` must be there. */
export interface Alternative {
  /** The query's terms it stands for: first, and past the last. */
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  /** `words[0]` is the beginning of a word. */
  readonly prefix: boolean;
  readonly quality: number;
  /** Null when these are the query's own words. */
  readonly why: string | null;
}

/** A query read once, for every release. */
export interface Query {
  readonly terms: readonly string[];
  readonly alternatives: readonly Alternative[];
}

/** More words than this say nothing new to a look-up; the rest of a long query is ignored. */
const MOST_TERMS = 14;

/** Reads a query. The last word may be unfinished unless a blank follows it. */
export function readQuery(text: string, phrases: Phrases, indexes: readonly ReleaseIndex[]): Query {
  const { terms: all, joined } = termsOf(text);
  const terms = all.slice(0, MOST_TERMS);
  const alternatives: Alternative[] = [];
  const add = (
    from: number,
    to: number,
    words: readonly string[],
    quality: number,
    why: string | null,
    prefix = false,
  ): void => {
    alternatives.push({ from, to, words, prefix, quality, why });
  };
  const open = unfinishedWord(text);

  /** The terms with misspelt ones put right, so that phrases are found in them. */
  const meant = [...terms];
  terms.forEach((term, i) => {
    const known = indexes.some((index) => index.find(term) >= 0);
    if (known) add(i, i + 1, [term], 1, null);
    const last = i === terms.length - 1 && all.length === terms.length && open !== null;
    const range = last && indexes.some((index) => hasPrefix(index, open));
    const named = phrases.get([term]).length > 0;
    if (range) add(i, i + 1, [open], known ? 0.9 : named ? 0.8 : 0.93, null, true);
    if (!known && !range && !phrases.knows(term)) {
      const near = spellings(term, indexes, phrases);
      for (const { word, distance } of near)
        add(i, i + 1, [word], distance === 1 ? 0.88 : 0.74, spelling(term, word));
      meant[i] = near[0]?.word ?? term;
    }
    const read = meant[i] ?? term;
    for (const word of related(read, indexes))
      add(i, i + 1, [word], read === term ? 0.8 : 0.7, `word form ${read} → ${word}`);
  });
  for (let i = 0; i + 1 < terms.length; i++) {
    const together = `${terms[i] ?? ''}${terms[i + 1] ?? ''}`;
    if (together.length > 4 && indexes.some((index) => index.find(together) >= 0))
      add(i, i + 2, [together], 0.97, null);
  }
  for (const word of joined) {
    const at = terms.findIndex((term, i) => word.startsWith(`${term}${terms[i + 1] ?? ''}`));
    if (at >= 0 && indexes.some((index) => index.find(word) >= 0)) add(at, at + 2, [word], 0.97, null);
  }
  for (let from = 0; from < terms.length; from++) {
    const longest = Math.min(LONGEST_PHRASE, phrases.longest(meant[from] ?? ''));
    for (let to = Math.min(terms.length, from + longest); to > from; to--) {
      const rewritings = phrases.get(meant.slice(from, to));
      if (rewritings.length === 0) continue;
      const slips = terms.slice(from, to).flatMap((term, i) => {
        const word = meant[from + i] ?? term;
        return word === term ? [] : [spelling(term, word)];
      });
      for (const { words, quality, why } of rewritings)
        add(from, to, words, quality * 0.9 ** slips.length, [...slips, why].join('; '));
    }
  }
  return { terms, alternatives };
}

function spelling(typed: string, word: string): string {
  return `spelling: ${typed} → ${word}`;
}

/** The last word as typed, when more letters may follow. */
function unfinishedWord(text: string): string | null {
  const piece = /[a-z0-9][a-z0-9'-]*$/.exec(fold(text))?.[0] ?? '';
  const word = piece.replace(/'s?$/, '').replace(/'/g, '').split('-').at(-1) ?? '';
  return termsOf(word).terms.length === 0 ? null : word;
}

function hasPrefix(index: ReleaseIndex, prefix: string): boolean {
  const { from, to } = index.withPrefix(prefix);
  return to > from;
}

function spellings(
  term: string,
  indexes: readonly ReleaseIndex[],
  phrases: Phrases,
): { readonly word: string; readonly distance: number }[] {
  const found = phrases.similar(term).map((near) => ({ ...near, frequency: 1 }));
  for (const index of indexes) {
    for (const { term: id, distance } of index.similar(term, 3)) {
      const word = index.term(id);
      const frequency = index.frequency({ from: id, to: id + 1 });
      const known = found.find((other) => other.word === word);
      if (known === undefined) found.push({ word, distance, frequency });
      else known.frequency += frequency;
    }
  }
  const nearest = Math.min(...found.map(({ distance }) => distance));
  return found
    .filter(({ distance }) => distance === nearest)
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, 3);
}

/** Other forms of a long word: `seborrheic` and `seborrhea`, `tuberculous` and `tuberculosis`. */
function related(term: string, indexes: readonly ReleaseIndex[]): string[] {
  const root = rootOf(term);
  if (root === null) return [];
  const forms = new Set<string>();
  for (const index of indexes) {
    const id = index.find(term);
    if (id >= 0) for (const form of index.formsOf(id)) forms.add(index.term(form));
    else {
      const { from, to } = index.withPrefix(root);
      for (let other = from; other < Math.min(to, from + 40); other++) {
        const word = index.term(other);
        if (rootOf(word) === root) forms.add(word);
      }
    }
  }
  return [...forms].slice(0, 4);
}
