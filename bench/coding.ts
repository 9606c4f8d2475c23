/**
 * Notes per second, memory and robustness of the coder on a file of reports (one JSON object with `text` a line, plain or .gz):
 *   npx tsx --conditions=source bench/coding.ts BOOK REPORTS [LIMIT]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import { createCoder } from '../packages/core/src/coding/index.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';

const [folder, file, limit] = process.argv.slice(2);
if (folder === undefined || file === undefined) {
  console.error('usage: coding.ts BOOK REPORTS [LIMIT]');
  process.exit(2);
}
const opened = openBookFolder(folder);
if (!opened.ok) throw new Error(`${folder}: ${opened.reason}`);
const { book } = opened;
const bytes = readFileSync(file);
const texts = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .slice(0, limit === undefined ? undefined : Number(limit));

const loading = performance.now();
const coder = createCoder(
  book,
  readLexicon(join(fileURLToPath(import.meta.url), '..', '..', 'knowledge', 'lexicon')),
);
coder('Assessment: cough.');
console.log(`ready in ${Math.round(performance.now() - loading)} ms`);

// The first notes compile the code and fill the memories; a working day is what comes after.
const WARM_UP = 100;
for (const text of texts.slice(0, WARM_UP)) coder(text);

let codes = 0;
let wrong = 0;
const first: string[] = [];
const started = process.cpuUsage();
for (const text of texts) {
  const coded = coder(text);
  codes += coded.codes.length;
  for (const { system, code, evidence } of coded.codes) {
    const choice = book.asOf(system === 'cpt' ? 'procedures' : system);
    const id = choice.found ? choice.release.codes.find(code) : -1;
    if (!choice.found || id < 0 || !choice.release.codes.billable(id) || evidence.length === 0) wrong++;
    for (const span of evidence) if (text.slice(span.start, span.end) !== span.text) wrong++;
  }
  first.push(JSON.stringify(coded));
}
const { user, system } = process.cpuUsage(started);
const seconds = (user + system) / 1e6;
const characters = texts.reduce((sum, text) => sum + text.length, 0);
console.log(
  `${texts.length} notes of ${Math.round(characters / texts.length)} characters: ${Math.round(texts.length / seconds)} notes/s of processor time, ${(codes / texts.length).toFixed(1)} codes a note`,
);
const differing = texts.filter((text, i) => JSON.stringify(coder(text)) !== first[i]).length;
console.log(
  `wrong evidence or codes: ${wrong}; different on repeat: ${differing}; resident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
);
if (wrong + differing > 0) process.exitCode = 1;
