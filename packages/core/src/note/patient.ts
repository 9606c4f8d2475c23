import { gestationIn } from './gestation.ts';
import type { NoteDocument, NotePatient, Said, Section, Span } from './types.ts';

type Age = NonNullable<NotePatient['age']>;

const AGE =
  /\b(\d{1,3})[\s-]{0,2}(?:(years?|yrs?|months?|mos?|weeks?|wks?|days?)[\s-]{0,2}(?:old|of age|of life)\b|(y\.?\s?\/?\s?o\b\.?)|(yr|y)\b(?=[\s-]{0,2}(?:female|male|woman|man|f\b|m\b)))/gi;
const AGE_LABEL = /\b(?:age|aged)\s{0,2}:?\s{0,3}(\d{1,3})\b(?!\s{0,2}(?:mm|cm|mg|%))/gi;
const AGE_LETTER = /(?:^|[\s(])(\d{1,3})\s?(?:yo?\s?)?([FM])\b(?![.\w/-])/g;
const RELATIVE =
  /^[\s-]{0,3}(?:[a-z]+\s){0,1}(?:brother|sister|mother|father|son|daughter|wife|husband|aunt|uncle|cousin|sibling)\b/i;
const SEX_AFTER =
  /^[^.;:]{0,60}?\b(female|woman|lady|girl|gravida|primigravida|male|man|gentleman|boy|f|m)\b/i;
const SEX_LABEL = /\b(?:sex|gender)\s{0,2}[:=]?\s{1,3}(female|male|f|m|woman|man)\b/i;
const FEMALE = /^(?:f|female|woman|lady|girl|gravida|primigravida)$/i;

/** Whom the note is about and what kind of encounter it reports, each with the words that say so. */
export function patientOf(document: NoteDocument): NotePatient {
  const age = ageOf(document.text);
  const sex = sexOf(document, age);
  const gestation = gestationOf(document);
  const setting = settingOf(document);
  const operative = document.sections.find(
    ({ kind }) => kind === 'postoperative-diagnosis' || kind === 'procedure-description',
  );
  const followUp = followUpOf(document);
  return {
    ...(age && { age }),
    ...(sex && { sex }),
    ...(gestation && { gestation }),
    ...(setting && { setting }),
    ...(operative && { operative: headingSpan(operative) }),
    ...(followUp && { followUp }),
  };
}

function ageOf(text: string): Age | null {
  for (const match of text.matchAll(AGE)) {
    const end = match.index + match[0].length;
    if (RELATIVE.test(text.slice(end, end + 40))) continue;
    const unit = (match[2] ?? 'y').toLowerCase();
    const value = Number(match[1]);
    if (value > 120 && unit.startsWith('y')) continue;
    return { start: match.index, end, value: { value, unit: unitOf(unit) } };
  }
  for (const pattern of [AGE_LABEL, AGE_LETTER]) {
    for (const match of text.matchAll(pattern)) {
      const value = Number(match[1]);
      const start = match.index + match[0].indexOf(match[1] ?? '');
      if (value <= 120) return { start, end: match.index + match[0].length, value: { value, unit: 'year' } };
    }
  }
  return null;
}

function unitOf(written: string): Age['value']['unit'] {
  if (written.startsWith('m')) return 'month';
  if (written.startsWith('w')) return 'week';
  return written.startsWith('d') ? 'day' : 'year';
}

function sexOf(document: NoteDocument, age: Age | null): Said<'F' | 'M'> | null {
  const { text } = document;
  if (age) {
    const letter = /([FM])$/.exec(text.slice(age.start, age.end));
    if (letter) return { start: age.end - 1, end: age.end, value: letter[1] === 'F' ? 'F' : 'M' };
    const found = match(text, age.end, 80, SEX_AFTER);
    if (found) return found;
  }
  const label = SEX_LABEL.exec(text);
  if (label) return sexSaid(label.index, label[0], label[1] ?? '');
  return fromPronouns(document);
}

function match(text: string, from: number, length: number, pattern: RegExp): Said<'F' | 'M'> | null {
  const found = pattern.exec(text.slice(from, from + length));
  return found ? sexSaid(from + found.index, found[0], found[1] ?? '') : null;
}

function sexSaid(at: number, whole: string, word: string): Said<'F' | 'M'> {
  const end = at + whole.length;
  return { start: end - word.length, end, value: FEMALE.test(word) ? 'F' : 'M' };
}

/** "She", "Mrs." and the like, where at least four in five agree and relatives are not the subject. */
function fromPronouns({ tokens, sentences, sections }: NoteDocument): Said<'F' | 'M'> | null {
  const seen: Record<'F' | 'M', Span[]> = { F: [], M: [] };
  for (const sentence of sentences) {
    if (sections[sentence.section]?.kind === 'family-history') continue;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (/^(?:she|her|hers|herself|mrs|ms|miss|female|woman|pregnant)$/.test(token.norm)) seen.F.push(token);
      else if (/^(?:he|him|his|himself|mr|male|man)$/.test(token.norm)) seen.M.push(token);
    }
  }
  const value = seen.F.length >= seen.M.length ? 'F' : 'M';
  const [first] = seen[value];
  const share = seen[value].length / (seen.F.length + seen.M.length);
  return first && share >= 0.8 ? { start: first.start, end: first.end, value } : null;
}

function gestationOf({ text, sentences, sections }: NoteDocument): NotePatient['gestation'] | null {
  for (const sentence of sentences) {
    const kind = sections[sentence.section]?.kind;
    if (kind === 'obstetric-history' || kind === 'past-medical-history' || kind === 'family-history')
      continue;
    const found = gestationIn(text.slice(sentence.start, sentence.end), sentence.start);
    if (found) return found;
  }
  return null;
}

const ED_WORDS =
  /\b(?:ED (?:course|note|visit|physician)|(?:presents?|presented|presenting|brought|came|comes|arrive[sd]|seen) (?:in(?:to)? |to |by (?:ems|ambulance) |at )*(?:the |our )?(?:ED|ER|emergency (?:department|room))\b)/;
const INPATIENT_WORDS = /\b(?:discharge summary|was admitted (?:to|for|with)|hospital day|inpatient)\b/i;
const OUTPATIENT_WORDS =
  /\b(?:office visit|clinic (?:today|visit|note)|in (?:the )?clinic|to (?:the )?(?:clinic|office)|outpatient|progress note|SOAP)\b/i;

/** Headings first, because a clinic note may tell of an admission and a discharge summary of the emergency room. */
function settingOf(document: NoteDocument): NotePatient['setting'] | null {
  const { sections, text } = document;
  const stay = sections.find(({ kind, heading }) =>
    kind === 'admission-diagnosis' || kind === 'discharge-diagnosis'
      ? !/emergency|\bED\b/i.test(heading)
      : kind === 'hospital-course' && /hospital/i.test(heading),
  );
  if (stay) return { ...headingSpan(stay), value: 'inpatient' };
  const emergency = sections.find(({ heading }) => /\b(?:ED|ER|emergency)\b/i.test(heading));
  if (emergency) return { ...headingSpan(emergency), value: 'ed' };
  const opening = text.slice(0, 3000);
  for (const [pattern, value] of [
    [ED_WORDS, 'ed'],
    [OUTPATIENT_WORDS, 'outpatient'],
    [INPATIENT_WORDS, 'inpatient'],
  ] as const) {
    const found = pattern.exec(opening);
    if (found) return { start: found.index, end: found.index + found[0].length, value };
  }
  return null;
}

/** Said in the reason for the visit or the first lines, not in the plan for a later one. */
function followUpOf({ text, sections }: NoteDocument): Span | null {
  for (const section of sections.slice(0, 4)) {
    if (
      !['chief-complaint', 'history-of-present-illness', 'title', 'body', 'clinical-history'].includes(
        section.kind,
      )
    )
      continue;
    const words = text.slice(section.start, Math.min(section.end, section.start + 600));
    const found =
      /\b(?:follow[\s-]?up|recheck|cast (?:check|removal)|post-?op(?:erative)? (?:visit|check)|aftercare|suture removal)\b/i.exec(
        words,
      );
    if (found)
      return { start: section.start + found.index, end: section.start + found.index + found[0].length };
  }
  return null;
}

function headingSpan({ start, bodyStart, end }: Section): Span {
  return { start, end: Math.max(start, Math.min(bodyStart, end)) };
}
