import type { DrugNames } from '../../packages/core/src/words/lexicon.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

/** Every row that our names of drugs stand for is a row of the official Table of Drugs and Chemicals, with codes. */
export function* verifyDrugNames(names: readonly DrugNames[], { icd10cm }: Official): Generator<Mismatch> {
  const paths: string[] = [];
  const rows = new Set<string>();
  icd10cm.index.forEach(({ table, parent, title, cells, see }, line) => {
    if (table !== 'drug') return;
    const path = [...(parent < 0 ? [] : [paths[parent] ?? '']), plain(title)].join(', ');
    paths[line] = path;
    if (cells !== undefined || see !== undefined) rows.add(path);
  });
  const seen = new Map<string, string>();
  for (const { row, names: said } of names) {
    if (row !== '' && !rows.has(plain(row)))
      yield { place: 'lexicon/drug-names.tsv', what: `row "${row}"`, official: 'no such row of the Table' };
    for (const name of said) {
      const other = seen.get(name);
      if (other !== undefined)
        yield {
          place: 'lexicon/drug-names.tsv',
          what: `"${name}" twice`,
          official: `stands under "${other}"`,
        };
      seen.set(name, row);
    }
  }
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:nec|nos)\b/g, '')
    .replace(/\s+,/g, ',')
    .replace(/\s+/g, ' ')
    .trim();
}
