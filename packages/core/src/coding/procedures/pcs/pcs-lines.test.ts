import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knowledge } from '../../../../test/starter-coder.ts';
import { type Book, openBookFolder } from '../../../book/book.ts';
import { BookBuild } from '../../../book/store.ts';
import { indexers } from '../../../indexers.ts';
import { readSources, readStarter } from '../../../sources/index.ts';
import { readLexicon } from '../../../words/lexicon.ts';
import { type Coder, createCoder } from '../../index.ts';

const official = process.env.CASEBOOK_OFFICIAL ?? '';

/** Our own bank of inpatient procedure lines: text, codes, why. */
const lines = readFileSync(join(knowledge, 'cases', 'procedures', 'pcs.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([text = '', codes = '', why = '']) => ({ text, codes: codes.split(' ').sort(), why }));

/** A book with the tables of one edition, and the codes it builds for a procedure line of a stay. */
async function built(edition: 'starter' | 'official'): Promise<{ book: Book; code: Coder; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-pcs-'));
  const build = new BookBuild(folder, indexers);
  for (const draft of readStarter(knowledge))
    if (edition === 'starter' || draft.source !== 'icd10pcs') build.add(draft);
  if (edition === 'official') {
    const from = join(official, 'icd10pcs', 'fy2026');
    for await (const draft of (await readSources([from], { only: ['icd10pcs-2026'] })).drafts)
      build.add(draft);
  }
  build.commit();
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  const code = createCoder(opened.book, readLexicon(join(knowledge, 'lexicon')));
  return { book: opened.book, code, folder };
}

describe.each(['starter', 'official'] as const)('procedure lines on the %s tables', (edition) => {
  const skip = edition === 'official' && official === '';
  let made: Awaited<ReturnType<typeof built>> | undefined;
  beforeAll(async () => {
    if (!skip) made = await built(edition);
  });
  afterAll(() => {
    made?.book.close();
    if (made !== undefined) rmSync(made.folder, { recursive: true, force: true });
  });
  test.skipIf(skip)('each line has just its codes', () => {
    if (made === undefined) throw new Error('no book');
    const { book, code } = made;
    const release = book.of('icd10pcs')[0];
    const known = (one: string): boolean => (release?.codes.find(one) ?? -1) >= 0;
    const here = lines.filter(({ codes }) => codes.every(known));
    expect(here.length).toBeGreaterThan(edition === 'official' ? lines.length - 1 : 60);
    const wrong = here.flatMap(({ text, codes }) => {
      const note = code(`PROCEDURE PERFORMED:\n${text}\n`, {
        setting: 'inpatient',
        dateOfService: '2026-03-02',
      });
      const got = note.codes
        .filter(({ system }) => system === 'icd10pcs')
        .map((one) => one.code)
        .sort();
      return got.join() === codes.join() ? [] : [`${text} ${codes.join(' ')} ≠ ${got.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });
});
