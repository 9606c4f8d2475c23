import type { IsoDate } from '../book/rows.ts';
import { wordsOf } from '../words/fold.ts';
import { codesIn, type MentionedCode } from './read/codes.ts';
import { datesIn } from './read/dates.ts';
import { modifiersIn } from './read/modifiers.ts';
import { patientIn } from './read/patient.ts';

export type AskSetting = 'outpatient' | 'inpatient' | 'ed';

/** A question as far as it can be read without knowing what is asked. */
export interface ReadQuestion {
  readonly text: string;
  /** Folded words, codes included. */
  readonly words: readonly string[];
  /** Folded, single blanks: what cues are looked for in. */
  readonly plain: string;
  /** Code-shaped words, in order, each once. */
  readonly codes: readonly MentionedCode[];
  readonly modifiers: readonly string[];
  readonly date: IsoDate | null;
  readonly setting: AskSetting | null;
  readonly sex: 'F' | 'M' | null;
  readonly age: number | null;
  /** Release versions named: `2025`, `FY2026`. */
  readonly versions: readonly string[];
  /** Words in quotation marks, which are looked up as they are. */
  readonly quoted: string | null;
  /** True when the subject was taken from the question before. */
  readonly followsUp: boolean;
}

const SETTINGS: readonly (readonly [RegExp, AskSetting])[] = [
  [/\b(?:inpatient|admission|admitted|hospital stay|acute care|facility inpatient)\b/, 'inpatient'],
  [/\b(?:ed|er|emergency (?:department|room))\b/, 'ed'],
  [/\b(?:outpatient|office|clinic|physician|professional|ambulatory|practitioner)\b/, 'outpatient'],
];

/** Reads what any question may hold. `known` tells whether the book has a code, so that `a1c` is not taken for one. */
export function readQuestion(text: string, known: (code: string) => boolean): ReadQuestion {
  const shown = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").trim();
  const plain = ` ${wordsOf(shown).join(' ')} `;
  const codes = codesIn(shown, known);
  const { date, versions } = datesIn(shown);
  const { sex, age } = patientIn(plain);
  return {
    text: shown,
    words: plain.trim().split(' ').filter(Boolean),
    plain,
    codes,
    modifiers: modifiersIn(shown),
    date,
    versions,
    setting: SETTINGS.find(([cue]) => cue.test(plain))?.[1] ?? null,
    sex,
    age,
    quoted: /"([^"]{2,200})"/.exec(shown)?.[1] ?? null,
    followsUp: false,
  };
}
