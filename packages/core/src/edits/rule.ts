import type { Citation } from '../book/citation.ts';
import type { Release } from '../book/release.ts';
import type { SourceId } from '../book/rows.ts';
import type { Verdict } from '../findings/finding.ts';

/** Codes as they stand on a claim or in a coded note, in their order. */
export interface CodeList {
  readonly setting: 'outpatient' | 'inpatient' | 'ed' | 'professional';
  /** The first is the principal or first-listed diagnosis. */
  readonly diagnoses: readonly string[];
}

/** The releases in force on the day the list is judged on. */
export interface Dated {
  /** Null when the source is not loaded for the day. */
  release(source: SourceId): Release | null;
}

/** What one message of a rule says and does. `{name}` is filled from the data of a report. */
export interface EditMessage {
  readonly verdict: Verdict;
  readonly says: string;
  readonly fix: string;
}

export interface Reported<M extends string> {
  readonly message: M;
  /** Positions in `diagnoses`, the one at fault first. */
  readonly diagnoses: readonly number[];
  readonly data: Readonly<Record<string, string>>;
  /** The place that says so; it must open. */
  readonly cite: Citation;
}

/** One edit: a convention or table of a publication that a list of codes can be held to. It reports, and changes nothing. */
export interface EditRule<M extends string = string> {
  /** `area/name`, as findings carry it. */
  readonly id: string;
  readonly meta: {
    readonly title: string;
    /** The official text it applies. */
    readonly authority: string;
    readonly messages: Readonly<Record<M, EditMessage>>;
    /** Releases it reads: a missing one is told, never passed over. */
    readonly needs: readonly SourceId[];
  };
  readonly check: (list: CodeList, on: Dated, report: (found: Reported<M>) => void) => void;
}

/** Gives a rule its message ids as a type. */
export function editRule<M extends string>(rule: EditRule<M>): EditRule<M> {
  return rule;
}
