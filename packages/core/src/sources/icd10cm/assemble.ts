import {
  emptyDraft,
  type IndexRow,
  type IndexTable,
  type ReleaseDraft,
  type SourceFile,
} from '../../book/rows.ts';
import { chooseOne, readRecognised } from '../choose.ts';
import { effectiveOf, octoberOf } from '../edition.ts';
import { parseIndexXml } from '../index-xml.ts';
import { fault } from '../problem.ts';
import type { ReadFile, RecognisedFile, Report } from '../publication.ts';
import { parseConversionTable } from './conversion-table.ts';
import { fiscalYearOf, isJanuary2021, parseOrderFile } from './order-file.ts';
import { parsePoaExemptSheet, parsePoaExemptText } from './poa-exempt.ts';
import { parseTabular, type Tabular } from './tabular.ts';

const INDEXES: readonly (readonly [kind: string, table: IndexTable])[] = [
  ['icd10cm/index', 'disease'],
  ['icd10cm/external-cause-index', 'external'],
  ['icd10cm/neoplasm', 'neoplasm'],
  ['icd10cm/drug', 'drug'],
];

const NOT_NEEDED: Readonly<Record<string, string>> = {
  'icd10cm/codes': 'not needed: the order file says the same and more',
  'icd10cm/order-addenda': 'not needed: the order file is complete',
  'icd10cm/codes-addenda': 'not needed: the order file is complete',
  'icd10cm/poa-exempt-changes': 'not needed: the whole list is loaded',
};

/** Share of the order file's categories a Tabular List must have to be the whole list of that release. */
const WHOLE = 0.95;

/** One draft a version that has an order file; every other file joins its version or is told why not. */
export async function* assembleIcd10cm(
  files: readonly RecognisedFile[],
  report: Report,
): AsyncGenerator<ReleaseDraft> {
  const orders = await versionedOrders(files, report);
  const versions = [...new Set(orders.map(({ version }) => version))].sort();
  for (const version of versions) {
    if (!report.wants(version)) continue;
    const draft = await report.attempt(() => assembleVersion(version, versions, files, orders, report));
    if (draft !== null) yield draft;
  }
  for (const file of files) {
    if (file.kind === 'icd10cm/order') continue;
    const { kind, version } = file;
    if (version !== null && !report.wants(version)) continue;
    const loaded = version !== null && versions.some((known) => octoberOf(known) === octoberOf(version));
    if (!loaded)
      report.outcome(file, version, `not loaded: no order file for ${version ?? 'its release'} is here`);
    else if (NOT_NEEDED[kind] !== undefined) report.outcome(file, version, NOT_NEEDED[kind] ?? '');
    else report.outcome(file, version, 'not loaded: another file of this kind is in its release');
  }
}

interface VersionedOrder extends RecognisedFile {
  readonly version: string;
}

/** Order files whose name carries no year are read to see which year's codes they hold. */
async function versionedOrders(files: readonly RecognisedFile[], report: Report): Promise<VersionedOrder[]> {
  const orders: VersionedOrder[] = [];
  for (const file of files.filter(({ kind }) => kind === 'icd10cm/order')) {
    const version = file.version ?? (await report.attempt(() => versionByContent(file)));
    if (version === null) report.outcome(file, null, 'not loaded: cannot be read');
    else orders.push({ ...file, version });
  }
  return orders;
}

async function versionByContent(file: RecognisedFile): Promise<string> {
  const { bytes, source } = await readRecognised(file);
  const year = fiscalYearOf(parseOrderFile(source.name, bytes, 0));
  if (year === null)
    throw fault(source.name, '', 'its fiscal year is not in its name and its codes are older than FY2021');
  return String(year);
}

async function assembleVersion(
  version: string,
  versions: readonly string[],
  files: readonly RecognisedFile[],
  orders: readonly VersionedOrder[],
  report: Report,
): Promise<ReleaseDraft | null> {
  const candidates = orders.filter((file) => file.version === version);
  const order = await chooseOne(candidates, version, report, 'problem');
  if (order === null) return null;
  const codes = parseOrderFile(order.source.name, order.bytes, 0);
  const held = fiscalYearOf(codes);
  if (held !== null && held > Number(octoberOf(version)))
    throw fault(order.source.name, '', `named ${version} but holds codes first valid in FY${held}`);
  report.outcome(order.recognised, version, 'loaded');

  const sources: SourceFile[] = [order.source];
  /** The release's file of a kind, parsed; reported as loaded when the parser gave something. */
  const part = async <T>(
    kind: string,
    parse: (file: ReadFile, at: number, form: string) => Promise<T | string> | T | string,
  ): Promise<T | null> => {
    const chosen = await chooseOne(companions(kind, version, versions, files), version, report);
    if (chosen === null) return null;
    const parsed = await report.attempt(async () =>
      parse(chosen, sources.length, chosen.recognised.file.form),
    );
    if (parsed === null || typeof parsed === 'string') {
      report.outcome(chosen.recognised, version, `not loaded: ${parsed ?? 'cannot be read'}`);
      return null;
    }
    sources.push(chosen.source);
    report.outcome(chosen.recognised, version, 'loaded');
    return parsed;
  };

  const categories = new Set(codes.flatMap(({ code }) => (code.length === 3 ? [code] : [])));
  const tabular = await part('icd10cm/tabular', ({ source, bytes }, at) =>
    wholeTabular(parseTabular(source.name, bytes, at), categories.size),
  );
  const index: IndexRow[] = [];
  for (const [kind, table] of INDEXES) {
    const rows = await part(kind, ({ source, bytes }) =>
      parseIndexXml(source.name, bytes, table, index.length),
    );
    for (const row of rows ?? []) index.push(row);
  }
  const conversions = await part('icd10cm/conversion', ({ source, bytes }) =>
    parseConversionTable(source.name, bytes),
  );
  const poaExempt = await part('icd10cm/poa-exempt', ({ source, bytes }, _at, form) =>
    form === 'xlsx' ? parsePoaExemptSheet(source.name, bytes) : parsePoaExemptText(source.name, bytes),
  );
  const [from, to] = effectiveOf(version);
  report.progress(`icd10cm ${version}: ${codes.length} rows`);
  return {
    ...emptyDraft({
      source: 'icd10cm',
      system: 'icd10cm',
      version,
      edition: 'official',
      effective: [isJanuary2021(codes) ? '2021-01-01' : from, to],
      files: sources,
    }),
    codes,
    chapters: tabular?.chapters ?? [],
    sections: tabular?.sections ?? [],
    notes: tabular?.notes ?? [],
    sevenths: tabular?.sevenths ?? [],
    index,
    conversions: conversions ?? [],
    poaExempt: poaExempt ?? [],
  };
}

/**
 * A release's files of a kind. An April release that does not reprint one stands on October's; an April file
 * whose own order file is not here joins October's release.
 */
function companions(
  kind: string,
  version: string,
  versions: readonly string[],
  files: readonly RecognisedFile[],
): RecognisedFile[] {
  const of = (wanted: string): RecognisedFile[] =>
    files.filter((file) => file.kind === kind && file.version === wanted);
  const own = of(version);
  if (own.length > 0) return own;
  const october = octoberOf(version);
  if (version !== october) return of(october);
  return versions.includes(`${october}-04`) ? [] : of(`${october}-04`);
}

function wholeTabular(tabular: Tabular, categories: number): Tabular | string {
  return tabular.categories >= categories * WHOLE
    ? tabular
    : `holds ${tabular.categories} of the release's ${categories} categories, so it is not the whole Tabular List`;
}
