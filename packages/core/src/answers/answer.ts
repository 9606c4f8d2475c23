import type { Citation } from '../book/citation.ts';
import type { IsoDate } from '../book/rows.ts';

/** `unknown`: the loaded files do not answer it. */
export type VerdictKind = 'yes' | 'no' | 'conditional' | 'value' | 'codes' | 'unknown';

/** A citation with the words that stand there, verbatim. */
export interface QuotedCitation extends Citation {
  readonly quote?: string;
}

/** What the question was taken to be; a person can correct it. */
export interface Understood {
  readonly codes: readonly string[];
  /** The words that were looked up, where words were. */
  readonly phrase?: string;
  readonly date?: IsoDate;
  readonly setting?: string;
  readonly sex?: 'F' | 'M';
  readonly age?: number;
  readonly modifiers?: readonly string[];
  /** True when the subject was taken from the question before. */
  readonly followsUp?: boolean;
}

/** The answer to one question (`product.md`). `text` is the verdict and its reasons as sentences. */
export interface Answer {
  readonly question: string;
  /** The day it is judged on; null when none was given and the newest releases answered. */
  readonly asOf: IsoDate | null;
  readonly intent: string;
  readonly verdict: { readonly kind: VerdictKind; readonly value?: number | string };
  readonly text: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** The codes the answer names. */
  readonly codes: readonly string[];
  readonly citations: readonly QuotedCitation[];
  /** Codes, numbers or quotations in a model's text that the book does not have; always empty without a model. */
  readonly unverified: readonly string[];
  readonly understood: Understood;
  /** Answers to the other questions in the text, and other readings of this one. */
  readonly also: readonly Answer[];
}

/** What an intent says; `ask` adds the question and what was understood. */
export interface Said {
  readonly verdict: Answer['verdict'];
  /** Sentences, the verdict's own first. */
  readonly says: readonly string[];
  readonly facts?: Answer['facts'];
  readonly codes?: readonly string[];
  readonly citations?: readonly QuotedCitation[];
}
