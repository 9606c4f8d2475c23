import type { NoteDocument, Said, Span } from './types.ts';

/** What the record of a newborn says of its birth, each with its words. */
export interface Birth {
  /** The words that say the patient is a newborn. */
  readonly newborn: Span;
  /** The record of the birth itself, not of a later visit or transfer. */
  readonly here?: Span;
  readonly place: 'hospital' | 'outside' | 'unsaid';
  readonly delivery?: Said<'vaginal' | 'cesarean'>;
  /** 1 single, 2 twins, 3 triplets … */
  readonly born: number;
  /** Completed weeks at birth. */
  readonly weeks?: Said<number>;
  readonly grams?: Said<number>;
}

const NEWBORN =
  /\b(?:newborn|neonate|neonatal|NICU|liveborn|newly born|baby (?:boy|girl)|infant of (?:a |an )?(?:\w+ )?mother|(?:\d{1,2}|one|two|three|four|five|six|seven)[\s-]?(?:hours?|hr|days?|d|DOL)[\s-]?old|DOL ?#? ?\d|day of life|(?:ex|former)[\s-]\d{2}[\s-]?(?:weeks?|wk))/i;
const BORN =
  /\b(?:born|delivered|liveborn|delivery|birth)\b[^.;]{0,60}\b(?:here|in (?:this|our|the) (?:hospital|facility)|at (?:this|our) hospital|by (?:\w+ ){0,2}(?:vaginal|c(?:a)?esarean|c-section|c\/s|NSVD|SVD)|via (?:\w+ ){0,2}(?:vaginal|c(?:a)?esarean|c-section|c\/s|NSVD|SVD)|vaginally)|\b(?:c(?:a)?esarean|c-section|c\/s|vaginal delivery|NSVD|SVD)\b[^.;]{0,20}\b(?:here|in (?:this|our) hospital)\b|\b(?:born|delivered) (?:vaginally|by c(?:a)?esarean|by c-section|via c-section)|\bliveborn\b/i;
const ELSEWHERE =
  /\b(?:transferred (?:in|from)|transfer from|readmi\w+|born (?:at|in) (?:an )?(?:outside|other|another)|in clinic|office visit|well[\s-](?:child|baby)|health check|seen (?:in|at) (?:the )?(?:clinic|office)|weight check)\b/i;
const OUTSIDE =
  /\b(?:born|delivered|delivery) (?:\w+ ){0,3}(?:at home|home birth|in (?:the )?(?:ambulance|car|taxi|parking)|before arrival|en route|outside (?:of )?(?:the |a )?hospital)\b|\bhome birth\b/i;
const CESAREAN = /\b(?:c(?:a)?esarean|c-?section|c\/s|LTCS)\b/i;
const VAGINAL = /\b(?:vaginal(?:ly)?|NSVD|SVD|vacuum|forceps)\b/i;
const SEVERAL: readonly (readonly [RegExp, number])[] = [
  [/\bquadruplets?\b/i, 4],
  [/\btriplets?\b/i, 3],
  [/\btwins?\b/i, 2],
];
const WEEKS =
  /\b(?:born at|gestation(?:al age)?(?: of)?|GA|EGA|ex|former|at)?[\s:-]{0,2}(\d{2})(?:[\s-]?(?:\+|w(?:ee)?ks?\s?)?\s?[0-6]?(?:\/7)?\s?d?)?[\s-]{0,2}(?:weekers?|weeks?|wks?|w)\b/i;
const GRAMS =
  /\b(?:BW|birth ?weight|weigh(?:t|ing|ed|s)(?: at birth)?)\b[^.;\d]{0,15}(\d{1,2}[,.]?\d{0,3})\s?(g|gm|grams?|kg|kilograms?)\b/i;

/** What a newborn's record says of its birth; null when the patient is none. `age` is in days where the record tells it. */
export function birthOf({ text }: NoteDocument, age: number | undefined): Birth | null {
  if (age !== undefined && age > 28) return null;
  const named = NEWBORN.exec(text);
  const born = ELSEWHERE.test(text) ? null : BORN.exec(text);
  const newborn = named ?? (age === undefined ? null : born);
  if (newborn === null || isMother(text)) return null;
  const cesarean = CESAREAN.exec(text);
  const vaginal = VAGINAL.exec(text);
  const delivery = cesarean ?? vaginal;
  const weeks = WEEKS.exec(text);
  const grams = GRAMS.exec(text);
  return {
    newborn: spanOf(newborn),
    ...(born === null ? {} : { here: spanOf(born) }),
    place: OUTSIDE.test(text) ? 'outside' : born === null ? 'unsaid' : 'hospital',
    ...(delivery === null
      ? {}
      : { delivery: { ...spanOf(delivery), value: delivery === cesarean ? 'cesarean' : 'vaginal' } }),
    born: SEVERAL.find(([words]) => words.test(text))?.[1] ?? 1,
    ...(weeks === null || Number(weeks[1]) < 20 || Number(weeks[1]) > 44
      ? {}
      : { weeks: { ...spanOf(weeks), value: Number(weeks[1]) } }),
    ...(grams === null ? {} : { grams: { ...spanOf(grams), value: gramsOf(grams) } }),
  };
}

/** The mother's record names the newborn too. */
function isMother(text: string): boolean {
  return /\b(?:G\d{1,2}\s?P\d{1,4}|gravida|postpartum|primigravida|multigravida|perineum|episiotomy|delivered (?:a|an) )\b/i.test(
    text,
  );
}

function gramsOf(found: RegExpExecArray): number {
  const unit = (found[2] ?? 'g').toLowerCase();
  const number = Number((found[1] ?? '').replace(unit.startsWith('k') ? /$^/ : /[,.]/, ''));
  return unit.startsWith('k') ? Math.round(number * 1000) : number;
}

function spanOf(match: RegExpExecArray): Span {
  const lead = /^[\s:-]*/.exec(match[0])?.[0].length ?? 0;
  return { start: match.index + lead, end: match.index + match[0].length };
}
