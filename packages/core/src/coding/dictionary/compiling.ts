import type { Entry } from './entry.ts';

/** Everything the note matcher needs of one ICD-10-CM release. */
export interface Compiled {
  readonly entries: readonly Entry[];
  /** Index words that mean the same main term: `diabetic` → `diabetes`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** "see" between main terms: these words also say those. */
  readonly rewrites: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
}

/** The dictionary words of a phrase. */
export type Phrase = (text: string) => string[];

/** Row of a code as printed, an incomplete one as its stem; -1 when the release lacks it. */
export type Find = (code: string | undefined) => number;

/** Takes an entry unless it says too little or repeats one. */
export type Add = (entry: Entry) => void;
