import { sentenceAt } from './read-note.ts';
import type { NoteDocument, Sentence, Span, Token } from './types.ts';

/** A mention among the tokens of its sentence. */
export interface Nearby {
  readonly document: NoteDocument;
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  /** First and past-last token of the mention. */
  readonly first: number;
  readonly end: number;
}

/** Finds the tokens of `span` and their sentence; null in a heading or outside the text. */
export function nearbyOf(document: NoteDocument, span: Span): Nearby | null {
  const sentence = sentenceAt(document, span.start);
  if (!sentence) return null;
  let low = sentence.firstToken;
  let high = sentence.endToken;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.tokens[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sentence.endToken && (document.tokens[end]?.start ?? span.end) < span.end) end++;
  return { document, tokens: document.tokens, sentence, first: low, end };
}

/** The norms of the words before the mention, nearest first, up to `reach` tokens and not past a mark that parts. */
export function normsBefore(
  { tokens, sentence, first }: Nearby,
  reach: number,
  parting = /^[,;.()]$/,
): string[] {
  const norms: string[] = [];
  for (let i = first - 1; i >= sentence.firstToken && i >= first - reach; i--) {
    const norm = tokens[i]?.norm ?? '';
    if (parting.test(norm)) break;
    norms.push(norm);
  }
  return norms;
}

export function normsWithin({ tokens, first, end }: Nearby): string[] {
  return tokens.slice(first, end).map((token) => token.norm);
}

/** The norms after the mention, in order. */
export function normsAfter(
  { tokens, sentence, end }: Nearby,
  reach: number,
  parting = /^[,;.()]$/,
): string[] {
  const norms: string[] = [];
  for (let i = end; i < sentence.endToken && i < end + reach; i++) {
    const norm = tokens[i]?.norm ?? '';
    if (parting.test(norm)) break;
    norms.push(norm);
  }
  return norms;
}
