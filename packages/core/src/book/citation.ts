/** A place in a loaded release that says what is claimed. */
export interface Citation {
  /** The publication, or the part of it, as `casebook cite` knows it: `icd10cm-tabular`, `guidelines`. */
  readonly source: string;
  readonly version: string;
  /** What is cited there: a code, an Index path, a section. */
  readonly locator: string;
}
