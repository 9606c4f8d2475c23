/**
 * The rows a publication's parser hands to the book. Every row keeps where it came from, because an answer
 * without its citation is a bug. Codes are written as printed (dotted for ICD-10-CM).
 */

import type { CodeSystem, SourceId } from './source.ts';

export { SOURCES } from './source.ts';
export type { CodeSystem, SourceId };

/** `YYYY-MM-DD`. */
export type IsoDate = string;

export interface SourceFile {
  readonly name: string;
  /** What the recogniser said it is, e.g. `icd10cm/order`. */
  readonly kind: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface CodeRow {
  readonly code: string;
  readonly title: string;
  readonly shortTitle?: string;
  /** Valid for submission as written (the order file decides); always true for modifiers. */
  readonly billable: boolean;
  /** The next code up the hierarchy, as printed; absent at the top. */
  readonly parent?: string;
  readonly kind: 'code' | 'modifier';
  /** First and last day the publisher gives for this code itself, when it does (HCPCS). */
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  /** Everything else the file says of the code (HCPCS coverage, pricing; flags of the starter), for the code page. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** File index (into `ReleaseDraft.files`) and place in it: `line 123`, `row 8`. */
  readonly file: number;
  readonly locator: string;
}

export const NOTE_KINDS = [
  'includes',
  'inclusionTerm',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditionalCode',
  'codeAlso',
  'note',
  'sevenChrNote',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A code, stem or range named inside a note; both ends inclusive, each end covers its descendants. */
export interface CodeSpan {
  readonly from: string;
  readonly to: string;
}

/** What a note hangs on: a chapter number, a section id (`K20-K31`) or a code. Notes inherit downward. */
export type ScopeKind = 'chapter' | 'section' | 'code';

export interface NoteRow {
  readonly scopeKind: ScopeKind;
  readonly scope: string;
  readonly kind: NoteKind;
  readonly text: string;
  readonly codes: readonly CodeSpan[];
  readonly file: number;
  readonly locator: string;
}

export interface SeventhCharacterRow {
  /** Code whose descendants take this character. */
  readonly scope: string;
  readonly character: string;
  readonly meaning: string;
}

export interface ChapterRow {
  readonly chapter: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export interface SectionRow {
  readonly section: string;
  readonly title: string;
  readonly chapter: string;
  readonly from: string;
  readonly to: string;
}

export const INDEX_TABLES = ['disease', 'external', 'neoplasm', 'drug', 'pcs'] as const;
export type IndexTable = (typeof INDEX_TABLES)[number];

/** One line of an Alphabetic Index. Rows come in printed order; `parent` is the position of the line above it. */
export interface IndexRow {
  readonly table: IndexTable;
  /** Position of the parent line in the same draft's `index` array; -1 for a main term. */
  readonly parent: number;
  readonly level: number;
  /** The line's own words without its non-essential modifiers. */
  readonly title: string;
  /** Non-essential modifiers, without parentheses, in order. */
  readonly nonEssential: readonly string[];
  /** As printed, including a trailing `-` for an incomplete code. */
  readonly code?: string;
  /** The bracketed manifestation code that is sequenced second. */
  readonly manifestation?: string;
  readonly see?: string;
  readonly seeAlso?: string;
  /** PCS index `use`: the key's preferred value. */
  readonly use?: string;
  /** Neoplasm and drug tables: columns 2–7 in order, `--` and missing as empty string. */
  readonly cells?: readonly string[];
}

export interface ConversionRow {
  /** The code that is new in this release. */
  readonly code: string;
  readonly effective: IsoDate;
  /** What was assigned before it, as printed. */
  readonly previous: readonly string[];
}

export interface GuidelineRow {
  /** Dotted section number, e.g. `I.C.9.a.1`. */
  readonly section: string;
  readonly title: string;
  /** 1-based page of the publisher's PDF. */
  readonly page: number;
  readonly text: string;
  readonly file: number;
}

export interface PcsValue {
  readonly value: string;
  readonly label: string;
}

/** One row of a PCS table: the codes are the product of its four value lists. */
export interface PcsRow {
  /** First three characters. */
  readonly table: string;
  /** Titles of characters 1–3: section, body system, operation (or their counterparts). */
  readonly titles: readonly [string, string, string];
  readonly definition?: string;
  /** Axis names of characters 4–7 as printed (`Body Part`, `Approach`, …). */
  readonly axisNames: readonly [string, string, string, string];
  readonly axes: readonly [
    readonly PcsValue[],
    readonly PcsValue[],
    readonly PcsValue[],
    readonly PcsValue[],
  ];
}

/** A line of the body part, device, substance or approach key, or a definition of a value. */
export interface PcsKeyRow {
  /** `body part`, `device`, `approach`, `operation`, … */
  readonly axis: string;
  readonly section?: string;
  readonly term: string;
  /** Preferred value's label. */
  readonly preferred: string;
  readonly definition?: string;
}

/** Our own page on a procedure, as Markdown sections. */
export interface ExplainerRow {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly sections: readonly { readonly heading: string; readonly markdown: string }[];
  readonly file: number;
}

/** Everything one release says, before it is written. Lists a source does not have stay empty. */
export interface ReleaseDraft {
  readonly source: SourceId;
  readonly system: CodeSystem | null;
  readonly version: string;
  readonly edition: 'official' | 'starter';
  readonly effective: readonly [IsoDate, IsoDate];
  readonly files: readonly SourceFile[];
  readonly codes: readonly CodeRow[];
  readonly chapters: readonly ChapterRow[];
  readonly sections: readonly SectionRow[];
  readonly notes: readonly NoteRow[];
  readonly sevenths: readonly SeventhCharacterRow[];
  readonly index: readonly IndexRow[];
  readonly conversions: readonly ConversionRow[];
  readonly poaExempt: readonly string[];
  readonly guidelines: readonly GuidelineRow[];
  readonly pcsRows: readonly PcsRow[];
  readonly pcsKeys: readonly PcsKeyRow[];
  readonly explainers: readonly ExplainerRow[];
}

/** A draft with nothing in it, to spread from. */
export function emptyDraft(
  head: Pick<ReleaseDraft, 'source' | 'system' | 'version' | 'edition' | 'effective' | 'files'>,
): ReleaseDraft {
  return {
    ...head,
    codes: [],
    chapters: [],
    sections: [],
    notes: [],
    sevenths: [],
    index: [],
    conversions: [],
    poaExempt: [],
    guidelines: [],
    pcsRows: [],
    pcsKeys: [],
    explainers: [],
  };
}
