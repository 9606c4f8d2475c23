import type { IsoDate } from '../book/rows.ts';
import type { CodeSystem, SourceId } from '../book/source.ts';
import type { CodePage, CodeRef, NoCodePage } from '../show/types.ts';
import type { QuotedCitation } from './answer.ts';

/** A code that words led to, with the way there. */
export interface CodeForWords extends CodeRef {
  readonly system: CodeSystem;
  readonly why: string;
  readonly citations: readonly QuotedCitation[];
}

/** A guideline passage. */
export interface Passage {
  readonly section: string;
  readonly title: string;
  readonly page: number;
  readonly text: string;
  readonly version: string;
  /** True for the starter's words on the section, which are ours and not the publisher's. */
  readonly ownWords: boolean;
}

/** Two codes and what the ICD-10-CM conventions say of them beside each other. */
export interface Conflict {
  readonly rule: string;
  readonly message: string;
  readonly fix?: string;
  readonly citations: readonly QuotedCitation[];
}

/** One loaded release. */
export interface LoadedRelease {
  readonly source: SourceId;
  readonly version: string;
  readonly effective: readonly [IsoDate, IsoDate];
  readonly rows: number;
  readonly billable: number;
}

/** What changed between two releases of a source. */
export interface Changes {
  readonly from: string;
  readonly to: string;
  readonly added: readonly CodeRef[];
  readonly deleted: readonly CodeRef[];
  readonly revised: readonly { readonly code: string; readonly before: string; readonly after: string }[];
}

/** The day, place and patient a question is about. */
export interface Circumstances {
  readonly asOf?: IsoDate;
  readonly setting?: 'outpatient' | 'inpatient' | 'ed';
  readonly sex?: 'F' | 'M';
  readonly age?: number;
}

/** What an intent may ask of the rest of the house. Every job reads the book; none keeps anything. */
export interface Jobs {
  page(code: string, asOf?: IsoDate, system?: CodeSystem): CodePage | NoCodePage;
  /** Billable and other codes below a code in any number of steps, in the book's order. */
  below(code: string, asOf?: IsoDate): readonly CodeRef[];
  /** The codes an expert gives for words of a record, and what the search finds beside them. */
  codesFor(
    words: string,
    circumstances: Circumstances,
    systems?: readonly CodeSystem[],
  ): { readonly coded: readonly CodeForWords[]; readonly found: readonly CodeForWords[] };
  /** What the conventions say against codes standing together in this order. */
  conflicts(codes: readonly string[], circumstances: Circumstances): readonly Conflict[];
  section(section: string, asOf?: IsoDate): Passage | null;
  passages(words: string, asOf?: IsoDate, limit?: number): readonly Passage[];
  changes(source: SourceId, from: string, to: string): Changes | null;
  releases(source?: SourceId): readonly LoadedRelease[];
  /** Expansions of an abbreviation; empty when the lexicon has none. */
  expansions(short: string): readonly string[];
  /** Root operations of ICD-10-PCS with the official definition. */
  operations(
    asOf?: IsoDate,
  ): readonly { readonly name: string; readonly definition: string; readonly citation: QuotedCitation }[];
}
