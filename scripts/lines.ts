/**
 * Codes the bank of one-line statements (`knowledge/cases/lines`) and prints how many came out right, by file and kind:
 *   npm run lines -- BOOK [--show] [--kind KIND] [--file FILE] [--baseline]
 * BOOK is the folder of a built book (`HOME/book`); `--show` prints every line that is not exactly right;
 * `--baseline` writes the figures of the whole bank to `baseline.json`.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import { createCoder } from '../packages/core/src/coding/index.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { type GradedLine, gradeLine, measuresOf, sumOf } from '../packages/core/test/lines/grade-lines.ts';
import { readLineBank } from '../packages/core/test/lines/line-bank.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'boolean' },
    kind: { type: 'string' },
    file: { type: 'string' },
    baseline: { type: 'boolean' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: lines.ts BOOK [--show] [--kind KIND] [--file FILE] [--baseline]');
  process.exit(2);
}
const knowledge = join(import.meta.dirname, '..', 'knowledge');
const opened = openBookFolder(folder);
if (!opened.ok) throw new Error(`${folder}: ${opened.reason} ${opened.detail}`);
const code = createCoder(opened.book, readLexicon(join(knowledge, 'lexicon')));
const bank = join(knowledge, 'cases', 'lines');
const graded = readLineBank(bank)
  .filter(({ kind }) => values.kind === undefined || kind === values.kind)
  .filter(({ file }) => values.file === undefined || basename(file, '.tsv') === basename(values.file, '.tsv'))
  .map((line) => gradeLine(code, line));
opened.book.close();

if (values.show) for (const entry of graded) if (entry.tally.exact === 0) console.log(missOf(entry));
printBy('kind', ({ line }) => line.kind);
printBy('file', ({ line }) => line.file);
print('all', graded);
if (values.baseline && values.kind === undefined && values.file === undefined)
  writeFileSync(join(bank, 'baseline.json'), `${JSON.stringify(measuresOf(sumOf(graded)), null, 2)}\n`);

function missOf({ line, got, forbidden }: GradedLine): string {
  const wanted = line.codes.join(' ') || 'nothing';
  const wrong = forbidden.length === 0 ? '' : ` | forbidden ${forbidden.join(' ')}`;
  return `${line.id} ${line.text} | want ${wanted} | got ${got.join(' ') || 'nothing'}${wrong}`;
}

function printBy(name: string, keyOf: (entry: GradedLine) => string): void {
  console.log(`\nby ${name}`);
  const keys = [...new Set(graded.map(keyOf))].sort();
  for (const key of keys)
    print(
      key,
      graded.filter((entry) => keyOf(entry) === key),
    );
}

function print(name: string, entries: readonly GradedLine[]): void {
  const { exact, first, recall, precision, mustNot, silent } = measuresOf(sumOf(entries));
  const figures = [exact, first, recall, precision].map((figure) => figure.toFixed(3));
  const [e, f, r, p] = figures;
  console.log(
    `${name.padEnd(34)} ${String(entries.length).padStart(5)} lines  exact ${e}  first ${f}  recall ${r}  precision ${p}  must_not ${mustNot}  silent ${silent}`,
  );
}
