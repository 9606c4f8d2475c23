/**
 * Expected calibration error of the confidence of coded diagnoses, in ten bins of equal width:
 *   npm run calibration -- BOOK SET[:SPLIT] …
 * A set is a folder in the common layout, or one with `gold.jsonl` and `notes/`; what its coders call arguable is left out.
 */
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import { createCoder } from '../packages/core/src/coding/index.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { notesOf } from './training/samples.ts';

const BINS = 10;

const [folder, ...sets] = process.argv.slice(2);
if (folder === undefined || sets.length === 0) {
  console.error('usage: calibration.ts BOOK SET[:SPLIT] …');
  process.exit(2);
}
const opened = openBookFolder(folder);
if (!opened.ok) throw new Error(opened.detail);
const root = join(fileURLToPath(import.meta.url), '..', '..');
const code = createCoder(opened.book, readLexicon(join(root, 'knowledge', 'lexicon')));

for (const set of sets) {
  const [path = '', split = ''] = set.split(':');
  const bins = Array.from({ length: BINS }, () => ({ said: 0, right: 0, count: 0 }));
  const origins = new Map<string, { said: number; right: number; count: number }>();
  for (const { text, context, right, arguable } of notesOf(path, split)) {
    for (const { system, code: found, confidence, by = 'model' } of code(text, context).codes) {
      const isRight = right.some((wanted) => found.startsWith(wanted));
      if (system !== 'icd10cm' || (!isRight && arguable.includes(found))) continue;
      const origin = origins.get(by) ?? { said: 0, right: 0, count: 0 };
      origins.set(by, origin);
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
      for (const tally of bin === undefined ? [origin] : [bin, origin]) {
        tally.said += confidence;
        tally.right += isRight ? 1 : 0;
        tally.count++;
      }
    }
  }
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const error = bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / Math.max(1, total);
  console.log(`\n${basename(path)} ${split}: ${total} codes, expected calibration error ${error.toFixed(3)}`);
  const line = (
    name: string,
    { said, right, count }: { said: number; right: number; count: number },
  ): string =>
    `  ${name}  ${String(count).padStart(5)}  says ${(said / count).toFixed(2)}  is ${(right / count).toFixed(2)}`;
  bins.forEach((bin, i) => {
    if (bin.count > 0) console.log(line(`${(i / BINS).toFixed(1)}–${((i + 1) / BINS).toFixed(1)}`, bin));
  });
  for (const [by, tally] of origins) console.log(line(`by ${by}`, tally));
}
