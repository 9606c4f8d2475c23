/**
 * Prints the figures of docs/accuracy.md as Markdown:
 *   npx tsx --conditions=source scripts/accuracy.ts BOOK SET:SPLIT …
 */
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import { createCoder } from '../packages/core/src/coding/index.ts';
import { evaluate } from '../packages/core/src/eval/index.ts';
import type { Score } from '../packages/core/src/eval/score.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';

const [folder, ...sets] = process.argv.slice(2);
if (folder === undefined || sets.length === 0) {
  console.error('usage: accuracy.ts BOOK SET:SPLIT …');
  process.exit(2);
}
const opened = openBookFolder(folder);
if (!opened.ok) throw new Error(`${folder}: ${opened.reason} ${opened.detail}`);
const { book } = opened;
const code = createCoder(
  book,
  readLexicon(join(fileURLToPath(import.meta.url), '..', '..', 'knowledge', 'lexicon')),
);

const row = (name: string, score: Score | undefined): string =>
  score === undefined
    ? ''
    : `| ${name} | ${score.precision.toFixed(3)} | ${score.recall.toFixed(3)} | **${score.f1.toFixed(3)}** | ${score.f1Interval.map((value) => value.toFixed(3)).join('–')} | ${score.predicted} | ${score.gold} |`;

for (const set of sets) {
  const [path = '', split] = set.split(':');
  const outcome = evaluate(book, code, path, split === undefined ? {} : { split });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  const { report } = outcome;
  for (const scores of report.systems) {
    console.log(`\n### ${basename(path)}, ${split ?? 'all'}: ${scores.system}, ${report.notes} notes\n`);
    console.log(
      '| gold | precision | recall | F1 | 95% | suggested | gold codes |\n|---|---|---|---|---|---|---|',
    );
    const rows = [
      row('current', scores.current),
      row('strict', scores.strict),
      row('category', scores.category),
      row('current, no R codes', scores.currentWithoutSymptoms),
      row('strict, no R codes', scores.strictWithoutSymptoms),
    ];
    console.log(rows.filter((line) => line !== '').join('\n'));
  }
  console.log(`\nInvalid codes: ${report.invalidCodeRate}. Notes per second: ${report.notesPerSecond}.`);
}
