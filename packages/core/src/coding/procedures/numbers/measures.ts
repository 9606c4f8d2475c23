import type { Measure } from './condition.ts';

/** What a stretch of a note measures; a missing entry is not said. */
export type Measures = Partial<Record<Measure, number>>;

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  single: 1,
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const NUMBER = `(\\d+(?:\\.\\d+)?|\\.\\d+|${Object.keys(WORDS).join('|')})`;
const UNIT = '(cm|mm|centimeters?|millimeters?)';

const ACROSS = new RegExp(
  `${NUMBER}\\s*${UNIT}?\\s*(?:x|by|×)\\s*${NUMBER}(?:\\s*${UNIT}?\\s*(?:x|by|×)\\s*${NUMBER})?\\s*-?\\s*${UNIT}`,
  'gi',
);
const SQUARE =
  /(\d+(?:\.\d+)?)\s*(?:sq(?:uare)?\.?\s*(?:cm|centimeters?)|cm\s?(?:2|²|\^2)|cm squared|sqcm)/gi;
const LENGTH = new RegExp(`${NUMBER}\\s*-?\\s*${UNIT}\\b`, 'gi');
const EXCISED =
  /\b(?:excised|excision|total) (?:diameter|size|length)[^.;\d]{0,20}(\d+(?:\.\d+)?)\s*-?\s*(cm|mm)/i;
const REPAIRED =
  /\b(?:(?:final|total|repair(?:ed)?|wound|closure|closed|laceration|incision) (?:length|measur\w+|was|of)|length)[^.;\d]{0,25}(\d+(?:\.\d+)?)\s*-?\s*(cm|mm)/i;
const VIEWS = new RegExp(`\\b${NUMBER}\\s*-?\\s*(?:v|vw|vws|views?|projections?)\\b`, 'i');
const TWO_VIEWS =
  /\b(?:(?:AP|PA|frontal|front)\s*(?:and|&|\/|,|\+)\s*(?:lat(?:eral)?|side)|lateral and (?:AP|PA|frontal))\b/i;
const THREE_VIEWS = /\b(?:AP|PA),? (?:lateral,? and oblique|oblique,? and lateral|lateral,? oblique)\b/i;
const ONE_VIEW = /\b(?:portable|(?:AP|PA) only|1v)\b/i;
const MINUTES = /\b(\d+(?:\.\d+)?)\s*(?:min\b|mins\b|minutes?\b)/i;
const HOURS = /\b(\d+(?:\.\d+)?)\s*(?:hr|hrs|hours?)\b/i;
const CLOCK = /\b(\d{1,2}):?(\d{2})\s*(?:-|–|to|until)\s*(\d{1,2}):?(\d{2})\b/;
const VOLUME = /\b(\d+(?:\.\d+)?)\s*(ml|cc|l|liters?|litres?)\b/i;
const COUNTED =
  '(?:lesions?|kerato\\w+|AKs?|SKs?|warts?|verruca\\w*|condylo\\w+|tags?|polyps?|bands?|biops(?:y|ies)|nev(?:us|i)|moles?|cysts?|nails?|toenails?|call?us\\w*|corns?|points?|muscles?|sites?|levels?|joints?|areas?|incisions?|wounds?|lacerations?|stents?|vessels?|nerves?|units?|plugs?|digits?|injections?|specimens?|passes|papules?|views?|segments?|grafts?)';
const COUNT_BEFORE = new RegExp(`\\b${NUMBER}\\s+(?:[a-z-]+\\s+){0,3}?${COUNTED}\\b`, 'i');
const COUNT_AFTER = new RegExp(`\\b${COUNTED}[^.;]{0,20}?\\s(?:x|times|#)\\s?${NUMBER}\\b`, 'i');
const COUNT_TIMES = /(?:^|\s)[x×]\s?(\d{1,2})\b(?!\s*(?:\d|x|cm|mm|days?|weeks?|wks?|d\b|h\b))/i;
const LEVEL = /\b([CTLS])[-\s]?(\d{1,2})\s*(?:(?:-|–|\/|to|through)\s*)?(?:([CTLS])\s?)?[-]?(\d{1,2})?\b/gi;

/** Reads all that a sentence, or a few together, measures. */
export function measuresIn(text: string): Measures {
  if (!/\d|\b(?:one|single|two|both|three|four|five|six|seven|eight|nine|ten|PA|AP|portable)\b/i.test(text))
    return {};
  const size = excised(text) ?? largest(text);
  const length = lengthOf(REPAIRED.exec(text)) ?? size;
  return {
    ...some('size', size),
    ...some('length', length),
    ...some('area', areaOf(text)),
    ...some('count', countOf(text)),
    ...some('views', viewsOf(text)),
    ...some('minutes', minutesOf(text)),
    ...some('levels', levelsOf(text)),
    ...some('volume', volumeOf(text)),
  };
}

function some(measure: Measure, value: number | undefined): Measures {
  return value === undefined ? {} : { [measure]: value };
}

function numberOf(written: string | undefined): number {
  const word = WORDS[(written ?? '').toLowerCase()];
  return word ?? Number(written);
}

function inCm(value: number, unit: string | undefined): number {
  return /^m/i.test(unit ?? '') ? Math.round(value * 10) / 100 : value;
}

function lengthOf(found: RegExpExecArray | null): number | undefined {
  return found === null ? undefined : inCm(Number(found[1]), found[2]);
}

function excised(text: string): number | undefined {
  return lengthOf(EXCISED.exec(text));
}

function largest(text: string): number | undefined {
  let most: number | undefined;
  for (const found of text.matchAll(ACROSS)) {
    const unit = found[6] ?? found[2];
    for (const side of [found[1], found[3], found[5]])
      if (side !== undefined) most = Math.max(most ?? 0, inCm(numberOf(side), unit));
  }
  for (const found of text.matchAll(LENGTH)) most = Math.max(most ?? 0, inCm(numberOf(found[1]), found[2]));
  return most;
}

/** Several wounds or grafts are added together. */
function areaOf(text: string): number | undefined {
  let square: number | undefined;
  for (const found of text.matchAll(SQUARE)) square = (square ?? 0) + Number(found[1]);
  if (square !== undefined) return square;
  for (const found of text.matchAll(ACROSS)) {
    const unit = found[6] ?? found[2];
    square = (square ?? 0) + inCm(numberOf(found[1]), unit) * inCm(numberOf(found[3]), unit);
  }
  return square;
}

function countOf(text: string): number | undefined {
  const before = COUNT_BEFORE.exec(text);
  if (before !== null) return numberOf(before[1]);
  const after = COUNT_AFTER.exec(text);
  if (after !== null) return numberOf(after[1]);
  const times = COUNT_TIMES.exec(text);
  return times === null ? undefined : Number(times[1]);
}

function viewsOf(text: string): number | undefined {
  const counted = VIEWS.exec(text);
  if (counted !== null) return numberOf(counted[1]);
  if (THREE_VIEWS.test(text)) return 3;
  if (TWO_VIEWS.test(text)) return 2;
  return ONE_VIEW.test(text) ? 1 : undefined;
}

function minutesOf(text: string): number | undefined {
  const minutes = MINUTES.exec(text);
  if (minutes !== null) return Number(minutes[1]);
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = clock.slice(1).map(Number);
    const spent = h2 * 60 + m2 - h1 * 60 - m1;
    if (h1 < 25 && h2 < 25 && m1 < 60 && m2 < 60 && spent > 0 && spent < 720) return spent;
  }
  const hours = HOURS.exec(text);
  return hours === null ? undefined : Number(hours[1]) * 60;
}

const REGIONS = 'CTLS';
const LAST: Readonly<Record<string, number>> = { C: 7, T: 12, L: 5, S: 5 };

/** Spinal levels: L34, L4-5 and L5-S1 are three; L3 to L5 is the two between. */
function levelsOf(text: string): number | undefined {
  const levels = new Set<string>();
  for (const [, region = '', first = '', to = '', second = ''] of text.matchAll(LEVEL)) {
    const from = region.toUpperCase();
    const most = LAST[from] ?? 0;
    if (second === '' && first.length === 2 && Number(first) > most) {
      levels.add(`${from}${first[0]}`);
      continue;
    }
    if (second === '') {
      if (Number(first) <= most) levels.add(`${from}${first}`);
      continue;
    }
    for (const level of between(from, Number(first), (to || from).toUpperCase(), Number(second)))
      levels.add(level);
  }
  return levels.size === 0 ? undefined : levels.size;
}

function between(from: string, first: number, to: string, last: number): string[] {
  const most = LAST[from] ?? 0;
  if (from === to) {
    const names: string[] = [];
    for (let level = first; level < last && level < first + 12; level++) names.push(`${from}${level}`);
    return names;
  }
  if (REGIONS.indexOf(to) !== REGIONS.indexOf(from) + 1) return [];
  const names = between(from, first, from, most + 1);
  for (let level = 1; level < last; level++) names.push(`${to}${level}`);
  return names;
}

function volumeOf(text: string): number | undefined {
  const found = VOLUME.exec(text);
  if (found === null) return undefined;
  return Number(found[1]) * (/^l/i.test(found[2] ?? '') ? 1000 : 1);
}
