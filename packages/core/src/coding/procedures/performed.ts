import { assertionOf } from '../../note/assertion.ts';
import type { Assertion, NoteDocument, Sentence, Span } from '../../note/types.ts';
import { saidElsewhere } from './where-said.ts';

/** Whether the note tells of a procedure as done, and if not, the words for the reader. */
export type Performed =
  | { readonly performed: true }
  | { readonly performed: false; readonly assertion: Assertion; readonly why: string };

const BEFORE =
  /\b(?:scheduled for|planned|planning|plan (?:to|for|is)|await(?:s|ing)?|candidate (?:for|to)|refus(?:ed|es|al)(?: of| to)?|declin(?:ed|es)|discuss(?:ed|ion)|consider(?:ed|ing)?|offer(?:ed)?|if needed|pending|need for|instead of|rather than|options? (?:including|of|were|was)|rul(?:ed|es) out (?:a|the)|contraindicat\w+|postpon\w+|reject(?:ed|s)|avoid(?:ed|ing|s)?|without (?:the )?need (?:for|of)|unable to (?:perform|undergo)|will (?:undergo|need|be|require|have)|repeat .{0,20} in \d+|referred for)\b[^.;:]{0,70}$/i;
const AFTER =
  /^[^.;,:]{0,40}?\b(?:(?:was|were|is|are|has been|have been|had been) (?:not (?:performed|done|required|needed|carried out|indicated|possible|necessary)|declined|refused|deferred|cancell?ed|considered|discussed|offered|rejected|planned|scheduled|contraindicated|ruled out)|not (?:performed|done|required|needed)|(?:is|are) (?:planned|recommended|scheduled))\b/i;
const PAST_BEFORE =
  /\b(?:prior|previous(?:ly)?|past|history of|s\/p|status post|years? (?:ago|before|earlier)|months? (?:ago|before)|antecedents? of)\b[^.;:,]{0,30}$/i;
const PAST_AFTER =
  /^[^.;]{0,50}?\b(?:\d+ (?:years?|months?) (?:ago|before|earlier|previously)|in (?:19|20)\d\d|years ago|in childhood)\b/i;

/**
 * Reads the cues of the note reader and, beyond them, the words by which a procedure is planned, declined or past.
 * @param exam a far-off "no" belongs to what an examination found ("no mass on abdominal ultrasound"), not to it.
 */
export function performed(document: NoteDocument, sentence: Sentence, span: Span, exam: boolean): Performed {
  const { assertion: held, cue, because } = assertionOf(document, span);
  // A heading far above does not make past what the sentence itself tells of today.
  const assertion = because === 'section' && !saidElsewhere(document, sentence) ? 'present' : held;
  const { text } = document;
  const before = text.slice(sentence.start, span.start);
  const after = text.slice(span.end, sentence.end);
  const distant =
    exam &&
    assertion === 'negated' &&
    cue !== null &&
    span.start - cue.end > 2 &&
    !/\b(?:perform|done|require|need)/.test(after.slice(0, 60));
  // "Rapid strep test negative" tells what the test showed.
  const result = exam && cue !== null && RESULT.test(text.slice(cue.start, cue.end));
  if (assertion === 'possible' || distant || (assertion === 'negated' && result)) {
    // A doubt or denial reaches what was found, not that one looked.
  } else if (assertion !== 'present') return { performed: false, assertion, why: WHY[assertion] };
  if (BEFORE.test(before) || AFTER.test(after))
    return {
      performed: false,
      assertion: 'hypothetical',
      why: 'planned, discussed or declined, not performed',
    };
  if (PAST_BEFORE.test(before) || PAST_AFTER.test(after))
    return { performed: false, assertion: 'historical', why: 'performed in the past, not in this encounter' };
  return { performed: true };
}

const RESULT = /^(?:neg|negative|non-?reactive|not detected|normal|unremarkable|clear)\b/i;

const WHY: Readonly<Record<Assertion, string>> = {
  present: '',
  possible: '',
  negated: 'the note says it was not performed',
  historical: 'performed in the past, not in this encounter',
  hypothetical: 'planned or conditional, not performed',
  family: 'said of a relative',
};
