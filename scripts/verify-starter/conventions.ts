import { dotless } from '../../packages/core/src/book/code-key.ts';
import type { ConventionTable } from '../../packages/core/src/words/lexicon.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

/** A code or stem as a convention writes it. */
const CODE = /^[A-TV-Z]\d[0-9A-Z]?(?:\.[0-9A-Z]{1,4})?$|^U\d\d?(?:\.\d)?$/;
const SECTION = /^Guidelines ((?:I|II|III|IV)(?:\.[A-Z0-9a-z]+)+)/;

/** Every code of the conventions is or begins an official code; every guideline section it rests on exists. */
export function verifyConventions(
  tables: ReadonlyMap<string, ConventionTable> | undefined,
  official: Official,
): { readonly rows: number; readonly mismatches: readonly Mismatch[] } {
  const mismatches: Mismatch[] = [];
  const known = (stem: string): boolean =>
    official.stems.has(dotless(stem)) || [...official.stems].some((other) => other.startsWith(dotless(stem)));
  let rows = 0;
  for (const [name, table] of tables ?? [])
    table.forEach((cells, at) => {
      rows++;
      const place = `conventions/${name}.tsv row ${at + 1}`;
      for (const cell of cells.slice(0, -1))
        for (const word of cell.split(/[ ;]+/))
          if (CODE.test(word) && !known(word))
            mismatches.push({ place, what: word, official: 'no such code' });
      const section = SECTION.exec(cells.at(-1) ?? '')?.[1];
      if (section !== undefined && !official.sections.has(section))
        mismatches.push({ place, what: section, official: 'no such section' });
    });
  return { rows, mismatches };
}
