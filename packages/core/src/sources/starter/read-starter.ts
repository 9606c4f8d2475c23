import { existsSync, readdirSync } from 'node:fs';
import { emptyDraft, type IndexRow, type ReleaseDraft, SOURCES, type SourceId } from '../../book/rows.ts';
import { systemOf } from '../../book/source.ts';
import { codesFromTables } from '../icd10pcs/assemble.ts';
import { fault } from '../problem.ts';
import { readHcpcsTable, readModifierTable, readProcedureTable } from './code-tables.ts';
import { readColumnLines } from './column-lines.ts';
import { readExplainer } from './explainer.ts';
import { readGuidelineRules } from './guideline-rules.ts';
import { readIndexLines } from './index-lines.ts';
import { readPcsKeys, readPcsTable } from './pcs-lines.ts';
import { readTableFile, saidLines, type TableFile, wrongLine } from './table-file.ts';
import { parseStarterTabular } from './tabular.ts';

/**
 * The starter book's drafts, from the tables in `knowledge/` (formats: `knowledge/starter/README.md`).
 * @param knowledge the folder that holds `starter/` and `explainers/`.
 * @throws Error whose message is `file:line: what was expected`, at the first line that breaks its format.
 */
export function readStarter(knowledge: string): ReleaseDraft[] {
  const releases = readReleases(knowledge);
  const head = (source: SourceId, files: readonly TableFile[]): Parameters<typeof emptyDraft>[0] => {
    const release = releases.get(source);
    if (release === undefined) throw fault('starter/release.txt', '', `no line for ${source}`);
    return {
      source,
      system: systemOf(source),
      edition: 'starter',
      ...release,
      files: files.map((file) => file.source),
    };
  };
  return [
    icd10cmDraft(knowledge, head),
    icd10pcsDraft(knowledge, head),
    hcpcsDraft(knowledge, head),
    proceduresDraft(knowledge, head),
    ...guidelineDrafts(knowledge, head),
  ];
}

type Head = (source: SourceId, files: readonly TableFile[]) => Parameters<typeof emptyDraft>[0];

function icd10cmDraft(knowledge: string, head: Head): ReleaseDraft {
  const tabular = filesOf(knowledge, 'starter/icd10cm', '.tab', 'tabular', 0);
  const words = filesOf(knowledge, 'starter/index', '.idx', 'index', tabular.length);
  const columns = filesOf(knowledge, 'starter/index', '.tbl', 'table', tabular.length + words.length);
  const index: IndexRow[] = [];
  for (const file of words)
    readIndexLines(file, /\/externalcause\.idx$/.test(file.name) ? 'external' : 'disease', index, null);
  for (const file of columns) {
    const table = /\/(neoplasm|drug)\.tbl$/.exec(file.name)?.[1];
    if (table !== 'neoplasm' && table !== 'drug')
      throw fault(file.name, '', 'expected neoplasm.tbl or drug.tbl');
    readColumnLines(file, table, index);
  }
  const files = [...tabular, ...words, ...columns];
  return { ...emptyDraft(head('icd10cm', files)), ...parseStarterTabular(tabular), index };
}

function icd10pcsDraft(knowledge: string, head: Head): ReleaseDraft {
  const tables = filesOf(knowledge, 'starter/icd10pcs', '.pcs', 'pcs-table', 0);
  const words = filesOf(knowledge, 'starter/icd10pcs', '.pidx', 'pcs-index', tables.length);
  const keys = filesOf(knowledge, 'starter/icd10pcs', 'keys.tsv', 'pcs-keys', tables.length + words.length);
  const rows = tables.map((file) => readPcsTable(file));
  const pcsRows = rows.flat();
  const known = new Set(pcsRows.map(({ table }) => table));
  const index: IndexRow[] = [];
  for (const file of words) readIndexLines(file, 'pcs', index, known);
  const codes = rows.flatMap((own, at) => codesFromTables(own, at));
  const files = [...tables, ...words, ...keys];
  return {
    ...emptyDraft(head('icd10pcs', files)),
    codes,
    index,
    pcsRows,
    pcsKeys: keys.flatMap(readPcsKeys),
  };
}

function hcpcsDraft(knowledge: string, head: Head): ReleaseDraft {
  const files = filesOf(knowledge, 'starter', 'hcpcs.tsv', 'hcpcs', 0);
  return { ...emptyDraft(head('hcpcs', files)), codes: files.flatMap(readHcpcsTable) };
}

function proceduresDraft(knowledge: string, head: Head): ReleaseDraft {
  const tables = filesOf(knowledge, 'starter/procedures', '.tsv', 'procedures', 0);
  const modifiers = filesOf(knowledge, 'starter', 'modifiers.tsv', 'modifiers', tables.length);
  const pages = filesOf(knowledge, 'explainers', '.md', 'explainer', tables.length + modifiers.length).filter(
    ({ name }) => !name.endsWith('/README.md'),
  );
  const seen = new Map<string, number>();
  const codes = [
    ...tables.flatMap((file) => readProcedureTable(file, seen)),
    ...modifiers.flatMap((file) => readModifierTable(file, seen)),
  ];
  const known = new Set(codes.map(({ code }) => code));
  const explainers = pages.map((file) => {
    const page = readExplainer(file);
    if (!known.has(page.code)) throw wrongLine(file, 1, `${page.code} is not in starter/procedures/`);
    return page;
  });
  return { ...emptyDraft(head('procedures', [...tables, ...modifiers, ...pages])), codes, explainers };
}

/** Our own words on the guidelines, where the folder has them. */
function guidelineDrafts(knowledge: string, head: Head): ReleaseDraft[] {
  const files = filesOf(knowledge, 'starter', 'guideline-rules.tsv', 'guidelines', 0);
  if (files.length === 0) return [];
  return [{ ...emptyDraft(head('guidelines', files)), guidelines: files.flatMap(readGuidelineRules) }];
}

/** `release.txt`: `source version from to`, blank-separated. */
function readReleases(
  knowledge: string,
): ReadonlyMap<SourceId, { readonly version: string; readonly effective: readonly [string, string] }> {
  const file = readTableFile(knowledge, 'starter/release.txt', 'release', 0);
  const releases = new Map<SourceId, { version: string; effective: readonly [string, string] }>();
  for (const [line, number] of saidLines(file)) {
    const [name, version, from, to, more] = line.split(/\s+/);
    const source = SOURCES.find((one) => one === name);
    const day = /^\d{4}-\d\d-\d\d$/;
    if (!source || !version || !from || !to || !day.test(from) || !day.test(to) || more !== undefined)
      throw wrongLine(file, number, `expected source (${SOURCES.join(', ')}), version, first day, last day`);
    releases.set(source, { version, effective: [from, to] });
  }
  return releases;
}

function filesOf(
  knowledge: string,
  folder: string,
  ending: string,
  kind: string,
  at: number,
): readonly TableFile[] {
  if (!existsSync(`${knowledge}/${folder}`)) return [];
  return readdirSync(`${knowledge}/${folder}`)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name, i) => readTableFile(knowledge, `${folder}/${name}`, kind, at + i));
}
