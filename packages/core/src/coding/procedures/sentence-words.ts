import type { NoteDocument, Sentence } from '../../note/types.ts';
import { stem } from '../../words/stem.ts';

/** The words of one sentence in compared form. Hyphens and slashes join words; other marks part them and stay as ''. */
export interface SentenceWords {
  readonly document: NoteDocument;
  readonly sentence: Sentence;
  readonly norms: readonly string[];
  readonly stems: readonly string[];
  /** Position of each word in `document.tokens`. */
  readonly tokens: readonly number[];
}

const JOINING = new Set(['-', '/', '&', '"', "'", '(', ')']);
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

export function sentenceWords(document: NoteDocument, sentence: Sentence): SentenceWords {
  const norms: string[] = [];
  const stems: string[] = [];
  const tokens: number[] = [];
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    const token = document.tokens[at];
    if (token === undefined || JOINING.has(token.norm)) continue;
    const mark = token.kind === 'punctuation';
    norms.push(mark ? '' : token.norm);
    stems.push(mark ? '' : stemOf(token.norm));
    tokens.push(at);
  }
  return { document, sentence, norms, stems, tokens };
}

/** Stemming is a row of patterns; a note repeats its words. */
export function stemOf(norm: string): string {
  const known = remembered.get(norm);
  if (known !== undefined) return known;
  const made = stem(norm);
  if (remembered.size < MOST_REMEMBERED) remembered.set(norm, made);
  return made;
}

/** Verbatim place of the words `first` to `end` (exclusive). */
export function spanOfWords(
  { document, tokens }: SentenceWords,
  first: number,
  end: number,
): { start: number; end: number } {
  return {
    start: document.tokens[tokens[first] ?? 0]?.start ?? 0,
    end: document.tokens[tokens[end - 1] ?? 0]?.end ?? 0,
  };
}
