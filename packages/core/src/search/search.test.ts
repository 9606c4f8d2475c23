import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Book, openBookFolder } from '../book/book.ts';
import { type CodeRow, emptyDraft, type IndexRow, type NoteRow } from '../book/rows.ts';
import { BookBuild } from '../book/store.ts';
import { searchIndexer } from './indexer.ts';
import { createSearch, type Search } from './search.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebook-search-'));
let book: Book;
let search: Search;

const code = (text: string, title: string, billable = true, parent?: string): CodeRow => ({
  code: text,
  title,
  billable,
  ...(parent === undefined ? {} : { parent }),
  kind: 'code',
  file: 0,
  locator: '',
});
const line = (title: string, target: string | undefined, more: Partial<IndexRow> = {}): IndexRow => ({
  table: 'disease',
  parent: -1,
  level: 0,
  title,
  nonEssential: [],
  ...(target === undefined ? {} : { code: target }),
  ...more,
});
const note = (scope: string, text: string): NoteRow => ({
  scopeKind: 'code',
  scope,
  kind: 'inclusionTerm',
  text,
  codes: [],
  file: 0,
  locator: '',
});

beforeAll(() => {
  const head = {
    source: 'icd10cm',
    system: 'icd10cm',
    edition: 'starter',
    files: [{ name: 'a', kind: 'test', sha256: '0', bytes: 1 }],
  } as const;
  const draft = {
    ...emptyDraft({ ...head, version: '2026', effective: ['2025-10-01', '2026-09-30'] }),
    codes: [
      code('E11', 'Type 2 diabetes mellitus', false),
      code('E11.4', 'Type 2 diabetes mellitus with neurological complications', false, 'E11'),
      code('E11.43', 'Type 2 diabetes mellitus with diabetic autonomic neuropathy', true, 'E11.4'),
      code('E11.9', 'Type 2 diabetes mellitus without complications', true, 'E11'),
      code('K21.9', 'Gastro-esophageal reflux disease without esophagitis'),
      code('K22.0', 'Achalasia of cardia'),
      code('Q39.5', 'Congenital dilatation of esophagus'),
      code('I21.9', 'Acute myocardial infarction, unspecified'),
      code('N20.0', 'Calculus of kidney'),
      code('L21.9', 'Seborrheic dermatitis, unspecified'),
      code('K50.90', "Crohn's disease, unspecified, without complications"),
      code('C18.9', 'Malignant neoplasm of colon, unspecified'),
      code('R06.6', 'Hiccough'),
      code('S93.40', 'Sprain of unspecified ligament of ankle', false),
      code('S93.401D', 'Sprain of unspecified ligament of right ankle, subsequent encounter', true, 'S93.40'),
      code('T14.90XA', 'Injury, unspecified, initial encounter'),
    ],
    notes: [note('K22.0', 'Cardiospasm'), note('K21.9', 'Esophageal reflux NOS')],
    index: [
      line('Achalasia', 'K22.0', { nonEssential: ['cardia', 'esophagus'] }),
      line('congenital', 'Q39.5', { parent: 0, level: 1 }),
      line('Diabetes, diabetic', 'E11.9', { nonEssential: ['mellitus', 'sugar'] }),
      line('with', undefined, { parent: 2, level: 1 }),
      line('neuropathy, autonomic', 'E11.43', { parent: 3, level: 2 }),
      line('Hiccup', undefined, { see: 'Singultus' }),
      line('Singultus', 'R06.6'),
      line('colon', undefined, { table: 'neoplasm', cells: ['C18.9', '', '', '', '', ''] }),
    ],
  };
  const older = {
    ...draft,
    version: '2025',
    effective: ['2024-10-01', '2025-09-30'] as const,
    codes: draft.codes.filter(({ code: one }) => one !== 'N20.0'),
  };
  const priced = (row: CodeRow, pricing: string): CodeRow => ({ ...row, attributes: { pricing } });
  const levelTwo = {
    ...emptyDraft({
      ...head,
      source: 'hcpcs',
      system: 'hcpcs',
      version: '2026',
      effective: ['2025-10-01', '2026-09-30'],
    }),
    codes: [
      priced(code('G9001', 'Cane use documented'), '00'),
      priced(code('E0100', 'Cane, includes canes of all materials, adjustable or fixed, with tip'), '32'),
      priced(code('A4636', 'Replacement, handgrip, cane, crutch, or walker, each'), '32'),
    ],
  };
  const build = new BookBuild(folder, [searchIndexer]);
  build.add(draft);
  build.add(levelTwo);
  build.add(older);
  build.commit();
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  book = opened.book;
  search = createSearch(book, {
    abbreviations: [{ short: 'GERD', expansion: 'gastroesophageal reflux disease', context: [] }],
    synonyms: [
      { phrase: 'heart attack', canonical: 'myocardial infarction' },
      { phrase: 'kidney stone', canonical: 'calculus of kidney' },
      { phrase: 'cancer', canonical: 'malignant neoplasm' },
    ],
  });
});

afterAll(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = (query: string): string | undefined => search(query).hits[0]?.code;

describe('codes', () => {
  it.each([
    ['K22.0', 'K22.0'],
    ['k220', 'K22.0'],
    ['e11.43', 'E11.43'],
  ])('%s is the code %s', (query, expected) => {
    expect(search(query).hits[0]).toMatchObject({ code: expected, why: 'code' });
  });

  it('lists what begins with a prefix, the header first', () => {
    expect(search('E11').hits.map((hit) => hit.code)).toEqual(['E11', 'E11.4', 'E11.43', 'E11.9']);
  });
});

describe('codes that no release has', () => {
  it.each([
    ['T1490XXA', 'T14.90XA', 'an X too many'],
    ['T14.90A', 'T14.90XA', 'no placeholder'],
    ['S93.4O1D', 'S93.401D', 'a letter for a digit'],
  ])('%s is put right to %s: %s', (query, expected) => {
    const [hit] = search(query).hits;
    expect(hit).toMatchObject({ code: expected });
    expect(hit?.why).toMatch(/^code: /);
  });
  it('a short or wordy query is not put right', () => {
    expect(search('T14X').hits.filter(({ why }) => why.startsWith('code'))).toEqual([]);
  });
});

describe('Level II', () => {
  const codes = (query: string): string[] =>
    search(query, { systems: ['hcpcs'] }).hits.map((hit) => hit.code);
  it('the thing itself stands before its parts', () => {
    expect(codes('cane')[0]).toBe('E0100');
  });
  it('a code that only reports a quality measure stands behind what is priced', () => {
    expect(codes('cane').indexOf('G9001')).toBeGreaterThan(codes('cane').indexOf('A4636'));
  });
});

describe('words', () => {
  it.each([
    ['achalasia', 'K22.0', 'a main term'],
    ['achalasia congenital', 'Q39.5', 'a subterm'],
    ['congenital achalasia', 'Q39.5', 'words in any order'],
    ['cardiospasm', 'K22.0', 'an inclusion term'],
    ['diabetes', 'E11.9', 'a plain word: the unspecified code'],
    ['diabetic', 'E11.9', 'another form of it'],
    ['autonomic neuropathy diabetes', 'E11.43', 'a path of three lines'],
    ['GERD', 'K21.9', 'an abbreviation'],
    ['gastroesophageal reflux', 'K21.9', 'a hyphen left out'],
    ['gastro-oesophageal reflux', 'K21.9', 'British spelling'],
    ['heart attack', 'I21.9', 'a synonym'],
    ['kidney stones', 'N20.0', 'a synonym in the plural'],
    ['colon cancer', 'C18.9', 'the neoplasm table'],
    ["Crohn's", 'K50.90', 'a possessive'],
    ['crohn disease', 'K50.90', 'no possessive'],
    ['seborrhea dermatitis', 'L21.9', 'another form of a word'],
    ['achalsia', 'K22.0', 'a letter left out'],
    ['acahlasia', 'K22.0', 'two letters swapped'],
    ['myocardial infraction', 'I21.9', 'a slip in the second word'],
    ['heart attakc', 'I21.9', 'a slip inside a synonym'],
    ['hiccup', 'R06.6', 'a cross reference'],
    ['achal', 'K22.0', 'a word begun'],
    ['acute myoc', 'I21.9', 'the last word begun'],
  ])('%s finds %s: %s', (query, expected) => {
    expect(first(query)).toBe(expected);
  });

  it('says why', () => {
    const why = (query: string): string => search(query).hits[0]?.why ?? '';
    expect(why('congenital achalasia')).toBe('index: Achalasia (cardia) (esophagus) › congenital');
    expect(why('cardiospasm')).toBe('inclusion term: Cardiospasm');
    expect(why('achalsia')).toContain('spelling: achalsia → achalasia');
    expect(why('GERD')).toContain('abbreviation GERD');
    expect(why('heart attack')).toContain('synonym heart attack → myocardial infarction');
  });

  it('answers nothing to nothing', () => {
    for (const query of ['', '   ', '!!', 'of the', 'zzzzqqqq']) expect(search(query).hits).toEqual([]);
  });

  it('survives any text', () => {
    for (const query of ['\ud800', 'x'.repeat(5000), '😀 diabetes', "'''", '-', 'a-b-c-d', '\u0000'])
      search(query);
    expect(first('😀 diabetes')).toBe('E11.9');
  });
});

describe('options', () => {
  it('keeps to the limit and the systems', () => {
    expect(search('diabetes', { limit: 1 }).hits).toHaveLength(1);
    expect(search('diabetes', { systems: ['hcpcs'] }).hits).toEqual([]);
  });

  it('only codes that may stand on a claim', () => {
    const all = search('diabetes', { limit: 2 }).hits;
    const billable = search('type 2 diabetes', { limit: 2, billable: true }).hits;
    expect(all.length).toBeGreaterThan(0);
    expect(billable).toHaveLength(2);
    expect(billable.every((hit) => hit.billable)).toBe(true);
  });

  it('answers from the release in force on the day', () => {
    expect(search('kidney stone', { asOf: '2026-01-01' }).hits[0]?.code).toBe('N20.0');
    expect(search('calculus of kidney', { asOf: '2025-01-01' }).hits.map((hit) => hit.code)).not.toContain(
      'N20.0',
    );
    expect(search('diabetes', { asOf: '2020-01-01' }).hits).toEqual([]);
  });

  it('gives the same answer twice', () => {
    expect(search('diabetes neuropathy')).toEqual(search('diabetes neuropathy'));
  });
});
