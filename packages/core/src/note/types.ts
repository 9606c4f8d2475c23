/**
 * What a note is, before any code set is thought of. All offsets are UTF-16 positions in the exact input text,
 * end exclusive, so `text.slice(start, end)` is always the verbatim wording.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a section is for; decides how much a mention in it counts. Headings are matched by `knowledge/lexicon/sections.tsv`;
 * `statement` is a short text without any: what someone wrote down to have it coded.
 */
export const SECTION_KINDS = [
  'chief-complaint',
  'history-of-present-illness',
  'past-medical-history',
  'past-surgical-history',
  'family-history',
  'social-history',
  'obstetric-history',
  'medications',
  'allergies',
  'immunizations',
  'review-of-systems',
  'vital-signs',
  'physical-exam',
  'results',
  'imaging',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'procedure',
  'indications',
  'anesthesia',
  'findings',
  'procedure-description',
  'specimens',
  'complications',
  'hospital-course',
  'admission-diagnosis',
  'discharge-diagnosis',
  'principal-diagnosis',
  'secondary-diagnosis',
  'final-diagnosis',
  'assessment',
  'plan',
  'assessment-and-plan',
  'impression',
  'condition-at-discharge',
  'disposition',
  'instructions',
  'clinical-history',
  'title',
  'other',
  'statement',
  'body',
] as const;

export type SectionKind = (typeof SECTION_KINDS)[number];

export interface Section extends Span {
  readonly kind: SectionKind;
  /** The heading as written, without its colon; empty for text before any heading. */
  readonly heading: string;
  /** Where the heading ends and the section's words begin. */
  readonly bodyStart: number;
}

export interface Sentence extends Span {
  /** Index into `sections`. */
  readonly section: number;
  /** An item of a numbered, lettered or bulleted list. */
  readonly listItem: boolean;
  /** First and past-last token. */
  readonly firstToken: number;
  readonly endToken: number;
  /** First and past-last entry of `scopes`. */
  readonly firstScope: number;
  readonly endScope: number;
}

/** A word, number or mark of punctuation. `norm` is lower case with accents removed; punctuation keeps itself. */
export interface Token extends Span {
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'punctuation';
}

/** What a cue says of the words it reaches: every assertion but the plain one. */
export type CueMeaning = 'negated' | 'possible' | 'historical' | 'hypothetical' | 'family';

/** The words that a cue of `knowledge/lexicon/cues.tsv` reaches; never the cue itself. */
export interface CueScope extends Span {
  readonly meaning: CueMeaning;
  readonly cue: Span;
}

export interface NoteDocument {
  readonly text: string;
  /** They tile the text from its first to its last character. */
  readonly sections: readonly Section[];
  /** In order, never overlapping, headings left out. */
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** In order of sentence, then of cue. */
  readonly scopes: readonly CueScope[];
}

/**
 * How the note holds a mention. Only `present` is coded everywhere; `possible` depends on the setting
 * (Guidelines II.H, III.C inpatient; IV.H outpatient); the rest go to `rejected` or to history/family codes.
 */
export type Assertion = 'present' | 'negated' | 'possible' | 'historical' | 'hypothetical' | 'family';

export interface AssertionResult {
  readonly assertion: Assertion;
  /** The words that decided it ("no evidence of", "history of"), when words did; a section kind may also decide. */
  readonly cue: Span | null;
  readonly because: 'cue' | 'section' | 'default';
}

export type Side = 'left' | 'right' | 'bilateral';

/** What the words around a mention say of it. Absent means the note does not say. */
export interface Attributes {
  readonly side?: Side;
  readonly acuity?: 'acute' | 'chronic' | 'acute-on-chronic' | 'subacute' | 'recurrent';
  readonly severity?: 'mild' | 'moderate' | 'severe';
  /** Injury episode for the 7th character (Guidelines I.C.19.a). */
  readonly episode?: 'initial' | 'subsequent' | 'sequela';
  readonly fracture?: {
    readonly open?: boolean;
    readonly displaced?: boolean;
    /** Gustilo type of an open fracture. */
    readonly grade?: 'I-II' | 'III';
    readonly healing?: 'routine' | 'delayed' | 'nonunion' | 'malunion';
  };
  /** Loss of consciousness with the injury, and for how long. */
  readonly unconscious?: { readonly lost: boolean; readonly minutes?: number };
  /** More than one of the part: "ribs", "4th and 5th rib". */
  readonly several?: true;
  /** Gout with its deposits, or said to have none. */
  readonly tophi?: boolean;
  /** The fetus of a multiple pregnancy that the words are about: 1 for "twin A". */
  readonly fetus?: number;
  /** Completed weeks of gestation, and the trimester they give (Guidelines I.C.21 / chapter 15 note). */
  readonly gestationWeeks?: number;
  readonly trimester?: 1 | 2 | 3;
}

/** Something the note says, with the words that say it. */
export interface Said<T> extends Span {
  readonly value: T;
}

/** Completed weeks and days of a pregnancy; `trimester` alone where the note gives only that. */
export interface Gestation {
  readonly weeks?: number;
  readonly days?: number;
  readonly trimester: 1 | 2 | 3;
}

/** Whom and what kind of encounter a note is about, as far as its words tell. What the caller states goes before it. */
export interface NotePatient {
  readonly age?: Said<{ readonly value: number; readonly unit: 'year' | 'month' | 'week' | 'day' }>;
  readonly sex?: Said<'F' | 'M'>;
  readonly gestation?: Said<Gestation>;
  /** The strongest hint; `outpatient` only where the note says so. */
  readonly setting?: Said<'inpatient' | 'outpatient' | 'ed'>;
  /** A report of an operation or procedure. */
  readonly operative?: Span;
  /** The visit follows up something treated before. */
  readonly followUp?: Span;
}
