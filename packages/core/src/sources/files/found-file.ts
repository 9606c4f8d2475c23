/** A file somewhere in what was given: plain, or inside gzip and zip archives. */
export interface FoundFile {
  /** Relative to what was given; entries of archives after ` › `. */
  readonly name: string;
  readonly form: 'text' | 'xlsx' | 'pdf' | 'binary';
  /**
   * Enough to recognise it by: the beginning of a text; the sheet names and first rows of a workbook; the first
   * page of a PDF that speaks of guidelines; empty for anything else.
   */
  readonly head: string;
  /** All bytes, uncompressed. Throws a SourceFault for a cut, damaged or bomb-like file. */
  readonly read: () => Promise<Buffer>;
}
