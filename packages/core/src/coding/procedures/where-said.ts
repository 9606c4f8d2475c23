import type { NoteDocument, SectionKind, Sentence } from '../../note/types.ts';

/** What was before, elsewhere, in the family, at home, or is only meant to be. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set([
  'chief-complaint',
  'history-of-present-illness',
  'review-of-systems',
  'past-medical-history',
  'past-surgical-history',
  'family-history',
  'social-history',
  'obstetric-history',
  'medications',
  'allergies',
  'immunizations',
  'indications',
  'clinical-history',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'admission-diagnosis',
  'discharge-diagnosis',
  'principal-diagnosis',
  'secondary-diagnosis',
  'final-diagnosis',
  'instructions',
  'anesthesia',
  'complications',
]);
/** Headings of one paragraph: what stands on later lines under them is the note going on without a heading. */
const ONE_PARAGRAPH: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'social-history',
  'allergies',
  'past-surgical-history',
]);
const TODAY =
  /\b(?:today|today's|this (?:visit|morning|afternoon)|in (?:the )?(?:office|clinic)(?! of\b))\b/i;

/** Whether a sentence tells of another time or place than this encounter, by the heading it stands under. */
export function saidElsewhere({ text, sections }: NoteDocument, sentence: Sentence): boolean {
  const section = sections[sentence.section];
  if (section === undefined || !ELSEWHERE.has(section.kind)) return false;
  if (TODAY.test(text.slice(sentence.start, sentence.end)) && section.kind !== 'indications') return false;
  return !(ONE_PARAGRAPH.has(section.kind) && /\n/.test(text.slice(section.bodyStart, sentence.start)));
}
