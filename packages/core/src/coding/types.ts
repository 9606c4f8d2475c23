import type { Citation } from '../book/citation.ts';
import type { IsoDate, SourceId } from '../book/rows.ts';
import type { Finding } from '../findings/finding.ts';
import type { Assertion } from '../note/types.ts';

/** Where care was given; decides what an uncertain diagnosis means (Guidelines II.H, III.C and IV.H). */
export type Setting = 'outpatient' | 'inpatient' | 'ed';

/** What the caller knows of the encounter; the note fills in the rest where it can. */
export interface CodingContext {
  readonly setting?: Setting;
  readonly dateOfService?: IsoDate;
  readonly sex?: 'F' | 'M';
  /** Completed years. */
  readonly age?: number;
  /** Also build imaging, monitoring and measurement of an inpatient stay, which hospitals do not report by custom. */
  readonly ancillary?: boolean;
}

/** A verbatim slice of the input: `text === input.slice(start, end)`, UTF-16 offsets. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The heading it stands under; empty when the note has none there. */
  readonly section: string;
  readonly assertion: Assertion;
}

export type Role = 'principal' | 'first-listed' | 'secondary' | 'procedure' | 'external-cause';

/** One step a coder can follow: the Index path, the Tabular check, or the rule that was applied. */
export type TrailStep =
  | { readonly step: 'index'; readonly path: readonly string[]; readonly code: string }
  | { readonly step: 'title' | 'inclusion'; readonly path: readonly string[]; readonly code: string }
  | { readonly step: 'complete'; readonly from: string; readonly code: string; readonly because: string }
  | { readonly step: 'tabular'; readonly code: string; readonly result: string }
  | { readonly step: 'rule'; readonly rule: string; readonly result: string; readonly authority: string }
  | { readonly step: 'axis'; readonly axis: string; readonly value: string; readonly because: string };

export interface Alternative {
  readonly code: string;
  readonly title: string;
  readonly why: string;
}

/** A non-leading question to the provider. */
export interface Query {
  readonly kind: 'specificity' | 'laterality' | 'clarification' | 'conflict';
  readonly text: string;
}

export interface CodedCode {
  readonly system: 'icd10cm' | 'icd10pcs' | 'hcpcs' | 'cpt';
  readonly code: string;
  readonly title: string;
  readonly role: Role;
  /** Probability that an experienced coder reports it. */
  readonly confidence: number;
  /** What stands behind the confidence: the trained model, a rule of the guidelines, or a table of the book. */
  readonly by?: 'model' | 'rule' | 'table';
  readonly billable: boolean;
  /** Modifiers that the note settles (procedures). */
  readonly modifiers?: readonly string[];
  /** How often it is reported, where the note gives what it is counted by (procedures and drugs). */
  readonly units?: number;
  readonly evidence: readonly Evidence[];
  readonly trail: readonly TrailStep[];
  readonly alternatives: readonly Alternative[];
  readonly queries: readonly Query[];
  readonly citations: readonly Citation[];
}

export interface RejectedCode {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

/** A procedure that was read but has no number in this book. */
export interface Unnumbered {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

export interface BookUsed {
  readonly source: SourceId;
  readonly version: string;
  readonly edition: 'official' | 'starter';
  readonly effective: readonly [IsoDate, IsoDate];
}

/** The JSON of a coded note. Everything but `elapsedMs` depends on the input and the book alone. */
export interface CodedNote {
  readonly context: CodingContext;
  readonly book: readonly BookUsed[];
  readonly codes: readonly CodedCode[];
  readonly rejected: readonly RejectedCode[];
  /** Procedures that were read but have no number in this book, with how to add one. */
  readonly unnumbered: readonly Unnumbered[];
  readonly findings: readonly Finding[];
  /** Rules that could not run, and the source to load for them. */
  readonly notChecked: readonly { readonly rule: string; readonly needs: SourceId }[];
  readonly elapsedMs: number;
}
