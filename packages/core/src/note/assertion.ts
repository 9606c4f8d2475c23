import { sentenceAt } from './read-note.ts';
import type {
  Assertion,
  AssertionResult,
  CueMeaning,
  CueScope,
  NoteDocument,
  SectionKind,
  Span,
} from './types.ts';

/** When cues of several kinds reach a mention the first of these speaks: "no family history of" is a negation. */
const PRECEDENCE: readonly CueMeaning[] = ['negated', 'family', 'hypothetical', 'historical', 'possible'];

/** What a section says of its mentions where no cue does. */
const BY_SECTION: Partial<Record<SectionKind, Assertion>> = {
  'family-history': 'family',
  'past-medical-history': 'historical',
  'past-surgical-history': 'historical',
  'obstetric-history': 'historical',
  allergies: 'hypothetical',
  instructions: 'hypothetical',
};

/**
 * How the note holds the words of `span`. `because: 'section'` marks the weaker ground: a chronic condition in a past
 * medical history list is historical by its section and still coded as current (Guidelines IV.I, IV.J).
 */
export function assertionOf(document: NoteDocument, span: Span): AssertionResult {
  const scopes = scopesOver(document, span);
  for (const meaning of PRECEDENCE) {
    const scope = scopes.find((candidate) => candidate.meaning === meaning);
    if (scope) return withSection(document, span, { assertion: meaning, cue: scope.cue, because: 'cue' });
  }
  const bySection = sectionAssertion(document, span);
  if (bySection) return { assertion: bySection, cue: null, because: 'section' };
  return { assertion: 'present', cue: null, because: 'default' };
}

/** Every cue that reaches `span`, whichever of them decides: for explanation and for measuring each axis alone. */
export function scopesOver(document: NoteDocument, span: Span): CueScope[] {
  const sentence = sentenceAt(document, span.start);
  if (!sentence) return [];
  const over: CueScope[] = [];
  for (let i = sentence.firstScope; i < sentence.endScope; i++) {
    const scope = document.scopes[i];
    if (!scope || !reaches(scope, span)) continue;
    over.push(scope);
  }
  return over;
}

/** A mention may begin inside the cue before it, as "change in vision" does in "no change in vision", never with it. */
function reaches({ start, end, cue }: CueScope, span: Span): boolean {
  if (start >= cue.end) return span.start > cue.start && span.start < end;
  return span.start >= start && span.start < end && span.end <= cue.start;
}

/** Relatives stay relatives: "history of diabetes" under a family heading is the family's. */
function withSection(document: NoteDocument, span: Span, result: AssertionResult): AssertionResult {
  if (result.assertion === 'negated' || sectionAssertion(document, span) !== 'family') return result;
  return { assertion: 'family', cue: null, because: 'section' };
}

function sectionAssertion(document: NoteDocument, span: Span): Assertion | undefined {
  const sentence = sentenceAt(document, span.start);
  const section = sentence && document.sections[sentence.section];
  return section ? BY_SECTION[section.kind] : undefined;
}
