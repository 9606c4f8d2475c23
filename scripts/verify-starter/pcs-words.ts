import { alternatives } from '../../packages/core/src/coding/procedures/pcs/terms.ts';
import type { PcsWords } from '../../packages/core/src/words/lexicon.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

/** Every pattern of the procedure words meets a row of the official tables, every label word stands in one. */
export function* verifyPcsWords(words: PcsWords, official: Official): Generator<Mismatch> {
  const codes = official.icd10pcs.codes.filter(({ billable }) => billable).map(({ code }) => code);
  const byTable = new Map<string, string[]>();
  for (const code of codes) {
    const table = code.slice(0, 3);
    const list = byTable.get(table);
    if (list === undefined) byTable.set(table, [code]);
    else list.push(code);
  }
  const meets = (pattern: string): boolean => {
    const form = new RegExp(
      `^${pattern.replace(/\(([^)]*)\)/, (_, sides: string) => `[${sides.replaceAll('/', '')}]`).replaceAll('?', '.')}$`,
    );
    return (byTable.get(pattern.slice(0, 3)) ?? []).some((code) => form.test(code));
  };
  for (const [phrases = '', patterns = ''] of words.named) {
    if (patterns === '-') continue;
    for (const pattern of patterns.split('+').flatMap((part) => alternatives(part.trim())))
      if (!meets(pattern))
        yield {
          place: `lexicon/pcs/named.tsv "${phrases.split(';')[0]}"`,
          what: pattern,
          official: 'no row of the tables',
        };
  }
  for (const [phrases = '', operation = ''] of words.operations) {
    const known = codes.some((code) => code[0] === operation[0] && code[2] === operation[1]);
    if (!known)
      yield {
        place: `lexicon/pcs/operations.tsv "${phrases.split(';')[0]}"`,
        what: operation,
        official: 'no such operation',
      };
  }
  for (const [phrases = '', ...cells] of words.imagingRegions)
    for (const pattern of cells.filter((cell) => cell !== '-').flatMap(alternatives))
      if (!meets(`${pattern}???`))
        yield {
          place: `lexicon/pcs/imaging-regions.tsv "${phrases.split(';')[0]}"`,
          what: pattern,
          official: 'no row of the tables',
        };
}
