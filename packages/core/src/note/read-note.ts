import type { Lexicon } from '../words/lexicon.ts';
import { cueScopes } from './cue-scopes.ts';
import { cueTable } from './cue-table.ts';
import { readSections } from './sections.ts';
import { readSentences } from './sentences.ts';
import { tokenize } from './tokenize.ts';
import type { CueScope, NoteDocument, SectionKind, Sentence } from './types.ts';

/**
 * Reads a note into sections, sentences, tokens and the reach of its cues. Any string is a note: none throws, and
 * time grows with length only.
 */
export function readNote(text: string, lexicon: Lexicon): NoteDocument {
  const tokenized = tokenize(text);
  const reading = readSections(text, tokenized, lexicon);
  const table = cueTable(lexicon);
  const scopes: CueScope[] = [];
  const sentences: Sentence[] = readSentences(text, tokenized, reading).map((draft) => {
    const firstScope = scopes.length;
    const entries = LISTS_DIAGNOSES.has(reading.sections[draft.section]?.kind ?? 'body');
    for (const scope of cueScopes(tokenized.tokens, draft.firstToken, draft.endToken, table, entries))
      scopes.push(scope);
    return { ...draft, firstScope, endScope: scopes.length };
  });
  return { text, sections: reading.sections, sentences, tokens: tokenized.tokens, scopes };
}

/** Sections whose sentences are lists of diagnoses more often than prose. */
const LISTS_DIAGNOSES: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'statement',
  'assessment',
  'assessment-and-plan',
  'impression',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'admission-diagnosis',
  'discharge-diagnosis',
  'principal-diagnosis',
  'secondary-diagnosis',
  'final-diagnosis',
]);

/** The sentence that holds the character at `offset`, or null in a heading, in white space or outside the text. */
export function sentenceAt(document: NoteDocument, offset: number): Sentence | null {
  let low = 0;
  let high = document.sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = document.sentences[middle];
    if (!sentence) return null;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return sentence;
  }
  return null;
}
