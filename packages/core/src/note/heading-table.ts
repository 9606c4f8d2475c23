import type { Lexicon } from '../words/lexicon.ts';
import { addPhrase, emptyTrie, type PhraseTrie } from './phrase-trie.ts';
import { tokenize } from './tokenize.ts';
import { SECTION_KINDS, type SectionKind } from './types.ts';

/** `inherit`: the name of a body system or a sub-heading, which stays in the section it stands in. */
export type HeadingKind = SectionKind | 'inherit';

/** Words that headings put in or leave out at will: "Review of the Systems", "Assessment & Plan", "Diagnosis(es)". */
const FILLERS = new Set(['of', 'the', 'and', 'a', 'an', 'or', 's', 'es', 'this', 'patient', 'her', 'his']);

/** The form in which heading words are compared, or null for one that does not count; a first word always does ("A:"). */
export function headingWord(norm: string, kind: string, isFirst: boolean): string | null {
  if (kind === 'punctuation' || (!isFirst && FILLERS.has(norm))) return null;
  if (norm === 'diagnoses') return 'diagnosis';
  return norm.length > 3 && norm.endsWith('s') && !/(ss|us|is)$/.test(norm) ? norm.slice(0, -1) : norm;
}

const compiled = new WeakMap<Lexicon, PhraseTrie<HeadingKind>>();

/** `sections.tsv` as a trie, built once per lexicon. @throws Error when a row names a kind that does not exist. */
export function headingTable(lexicon: Lexicon): PhraseTrie<HeadingKind> {
  const known = compiled.get(lexicon);
  if (known) return known;
  const trie = emptyTrie<HeadingKind>();
  for (const { heading, kind } of lexicon.sections) {
    if (!isHeadingKind(kind))
      throw new Error(`sections.tsv: "${heading}": no section kind is named "${kind}"`);
    const words = tokenize(heading).tokens.flatMap(
      (token, i) => headingWord(token.norm, token.kind, i === 0) ?? [],
    );
    if (words.length === 0) throw new Error(`sections.tsv: "${heading}" has no word to match`);
    addPhrase(trie, words, kind);
  }
  compiled.set(lexicon, trie);
  return trie;
}

function isHeadingKind(kind: string): kind is HeadingKind {
  return kind === 'inherit' || (SECTION_KINDS as readonly string[]).includes(kind);
}
