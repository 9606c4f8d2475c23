/** One starter fact that the official files do not bear out. */
export interface Mismatch {
  /** `starter/icd10cm/x.tab:12`. */
  readonly place: string;
  readonly what: string;
  readonly official: string;
}
