import type { Citation } from '../book/citation.ts';

/** `deny`: a payer would; `review`: a person must look; `info`: worth knowing. */
export type Verdict = 'deny' | 'review' | 'info';

/** What a rule found, wherever it ran: on a coded note, a claim, an answer. */
export interface Finding {
  /** `area/name`. */
  readonly rule: string;
  readonly messageId: string;
  readonly verdict: Verdict;
  readonly message: string;
  readonly fix?: string;
  /** 0-based: claim lines; on a coded note, positions in `codes`. */
  readonly lines: readonly number[];
  /** 0-based positions among the diagnoses. */
  readonly diagnoses: readonly number[];
  /** What the message was filled with. */
  readonly data: Readonly<Record<string, string>>;
  readonly citations: readonly Citation[];
}
