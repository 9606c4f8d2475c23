import { sentenceAt } from './read-note.ts';
import type { Gestation, NoteDocument, Said } from './types.ts';

/** `32w4d`, `32 4/7 weeks`, `32+4`, `32 weeks and 4 days`, `32-week`, `32-1/2 weeks`; every repeat is bounded, so time is linear. */
const WEEKS =
  /\b(\d{1,2})(?:\s{0,2}w(?:ee)?k?s?,?\s{0,2}(?:and\s)?([0-6])\s{0,2}d(?:ays?)?\b|(?:\s{1,2}|\s?-\s?|\sand\s|\s?\+\s?)([0-6])\s?\/\s?7(?:th)?(?:\s{0,3}(?:weeks?|wks?|w))?\b|\+([0-6])\b(?:\s{0,2}(?:weeks?|wks?|w)\b)?|(?:[\s-]1\/2)?[\s-]{0,3}(?:completed\s)?(?:weeks?|wks?|w)\b)/gi;

const ORDINALS: readonly [RegExp, 1 | 2 | 3][] = [
  [/\b(?:first|1st)[\s-]trimester\b/i, 1],
  [/\b(?:second|2nd)[\s-]trimester\b/i, 2],
  [/\b(?:third|3rd)[\s-]trimester\b/i, 3],
];

const PREGNANCY =
  /\b(?:gestation(?:al)?|pregnan(?:t|cy)|iup|ega|intrauterine|antepartum|prenatal|gravida|fetus|fetal|primigravida|multigravida|g\d{1,2}\s?,?\s?p\d{1,4}|trimester|in labor|preterm labor|braxton[\s-]hicks|(?:pre-?)?eclampsia|hellp|placenta|(?:p?p|s|a)rom|c(?:a)?esarean|c[\s-]?sections?|c\/s|[lr]ltcs|nsvd|svd|vaginal delivery|breech|twins?|triplets|(?:di|mono)chorionic|(?:di|mono)[\s-]di|(?:oligo|poly)hydramnios|hyperemesis|gdm[a12]{0,2}|ob (?:visit|triage)|obstetric|antenatal|chorioamnionitis|cervical (?:shortening|insufficiency)|short cervix)\b/i;

/** Not the patient's own pregnancy now: "born at 38 weeks", "previous delivery at 36 weeks". */
const ELSEWHERE =
  /\b(?:born|prior|previous(?:ly)?|last pregnancy|ex|premature|preterm infant|delivered)\b[^.;]{0,40}$/i;

/** Trimesters as chapter 15 counts them: before 14 weeks 0 days, before 28 weeks 0 days, and from there to delivery. */
function trimesterOf(weeks: number): 1 | 2 | 3 {
  if (weeks < 14) return 1;
  return weeks < 28 ? 2 : 3;
}

/** The gestational age that the words of one sentence give, with its place in them. */
export function gestationIn(words: string, at: number): Said<Gestation> | null {
  if (!PREGNANCY.test(words)) return null;
  for (const match of words.matchAll(WEEKS)) {
    const weeks = Number(match[1]);
    const days = match[2] ?? match[3] ?? match[4];
    if (weeks < 4 || weeks > 43 || ELSEWHERE.test(words.slice(0, match.index))) continue;
    const after = words.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (/^\s{0,2}(?:ago|postpartum|post|old|later|from now)\b/i.test(after)) continue;
    const start = at + match.index;
    const value: Gestation = {
      weeks,
      ...(days === undefined ? {} : { days: Number(days) }),
      trimester: trimesterOf(weeks),
    };
    return { start, end: start + match[0].length, value };
  }
  for (const [pattern, trimester] of ORDINALS) {
    const match = pattern.exec(words);
    if (match)
      return { start: at + match.index, end: at + match.index + match[0].length, value: { trimester } };
  }
  return null;
}

/** Most notes never speak of a pregnancy: asked once for each, not once for each mention. */
const speaksOfPregnancy = new WeakMap<NoteDocument, boolean>();

/** The gestational age of the sentence at `offset`. */
export function gestationAt(document: NoteDocument, offset: number): Said<Gestation> | null {
  let speaks = speaksOfPregnancy.get(document);
  if (speaks === undefined) {
    speaks = PREGNANCY.test(document.text);
    speaksOfPregnancy.set(document, speaks);
  }
  if (!speaks) return null;
  const sentence = sentenceAt(document, offset);
  return sentence ? gestationIn(document.text.slice(sentence.start, sentence.end), sentence.start) : null;
}
