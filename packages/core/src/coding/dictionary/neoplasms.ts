import type { IndexRow } from '../../book/rows.ts';
import type { Add, Find, Phrase } from './compiling.ts';
import { behaviourTerm, INCOMPLETE, MAIN_TERM } from './entry.ts';
import { termsOf } from './terms.ts';

/** Behaviour words the Index explains only by a note at "Neoplasm" or "Metastasis". */
export const OWN_BEHAVIOUR: Readonly<Record<number, readonly string[]>> = {
  2: ['cancer', 'malignancy', 'malignant neoplasm', 'malignant tumor'],
  3: ['metastasis', 'metastatic', 'metastatic deposit', 'secondary malignant neoplasm', 'metastases'],
  4: ['carcinoma in situ'],
  5: ['benign neoplasm', 'benign tumor'],
  7: ['neoplasm', 'tumor', 'neoplastic'],
};

/** What every row of the Neoplasm Table is about; asked for by its behaviour term already. */
export const SAYS_NEOPLASM = new Set(['neoplasm', 'neoplastic', 'metastasis', 'metastatic', 'malignant']);

const BEHAVIOUR_WORDS = new Set([
  'malignant',
  'neoplasm',
  'secondary',
  'carcinoma',
  'situ',
  'benign',
  'uncertain',
  'behavior',
]);

export function behaviours(terms: readonly string[]): string[] {
  const has = (...words: string[]): boolean => words.every((word) => terms.includes(word));
  const column = has('malignant', 'neoplasm')
    ? has('secondary')
      ? 3
      : 2
    : has('carcinoma', 'situ')
      ? 4
      : has('benign', 'neoplasm')
        ? 5
        : has('neoplasm', 'uncertain', 'behavior')
          ? 6
          : has('neoplasm', 'behavior')
            ? 7
            : 0;
  if (column === 0) return [...terms];
  const rest = terms.filter((word) => !BEHAVIOUR_WORDS.has(word));
  return [behaviourTerm(column), ...rest];
}

/** Which column of the Neoplasm Table a cross reference asks for; 0 when it is not one. */
export function behaviourColumn(reference: string): number {
  if (!/^Neoplasm\b/i.test(reference)) return 0;
  if (/secondary|metastatic/i.test(reference)) return 3;
  if (/in situ/i.test(reference)) return 4;
  if (/benign/i.test(reference)) return 5;
  if (/uncertain/i.test(reference)) return 6;
  if (/malignant/i.test(reference)) return 2;
  return 7;
}

/** `see Neoplasm, skin, malignant`: the histology decides the site as well. */
export function siteReference(
  reference: string,
  column: number,
  required: string[],
  phrase: Phrase,
  rows: readonly IndexRow[],
  add: Add,
  find: Find,
  line: number,
): void {
  const site = reference
    .split(/,\s*/)
    .slice(1)
    .filter((part) => !/by site|malignant|benign|in situ|uncertain|unspecified|secondary/i.test(part));
  if (site.length === 0) return;
  const wanted = new Set(phrase(site.join(' ')));
  const cell = neoplasmSites(rows, phrase).get([...wanted].sort().join(' '))?.cells?.[column - 2];
  if (cell === undefined) return;
  add({
    kind: 'index',
    flags: cell.trimEnd().endsWith('-') ? INCOMPLETE : 0,
    required,
    optional: [],
    target: find(cell),
    manifestation: -1,
    source: line,
  });
}

const siteTables = new WeakMap<readonly IndexRow[], Map<string, IndexRow>>();

/** Rows of the Neoplasm Table by the words of their own line. */
function neoplasmSites(rows: readonly IndexRow[], phrase: Phrase): ReadonlyMap<string, IndexRow> {
  let sites = siteTables.get(rows);
  if (sites === undefined) {
    sites = new Map();
    for (const row of rows) {
      if (row.table !== 'neoplasm') continue;
      const key = phrase(row.title).sort().join(' ');
      if (!sites.has(key)) sites.set(key, row);
    }
    siteTables.set(rows, sites);
  }
  return sites;
}

export function neoplasmRow(
  row: IndexRow,
  line: number,
  path: readonly string[],
  find: Find,
  add: Add,
): void {
  const site = path.filter((word) => !SAYS_NEOPLASM.has(word));
  if (site.length === 0 && row.parent >= 0) return;
  row.cells?.forEach((cell, i) => {
    add({
      kind: 'neoplasm',
      flags: (cell.trimEnd().endsWith('-') ? INCOMPLETE : 0) | (row.parent < 0 ? MAIN_TERM : 0),
      required: [behaviourTerm(i + 2), ...site],
      optional: row.nonEssential.flatMap((words) => termsOf(words)),
      target: find(cell),
      manifestation: -1,
      source: line,
    });
  });
}
