import { assertionOf } from './assertion.ts';
import { sentenceAt } from './read-note.ts';
import type { NoteDocument, Said, SectionKind } from './types.ts';

/** Where in a pregnancy the patient of the encounter is. */
export type Maternity = 'pregnant' | 'delivering' | 'postpartum';

/** A visit after the delivery; what only tells the course after it may stand in the record of the delivery itself. */
const AFTER_VISIT =
  /\b(?:post-?partum (?:visit|check\w*|exam\w*|follow)|(?:\d{1,2}|two|three|four|five|six|eight)[\s-]{1,2}(?:days?|weeks?|wks?)[\s-]{1,2}(?:post-?partum|pp)\b|(?:weeks?|wks?) (?:after|following|since|out from) (?:her |a |the |an? )?(?:\w+ ){0,2}(?:delivery|c(?:a)?esarean|c-section|birth))/i;
const POSTPARTUM =
  /\b(?:post-?partum (?:day|course|patient|pt)|(?:days?|hours?) (?:after|following|since|out from) (?:her |a |the |an? )?(?:\w+ ){0,2}(?:delivery|c(?:a)?esarean|c-section|birth)|ppd ?#? ?\d|puerperium|puerperal)/i;
const DELIVERY =
  /\b(?:NSVD|SVD|(?:spontaneous |normal |assisted )?vaginal (?:delivery|birth)|(?:vacuum|forceps)[\s-](?:assisted )?(?:vaginal )?delivery|delivered (?:a |an |her |by |via |vaginally|at )|(?:repeat|primary|elective|emergency|emergent|low transverse) (?:\w+ )?(?:c(?:a)?esarean|c-section|LTCS)|outcome of delivery)/gi;
const EARLIER =
  /\b(?:previous|prior|history of|hx of|h\/o|s\/p|status post|last|planned|plans?|desires?|counsel\w*|after|following|versus|vs|leans to|discuss\w*|consider\w*|schedul\w*|(?:in |^|\n)(?:19|20)\d\d)\b[^.;]{0,30}$/i;
const PREGNANT =
  /\b(?:pregnan(?:t|cy)|IUP|primigravida|multigravida|trimester|prenatal|antenatal|antepartum|obstetric)\b/gi;
/** Gravida and para tell of the past as well: "G2P2" is no pregnancy of today. */
const STATED = new RegExp(`${PREGNANT.source}|\\b(?:gravida|G\\d{1,2}\\s?P\\d{1,4})\\b`, 'gi');
/** A story tells of other pregnancies too: there the words must say that she is pregnant at this encounter. */
const PREGNANT_TODAY =
  /\b(?:(?:is|currently|now|presently) (?:\w+ )?pregnant|weeks? pregnant|pregnant (?:woman|female|patient|lady)|IUP at|in her \w+ (?:pregnancy|trimester)|with her \w+ (?:intrauterine )?pregnancy|prenatal (?:visit|care visit)|obstetric (?:visit|triage))\b/gi;
const ANOTHER =
  /\b(?:during|previous|prior|last|earlier|before|after|since|became|becomes|become|get|getting|unwanted|end of|throughout|normal|uneventful|avoid|prevent|desires?|plan\w*|mother\W+s|maternal)\W+(?:\w+\W+){0,2}$/i;
const HISTORY: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'past-medical-history',
  'past-surgical-history',
  'obstetric-history',
  'family-history',
  'social-history',
]);
const DIAGNOSES: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'statement',
  'chief-complaint',
  'assessment',
  'assessment-and-plan',
  'impression',
  'admission-diagnosis',
  'discharge-diagnosis',
  'principal-diagnosis',
  'secondary-diagnosis',
  'final-diagnosis',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
]);
/** The patient is a child, whose record tells of its own birth. */
const CHILD =
  /\b(?:months?|weeks?|days?)[\s-](?:old|of (?:life|age))\b|(?<![\w-])(?:\d|[a-z-]+)[\s-]years?[\s-]old (?:\w+ )?(?:girl|boy|child|infant)\b|\bat birth,? (?:the patient|he|she)\b/i;
const NOT_NOW =
  /\b(?:not pregnant|pregnancy test (?:was )?negative|negative pregnancy|denies pregnancy|no pregnancy|non-?pregnant|hCG neg\w*|negative hCG)\b/i;

const BIRTH = /\b(?:live|liveborn|infant|labor|stillborn|apgars?|placenta)\b/i;

/** Reads a mother's record only: the caller knows whether the patient is the child. */
export function maternityOf(document: NoteDocument, weeks: boolean): Said<Maternity> | null {
  const { text } = document;
  const visit = AFTER_VISIT.exec(text);
  if (visit) return said(visit, 'postpartum');
  if (CHILD.test(text)) return null;
  for (const match of text.matchAll(DELIVERY)) {
    if (HISTORY.has(sectionAt(document, match.index))) continue;
    if (EARLIER.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
    if (/^[^.;]{0,30}\bago\b/.test(text.slice(match.index + match[0].length))) continue;
    if (!weeks && !BIRTH.test(text)) continue;
    return said(match, 'delivering');
  }
  const after = POSTPARTUM.exec(text);
  if (after) return said(after, 'postpartum');
  if (NOT_NOW.test(text)) return null;
  const carrying = pregnancyOf(document);
  if (weeks || carrying) {
    const start = carrying?.index ?? 0;
    return { start, end: start + (carrying?.[0].length ?? 0), value: 'pregnant' };
  }
  return null;
}

/** The words that say she is pregnant at this encounter, not once, not to be, not her mother. */
function pregnancyOf(document: NoteDocument): RegExpExecArray | undefined {
  const { text } = document;
  return [...text.matchAll(STATED), ...text.matchAll(PREGNANT_TODAY)].find((match) => {
    const start = match.index;
    const kind = sectionAt(document, start);
    if (HISTORY.has(kind) || ANOTHER.test(text.slice(Math.max(0, start - 40), start))) return false;
    const span = { start, end: start + match[0].length };
    if (assertionOf(document, span).assertion !== 'present') return false;
    PREGNANT_TODAY.lastIndex = 0;
    const today = PREGNANT_TODAY.test(match[0]);
    PREGNANT.lastIndex = 0;
    return today || kind === 'statement' || (DIAGNOSES.has(kind) && PREGNANT.test(match[0]));
  });
}

function sectionAt(document: NoteDocument, offset: number): SectionKind {
  return document.sections[sentenceAt(document, offset)?.section ?? 0]?.kind ?? 'body';
}

function said(match: RegExpExecArray, value: Maternity): Said<Maternity> {
  return { start: match.index, end: match.index + match[0].length, value };
}
