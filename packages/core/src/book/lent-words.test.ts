/** A year's codes that came without Tabular and Index are read with the nearest year's, and it is said. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../../test/starter-coder.ts';
import { type Coder, createCoder } from '../coding/index.ts';
import { indexers } from '../indexers.ts';
import { createSearch, type Search } from '../search/search.ts';
import { showCode } from '../show/show-code.ts';
import { readStarter } from '../sources/index.ts';
import { readLexicon } from '../words/lexicon.ts';
import { type Book, openBookFolder } from './book.ts';
import { emptyDraft, type ReleaseDraft } from './rows.ts';
import { BookBuild } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebook-lent-'));
let book: Book;
let code: Coder;
let search: Search;

/** The starter's diagnoses as another year's list of codes and titles, without one code and with another split in two. */
function codesAlone(full: ReleaseDraft, version: string, effective: readonly [string, string]): ReleaseDraft {
  const codes = full.codes
    .filter((row) => row.code !== 'K22.2')
    .flatMap((row) =>
      row.code === 'K22.0'
        ? [
            { ...row, billable: false },
            { ...row, code: 'K22.01', title: 'Achalasia of cardia, type II', parent: 'K22.0' },
            { ...row, code: 'K22.09', title: 'Other achalasia of cardia', parent: 'K22.0' },
          ]
        : [row],
    );
  const { source, system, edition, files } = full;
  return { ...emptyDraft({ source, system, edition, version, effective, files }), codes };
}

beforeAll(() => {
  const build = new BookBuild(folder, indexers);
  for (const draft of readStarter(knowledge)) {
    if (draft.source !== 'icd10cm') continue;
    build.add(draft);
    build.add(codesAlone(draft, '2031', ['2030-10-01', '2031-09-30']));
  }
  build.commit();
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  book = opened.book;
  const lexicon = readLexicon(join(knowledge, 'lexicon'));
  code = createCoder(book, lexicon);
  search = createSearch(book, lexicon);
});
afterAll(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

const dateOfService = '2031-03-02';
const coded = (text: string) => code(text, { setting: 'outpatient', dateOfService });

describe('a release of codes alone', () => {
  it('is coded by the Index of the nearest year, and a finding says so', () => {
    const note = coded('Assessment: type 2 diabetes with stage 3a chronic kidney disease.');
    expect(note.codes.map((row) => row.code)).toEqual(['E11.22', 'N18.31']);
    const lent = note.findings.find(({ messageId }) => messageId === 'lent-words');
    expect(lent?.verdict).toBe('review');
    expect(lent?.message).toContain('2031');
    expect(note.codes[0]?.citations[0]).toMatchObject({ version: '2031' });
  });

  it('never gives a code the year does not have', () => {
    expect(coded('Assessment: esophageal stricture.').codes.map((row) => row.code)).not.toContain('K22.2');
  });

  it('leads a code that was split to what it was split into', () => {
    const codes = coded('Assessment: achalasia, type II.').codes.map((row) => row.code);
    expect(codes).not.toContain('K22.0');
    expect(codes.every((one) => one.startsWith('K22.0'))).toBe(true);
  });

  it('leaves the lender as it was', () => {
    const note = code('Assessment: achalasia of cardia.', {
      setting: 'outpatient',
      dateOfService: '2026-03-02',
    });
    expect(note.codes.map((row) => row.code)).toEqual(['K22.0']);
    expect(note.findings.some(({ messageId }) => messageId === 'lent-words')).toBe(false);
  });

  it('shows notes and Index with the year they were printed for', () => {
    const page = showCode(book, 'E11.22', { asOf: dateOfService });
    if (!page.found) throw new Error(page.reason);
    expect(page.version).toBe('2031');
    expect(page.notes.length).toBeGreaterThan(0);
    for (const note of page.notes.flatMap(({ notes }) => notes))
      expect(note.citation.version).not.toBe('2031');
    expect(page.index.length).toBeGreaterThan(0);
    expect(page.wordsOf).toEqual({ tabular: '2026', index: '2026' });
  });

  it('finds by the words of the Index, once, and only what is listed', () => {
    const { hits } = search('esophageal stricture', { asOf: dateOfService });
    const codes = hits.map((hit) => hit.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).not.toContain('K22.2');
    expect(search('cardiospasm', { asOf: dateOfService }).hits[0]?.code).toBe('K22.0');
  });
});
