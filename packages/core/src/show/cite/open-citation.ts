import type { Book } from '../../book/book.ts';
import type { Citation } from '../../book/citation.ts';
import { CITED_SOURCES, type CitedSource, type SourceId, sourceOfCited } from '../../book/source.ts';
import type { CitedOpener, CitedPlace } from './cited-place.ts';
import { openConversion, openKey, openPoaExempt, openReleaseDates, openRow } from './code-rows.ts';
import { openGuideline } from './guideline.ts';
import { openIndexLine } from './index-line.ts';
import { openPcsTable } from './pcs-table.ts';
import { openTabular } from './tabular.ts';

export type OpenedCitation =
  | ({ readonly found: true; readonly citation: Citation } & CitedPlace)
  | {
      readonly found: false;
      readonly reason: 'unknown-source' | 'no-such-place';
      /** What would have been right: the sources there are, or the form of a locator. */
      readonly expected: string;
    }
  | { readonly found: false; readonly reason: 'not-loaded'; readonly source: SourceId };

/** How each cited part is opened, and the form of its locators. */
const OPENERS: Readonly<Record<CitedSource, readonly [open: CitedOpener, form: string]>> = {
  'icd10cm-tabular': [
    openTabular,
    'a code (K22.0), a note (K22 excludes1 1) or 7th characters (S52 seventh)',
  ],
  'icd10cm-index': [openIndexLine('disease', 'external', 'neoplasm', 'drug'), 'an Index path: Pain › chest'],
  'icd10cm-external-index': [openIndexLine('external'), 'an Index path: Fall › from › ladder'],
  'icd10cm-neoplasms': [openIndexLine('neoplasm'), 'a path in the Neoplasm Table: lung'],
  'icd10cm-drugs': [openIndexLine('drug'), 'a path in the Table of Drugs: Warfarin'],
  'icd10cm-conversions': [openConversion, 'a code that was new in some year'],
  'icd10cm-poa-exempt': [openPoaExempt, 'a code on the exempt list'],
  'icd10cm-release': [openReleaseDates, 'effective dates'],
  'icd10pcs-tables': [openPcsTable, 'a table (0D8) or a code (0D848ZZ)'],
  'icd10pcs-index': [openIndexLine('pcs'), 'an Index path'],
  'icd10pcs-keys': [openKey, 'axis: term'],
  'icd10pcs-conversions': [openConversion, 'a code that was new in some year'],
  'icd10pcs-release': [openReleaseDates, 'effective dates'],
  hcpcs: [openRow, 'a code: J1100'],
  'hcpcs-release': [openReleaseDates, 'effective dates'],
  guidelines: [openGuideline, 'a section: I.A.12.a'],
  'guidelines-release': [openReleaseDates, 'effective dates'],
  procedures: [openRow, 'a procedure number'],
  'procedures-release': [openReleaseDates, 'effective dates'],
};

/**
 * Opens a citation: the words at the place it names, and where they stand in the publisher's file. Without a version
 * the newest loaded release is meant.
 * @example openCitation(book, { source: 'guidelines', version: '2026', locator: 'I.A.12.a' })
 */
export function openCitation(
  book: Book,
  citation: { readonly source: string; readonly version?: string; readonly locator: string },
): OpenedCitation {
  const cited = CITED_SOURCES.find((one) => one === citation.source);
  if (cited === undefined)
    return { found: false, reason: 'unknown-source', expected: CITED_SOURCES.join(', ') };
  const source = sourceOfCited(cited);
  const { version } = citation;
  const release = version === undefined ? book.of(source)[0] : book.version(source, version);
  if (release === undefined || release === null) return { found: false, reason: 'not-loaded', source };
  const [open, form] = OPENERS[cited];
  const place = open(release, citation.locator.trim());
  if (place === null) return { found: false, reason: 'no-such-place', expected: form };
  const locator = citation.locator.trim();
  return { found: true, citation: { source: cited, version: release.manifest.version, locator }, ...place };
}
