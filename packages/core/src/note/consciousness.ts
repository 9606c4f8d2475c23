import type { Attributes, NoteDocument, Span } from './types.ts';

type Unconscious = NonNullable<Attributes['unconscious']>;

const LOST =
  /\b(?:LOC|loss of consciousness|lost consciousness|unconscious(?:ness)?|knocked out|blacked out|passed out)\b/gi;
const DENIED =
  /\b(?:no|not|without|denie[sd]|denying|never|negative for|w\/o|did not|didn'?t)\b[^.;,]{0,25}$/i;
const DENIED_AFTER = /^\s{0,2}(?:denied|negative|neg\b|-ve\b|:\s{0,2}(?:no|none|denied|negative)\b)/i;
const SPAN =
  /\b(\d{1,3}|a few|few|several|one|two|three|five|ten|half an?)[\s-]{0,2}(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?)\b/i;
const BRIEF = /\b(?:brief(?:ly)?|momentar(?:y|ily)|transient(?:ly)?)\b/i;

const NUMBERS: Readonly<Record<string, number>> = {
  'a few': 3,
  few: 3,
  several: 5,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
  'half a': 0.5,
  'half an': 0.5,
};

const known = new WeakMap<NoteDocument, Unconscious | null>();

/** What the note says of loss of consciousness: told once for an injury, wherever it stands. */
export function unconsciousIn(document: NoteDocument): Unconscious | undefined {
  let found = known.get(document);
  if (found === undefined) {
    found = read(document);
    known.set(document, found);
  }
  return found ?? undefined;
}

function read({ text, sentences, sections }: NoteDocument): Unconscious | null {
  let said: Unconscious | null = null;
  for (const match of text.matchAll(LOST)) {
    const sentence = sentences.find(({ start, end }) => start <= match.index && match.index < end);
    const kind = sentence === undefined ? undefined : sections[sentence.section]?.kind;
    if (sentence === undefined || kind === 'past-medical-history' || kind === 'family-history') continue;
    const found = one(text, sentence, match.index, match.index + match[0].length);
    if (found.minutes !== undefined) return found;
    said = said === null || (found.lost && !said.lost) ? found : said;
  }
  return said;
}

function one(text: string, sentence: Span, start: number, end: number): Unconscious {
  if (DENIED.test(text.slice(sentence.start, start)) || DENIED_AFTER.test(text.slice(end, sentence.end)))
    return { lost: false };
  const after = SPAN.exec(text.slice(end, Math.min(sentence.end, end + 40)));
  const before = SPAN.exec(text.slice(Math.max(sentence.start, start - 25), start));
  const length = after ?? before;
  if (length !== null) return { lost: true, minutes: minutesOf(length[1] ?? '', length[2] ?? '') };
  // The Index gives "brief" the code of 30 minutes or less.
  const around = text.slice(Math.max(sentence.start, start - 20), Math.min(sentence.end, end + 20));
  return BRIEF.test(around) ? { lost: true, minutes: 1 } : { lost: true };
}

function minutesOf(count: string, unit: string): number {
  const number = NUMBERS[count.toLowerCase()] ?? Number(count);
  const each = /^s/i.test(unit) ? 1 / 60 : /^h/i.test(unit) ? 60 : /^d/i.test(unit) ? 1440 : 1;
  return number * each;
}
