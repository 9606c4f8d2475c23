/**
 * Speed of note reading: `npx tsx --conditions=source bench/note.ts REPORTS.jsonl.gz`. Every report is read and each
 * word of every sentence is asserted, which is more than coding asks. Prints milliseconds per 3,500 characters.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { assertionOf } from '../packages/core/src/note/assertion.ts';
import { attributesOf } from '../packages/core/src/note/attributes.ts';
import { readNote } from '../packages/core/src/note/read-note.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';

const [path] = process.argv.slice(2);
if (!path) throw new Error('usage: bench/note.ts REPORTS.jsonl.gz');
const lexicon = readLexicon(join(import.meta.dirname, '../knowledge/lexicon'));
const texts = gunzipSync(readFileSync(path))
  .toString('utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text);
const characters = texts.reduce((sum, text) => sum + text.length, 0);

for (const [name, work] of [
  ['read', (text: string) => readNote(text, lexicon).tokens.length],
  ['read + assertions', (text: string) => assertAll(text)],
  ['read + assertions + attributes', (text: string) => assertAll(text, true)],
] as const) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    for (const text of texts) work(text);
    best = Math.min(best, performance.now() - started);
  }
  const perNote = (best / characters) * 3500;
  console.log(
    `${name.padEnd(32)} ${perNote.toFixed(3)} ms per 3,500 characters  (${texts.length} notes, best of 3)`,
  );
}

/** Every third word, about 190 a note: several times the mentions a note of this size has. */
function assertAll(text: string, attributes = false): number {
  const document = readNote(text, lexicon);
  let present = 0;
  for (let i = 0; i < document.tokens.length; i += 3) {
    const token = document.tokens[i];
    if (token?.kind !== 'word') continue;
    if (assertionOf(document, token).assertion === 'present') present++;
    if (attributes) attributesOf(document, token);
  }
  return present;
}
