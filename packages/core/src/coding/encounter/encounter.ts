import type { CodeId } from '../../book/code-table.ts';
import type { IndexLine, Release } from '../../book/release.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Birth } from '../../note/birth.ts';
import type { NoteDocument, NotePatient } from '../../note/types.ts';
import type { Lexicon } from '../../words/lexicon.ts';
import type { Support } from '../candidates.ts';
import type { PatientState } from '../completion/patient-readings.ts';
import type { DocumentStyle } from '../document-style.ts';
import type { CodingContext, Role, Setting, TrailStep } from '../types.ts';
import type { RejectionReason } from './rejection.ts';

/** A code on its way to being suggested. */
export interface Draft {
  readonly id: CodeId;
  readonly code: string;
  readonly confidence: number;
  readonly supports: readonly Support[];
  /** Steps beyond the index walk: which rules touched it. */
  readonly trail: readonly TrailStep[];
  readonly role?: Role;
}

export interface Rejection {
  readonly id: CodeId;
  readonly why: RejectionReason;
  readonly supports: readonly Support[];
}

/** Everything the encounter rules look at and change; each rule returns a new one. */
export interface Encounter {
  readonly release: Release;
  readonly lexicon: Lexicon;
  readonly document: NoteDocument;
  readonly context: CodingContext;
  readonly setting: Setting;
  readonly style: DocumentStyle;
  /** A report of an operation or procedure. */
  readonly operative: boolean;
  /** Weeks and trimester, when the note says them. */
  readonly gestation: NotePatient['gestation'];
  /** A newborn, or where in a pregnancy she is. */
  readonly state: PatientState | undefined;
  /** What the record of a newborn says of its birth. */
  readonly birth: Birth | null;
  /** Chosen codes. */
  readonly drafts: readonly Draft[];
  /** Supported by the note, yet below the threshold: a rule may call on one. */
  readonly weak: readonly Draft[];
  readonly rejected: readonly Rejection[];
  readonly findings: readonly Finding[];
  /** The line of the Index that a support was read from; null where a title, a table or a rule stands behind it. */
  readonly indexLineOf: (support: Support) => IndexLine | null;
}

/** In the order a coder goes: what is not so, what combines, what is included, what state is told beside it, what comes first. */
export const PHASES = ['not-so', 'combine', 'included', 'status', 'sequence'] as const;
export type Phase = (typeof PHASES)[number];

/** One rule of the guidelines. */
export interface EncounterRule {
  readonly id: string;
  readonly meta: {
    /** Section of the Official Guidelines (or convention) it applies. */
    readonly authority: string;
    readonly phase: Phase;
    /** Rules of the same phase whose work it builds on. */
    readonly after?: readonly string[];
  };
  /** May rewrite what is chosen; returns a new encounter. */
  readonly apply: (encounter: Encounter) => Encounter;
}

/** Replaces a draft's code, keeping its evidence; does nothing when the book lacks the new code or it is chosen already. */
export function recode(
  encounter: Encounter,
  draft: Draft,
  code: string,
  rule: EncounterRule,
  result: string,
): Encounter {
  const id = billable(encounter, code);
  if (id < 0) return encounter;
  const rest = encounter.drafts.filter((other) => other !== draft);
  const already = rest.find((other) => other.id === id);
  const step: TrailStep = { step: 'rule', rule: rule.id, result, authority: rule.meta.authority };
  if (already !== undefined) {
    const merged = {
      ...already,
      supports: [...already.supports, ...draft.supports],
      trail: [...already.trail, step],
    };
    return { ...encounter, drafts: rest.map((other) => (other === already ? merged : other)) };
  }
  const next: Draft = { ...draft, id, code: encounter.release.codes.code(id), trail: [...draft.trail, step] };
  return { ...encounter, drafts: encounter.drafts.map((other) => (other === draft ? next : other)) };
}

/** Adds a code that a rule requires, with the evidence that calls for it. */
export function addCode(
  encounter: Encounter,
  code: string,
  supports: readonly Support[],
  confidence: number,
  rule: EncounterRule,
  result: string,
): Encounter {
  const id = billable(encounter, code);
  if (id < 0 || supports.length === 0 || encounter.drafts.some((draft) => draft.id === id)) return encounter;
  const draft: Draft = {
    id,
    code: encounter.release.codes.code(id),
    confidence,
    supports,
    trail: [{ step: 'rule', rule: rule.id, result, authority: rule.meta.authority }],
  };
  return { ...encounter, drafts: [...encounter.drafts, draft] };
}

/** Takes a draft away and says why. */
export function reject(encounter: Encounter, draft: Draft, why: RejectionReason): Encounter {
  return {
    ...encounter,
    drafts: encounter.drafts.filter((other) => other !== draft),
    rejected: [...encounter.rejected, { id: draft.id, why, supports: draft.supports }],
  };
}

/** Row of a code that may be reported; -1 otherwise. */
export function billable({ release }: Encounter, code: string): CodeId {
  const id = release.codes.find(code);
  return id >= 0 && release.codes.billable(id) ? id : -1;
}

/** Whether a code is at or below any of the stems (`E11`, `N18.3`). */
export function under(code: string, ...stems: readonly string[]): boolean {
  return stems.some((stem) => code.startsWith(stem));
}
