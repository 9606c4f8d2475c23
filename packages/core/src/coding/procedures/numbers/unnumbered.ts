import type { NoteDocument, Span } from '../../../note/types.ts';
import type { Unnumbered } from '../../types.ts';
import type { Place } from './places.ts';

/** How an act of surgery, examination or treatment is written. */
const ACT =
  /\b\w*(?:ectomy|ectomies|otomy|otomies|ostomy|oplasty|plasty|scopy|scopies|desis|pexy|rrhaphy|centesis|graphy|gram|graft\w*|lysis|tripsy)\b|\b(?:excision|repair|removal|release|reduction|fixation|fusion|insertion|placement|implant\w*|resection|biopsy|drainage|debridement|closure|reconstruction|revision|replacement|amputation|ligation|ablation|transplant\w*|injection|dilation|exploration|transfer|block|osteotomy|catheter\w*|embolization|stent\w*|cast|splint)\b/i;
const NOT_ACT = /^(?:none|n\/a|see|as above|same|consent|after|the patient|patient|under|with the)\b/i;
const LONGEST = 160;
const MOST = 10;

const WHY =
  'read as a procedure, but no number of this book has these words; add a row to knowledge/starter/procedures/ (formats: knowledge/starter/README.md) or code it by hand';

/** Lines that name a procedure for which the book has no number: shown, never lost. */
export function unnumberedIn(
  { text }: NoteDocument,
  places: readonly Place[],
  read: readonly Span[],
): Unnumbered[] {
  const found: Unnumbered[] = [];
  for (const { kind, section, sentence } of places) {
    if (kind !== 'named' || section !== 'procedure' || found.length >= MOST) continue;
    if (read.some((span) => span.start < sentence.end && sentence.start < span.end)) continue;
    const said = text.slice(sentence.start, sentence.end);
    if (said.length > LONGEST || !ACT.test(said) || NOT_ACT.test(said)) continue;
    if (/\b(?:not|without|no|planned|scheduled)\b/i.test(said)) continue;
    found.push({ text: said, start: sentence.start, end: sentence.end, why: WHY });
  }
  return found;
}
