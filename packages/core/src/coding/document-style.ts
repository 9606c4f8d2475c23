import type { NoteDocument, SectionKind } from '../note/types.ts';

/** Sections in which the provider states diagnoses, as opposed to describing. */
const DIAGNOSIS_SECTIONS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'assessment',
  'assessment-and-plan',
  'impression',
  'postoperative-diagnosis',
  'discharge-diagnosis',
  'principal-diagnosis',
  'secondary-diagnosis',
  'final-diagnosis',
  'admission-diagnosis',
  'preoperative-diagnosis',
  'statement',
]);

/** Whether the note names its diagnoses in a section of their own, or only tells the story (a case report). */
export type DocumentStyle = 'sectioned' | 'narrative';

export function documentStyle(document: NoteDocument): DocumentStyle {
  return document.sections.some((section) => DIAGNOSIS_SECTIONS.has(section.kind))
    ? 'sectioned'
    : 'narrative';
}

/** Sections that count alike when weighing a mention. */
export function sectionGroup(kind: SectionKind): string {
  if (DIAGNOSIS_SECTIONS.has(kind))
    return kind === 'admission-diagnosis' || kind === 'preoperative-diagnosis'
      ? 'early-diagnosis'
      : 'diagnosis';
  switch (kind) {
    case 'plan':
    case 'chief-complaint':
    case 'review-of-systems':
    case 'physical-exam':
    case 'medications':
    case 'hospital-course':
      return kind;
    case 'past-medical-history':
    case 'past-surgical-history':
    case 'social-history':
    case 'obstetric-history':
      return 'history';
    case 'family-history':
      return 'family';
    case 'results':
    case 'imaging':
    case 'vital-signs':
      return 'results';
    case 'history-of-present-illness':
    case 'clinical-history':
    case 'indications':
      return 'illness';
    case 'instructions':
    case 'allergies':
    case 'disposition':
    case 'immunizations':
      return 'other';
    default:
      return 'text';
  }
}
