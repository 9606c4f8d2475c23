import type { AssertionResult, Attributes, NoteDocument, Span } from '../note/types.ts';

/** What the candidate finder asks of the note reader; passed in so that both can be tested alone. */
export interface NoteReading {
  readonly assertionOf: (document: NoteDocument, span: Span) => AssertionResult;
  readonly attributesOf: (document: NoteDocument, span: Span) => Attributes;
}
