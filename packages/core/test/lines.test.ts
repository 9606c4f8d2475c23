/**
 * The bank of one-line statements on the official FY2026 book: its figures may only rise, and no file of it may hold a
 * line that cannot be read. Needs the official files (CASEBOOK_OFFICIAL); skipped, and said so by `npm test`, elsewhere.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Book, openBookFolder } from '../src/book/book.ts';
import { BookBuild } from '../src/book/store.ts';
import { type Coder, createCoder } from '../src/coding/index.ts';
import { indexers } from '../src/indexers.ts';
import { readSources } from '../src/sources/index.ts';
import { readLexicon } from '../src/words/lexicon.ts';
import { gradeLine, type Measures, measuresOf, sumOf } from './lines/grade-lines.ts';
import { readLineBank } from './lines/line-bank.ts';

const official = process.env.CASEBOOK_OFFICIAL ?? '';
const knowledge = resolve(import.meta.dirname, '../../../knowledge');
const folder = join(knowledge, 'cases', 'lines');
const bank = readLineBank(folder);

it('every line of the bank has an id of its own, words of its own and a reason', () => {
  expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length);
  expect(new Set(bank.map(({ text, context }) => JSON.stringify([text, context]))).size).toBe(bank.length);
  expect(bank.filter(({ why }) => why === '').map(({ id }) => id)).toEqual([]);
});

describe.skipIf(official === '')('the bank of lines on the official book', () => {
  const built = mkdtempSync(join(tmpdir(), 'lines-'));
  let book: Book;
  let code: Coder;

  beforeAll(async () => {
    const build = new BookBuild(built, indexers);
    const reading = await readSources([official], { only: ['icd10cm-2026', 'icd10pcs-2026'] });
    for await (const draft of reading.drafts) build.add(draft);
    build.commit();
    const opened = openBookFolder(built);
    if (!opened.ok) throw new Error(opened.detail);
    book = opened.book;
    code = createCoder(book, readLexicon(join(knowledge, 'lexicon')));
  }, 300_000);

  afterAll(() => {
    book?.close();
    rmSync(built, { recursive: true, force: true });
  });

  it('is coded no worse than baseline.json says', () => {
    const floor = JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8')) as Measures;
    const now = measuresOf(sumOf(bank.map((line) => gradeLine(code, line))));
    for (const name of ['exact', 'first', 'recall', 'precision'] as const)
      expect(now[name], `${name} fell below ${floor[name]}`).toBeGreaterThanOrEqual(floor[name]);
    for (const name of ['mustNot', 'silent'] as const)
      expect(now[name], `${name} rose above ${floor[name]}`).toBeLessThanOrEqual(floor[name]);
  }, 300_000);
});
