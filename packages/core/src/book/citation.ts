import type { CitedSource } from './source.ts';

/**
 * A place in a loaded release that says what is claimed. The locator is what a person would look up there:
 *
 * | source | locator |
 * |---|---|
 * | `icd10cm-tabular` | a code `K22.0`; a note at a code, block or chapter: `K22 excludes1 1`, `section K20-K31 excludes2 1`; `S52 seventh` |
 * | `icd10cm-index`, `icd10cm-external-index`, `icd10cm-neoplasms`, `icd10cm-drugs`, `icd10pcs-index` | the path, `Achalasia (cardia) (esophagus) › congenital` |
 * | `icd10cm-conversions`, `icd10pcs-conversions`, `icd10cm-poa-exempt`, `hcpcs`, `procedures` | a code |
 * | `icd10pcs-tables` | a table `0D8`, or a code, whose row is meant |
 * | `icd10pcs-keys` | `axis: term` |
 * | `guidelines` | a section, `I.A.12.a` |
 * | `…-release` | `effective dates` |
 */
export interface Citation {
  readonly source: CitedSource;
  /** Of the release: `2026`. */
  readonly version: string;
  readonly locator: string;
}

/** One line, as people read and `casebook cite` takes it: `icd10cm-tabular 2026: K22.0`. */
export function citationText({ source, version, locator }: Citation): string {
  return `${source} ${version}: ${locator}`;
}
