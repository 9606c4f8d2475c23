import type { ReleaseDraft, SourceFile } from '../book/rows.ts';
import type { FoundFile } from './files/found-file.ts';

/** What a file is, judged by its content. */
export interface Recognition {
  /** `icd10cm/order`, `hcpcs/text`, … */
  readonly kind: string;
  /** Release it belongs to (`2026`, `2025-04`); null when only reading it all can tell. */
  readonly version: string | null;
}

export interface RecognisedFile extends Recognition {
  readonly file: FoundFile;
}

/** What became of a recognised file. */
export interface FileOutcome {
  readonly file: string;
  readonly kind: string;
  readonly version: string | null;
  /** `loaded`, or why not, in words: `duplicate of …`, `not loaded: …`. */
  readonly outcome: string;
}

/** What a publication's assembler tells while it works. */
export interface Report {
  /** Whether the caller asked for this version of the publication. */
  readonly wants: (version: string) => boolean;
  readonly outcome: (file: RecognisedFile, version: string | null, outcome: string) => void;
  /** Runs one step; a SourceFault becomes a problem and null comes back. */
  readonly attempt: <T>(step: () => Promise<T>) => Promise<T | null>;
  /** Something finished, for a progress line. */
  readonly progress: (text: string) => void;
}

/** One publication: knows its files by content and puts a release's files together into drafts. */
export interface Publication {
  readonly id: string;
  readonly recognise: (file: FoundFile) => Recognition | null;
  /** One draft at a time, so that only one release is in memory. */
  readonly assemble: (files: readonly RecognisedFile[], report: Report) => AsyncGenerator<ReleaseDraft>;
}

/** A file read for a draft: its bytes and what the release will say of it. */
export interface ReadFile {
  readonly bytes: Buffer;
  readonly source: SourceFile;
}
