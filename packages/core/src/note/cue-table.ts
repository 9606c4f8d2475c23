import type { Lexicon } from '../words/lexicon.ts';
import { addPhrase, emptyTrie, type PhraseTrie } from './phrase-trie.ts';
import { tokenize } from './tokenize.ts';
import type { CueMeaning } from './types.ts';

/** `end` stops what reaches it; `pseudo` looks like a cue and is none. */
export type CueKind = CueMeaning | 'end' | 'pseudo';

/**
 * `clause` reaches forward to the next comma, colon or parenthesis ("prior DVT, on warfarin").
 * `either` reaches back within its own list item when a word stands there, and forward otherwise: "murmur: negative",
 * "negative murmur".
 */
export type CueReach = 'after' | 'clause' | 'before' | 'either' | 'both' | 'none';

export interface CompiledCue {
  readonly kind: CueKind;
  readonly reach: CueReach;
}

const KINDS: ReadonlySet<string> = new Set<CueKind>([
  'negated',
  'possible',
  'historical',
  'hypothetical',
  'family',
  'end',
  'pseudo',
]);
const REACHES: ReadonlySet<string> = new Set<CueReach>([
  'after',
  'clause',
  'before',
  'either',
  'both',
  'none',
]);

const compiled = new WeakMap<Lexicon, PhraseTrie<CompiledCue>>();

/** `cues.tsv` as a trie, built once per lexicon. @throws Error when a row names an unknown meaning or reach. */
export function cueTable(lexicon: Lexicon): PhraseTrie<CompiledCue> {
  const known = compiled.get(lexicon);
  if (known) return known;
  const trie = emptyTrie<CompiledCue>();
  for (const { words, meaning, reach } of lexicon.cues) {
    if (!isKind(meaning)) throw new Error(`cues.tsv: "${words}": no meaning is named "${meaning}"`);
    if (!isReach(reach)) throw new Error(`cues.tsv: "${words}": no reach is named "${reach}"`);
    for (const norms of spellings(words)) addPhrase(trie, norms, { kind: meaning, reach });
  }
  compiled.set(lexicon, trie);
  return trie;
}

/** `no|without _|acute distress` is four cues: a bar separates alternatives, `_` is none. */
function spellings(words: string): string[][] {
  let all: string[][] = [[]];
  for (const part of words.split(/\s+/)) {
    const choices = part.split('|').map((choice) => (choice === '_' ? [] : norms(choice)));
    all = all.flatMap((head) => choices.map((choice) => [...head, ...choice]));
  }
  return all;
}

function norms(words: string): string[] {
  return tokenize(words).tokens.map((token) => token.norm);
}

function isKind(kind: string): kind is CueKind {
  return KINDS.has(kind);
}

function isReach(reach: string): reach is CueReach {
  return REACHES.has(reach);
}
