import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citationsIn } from '../../../test/citations-in.ts';
import { knowledge, type StarterCoder, starterCoder } from '../../../test/starter-coder.ts';
import { openBookFolder } from '../../book/book.ts';
import type { Citation } from '../../book/citation.ts';
import { emptyDraft, type IndexRow } from '../../book/rows.ts';
import { CITED_SOURCES } from '../../book/source.ts';
import { BookBuild } from '../../book/store.ts';
import { showCode } from '../show-code.ts';
import { openCitation } from './open-citation.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

const unopened = (citations: readonly Citation[]): Citation[] =>
  citations.filter((citation) => {
    const opened = openCitation(starter.book, citation);
    return !opened.found || opened.quote.trim() === '';
  });

const examples = join(knowledge, '..', 'examples');
const notes = readdirSync(examples).filter((name) => name.endsWith('.txt'));

describe.each(notes)('the example %s', (name) => {
  it('opens every citation of its codes, findings and code pages', () => {
    const coded = starter.code(readFileSync(join(examples, name), 'utf8'), {});
    const pages = coded.codes.map(({ code, system }) => showCode(starter.book, code, { system }));
    const citations = citationsIn([coded, pages]);
    expect(citations.length).toBeGreaterThan(10);
    expect(unopened(citations)).toEqual([]);
  });
});

describe('the code page', () => {
  it('opens every citation of every 50th code of every system', () => {
    let count = 0;
    for (const { codes, manifest } of starter.book.releases) {
      for (let id = 0; id < codes.size; id += 50) {
        const { system } = manifest;
        if (system === null) continue;
        const citations = citationsIn(showCode(starter.book, codes.code(id), { system }));
        count += citations.length;
        expect(unopened(citations)).toEqual([]);
      }
    }
    expect(count).toBeGreaterThan(200);
  });
});

describe('opening a citation', () => {
  const open = (source: string, locator: string, version?: string) =>
    openCitation(starter.book, { source, locator, ...(version === undefined ? {} : { version }) });

  it('quotes the row of a code, with its file', () => {
    expect(open('icd10cm-tabular', 'K22.0')).toMatchObject({
      found: true,
      quote: 'Achalasia of cardia',
      file: expect.stringContaining('K20-K31'),
    });
  });

  it('quotes a note by its kind, all of the kind when none is numbered', () => {
    const all = open('icd10cm-tabular', 'K22 excludes2');
    const first = open('icd10cm-tabular', 'K22 excludes2 1');
    expect(first).toMatchObject({ found: true, title: 'Excludes2 at K22' });
    if (all.found && first.found) expect(all.quote.startsWith(first.quote)).toBe(true);
    expect(open('icd10cm-tabular', 'K22 excludes2 0').found).toBe(false);
    expect(open('icd10cm-tabular', 'K22 excludes2 99').found).toBe(false);
  });

  it('quotes the row of a PCS table that allows a code, and no other row', () => {
    const row = open('icd10pcs-tables', '0D848ZZ');
    const table = open('icd10pcs-tables', '0D8');
    expect(row).toMatchObject({ found: true, title: expect.stringContaining('Table 0D8') });
    if (row.found && table.found) expect(table.quote).toContain(row.quote);
    expect(open('icd10pcs-tables', '0D84WZZ').found).toBe(false);
  });

  it('names the file a PCS table stands in, and takes a code in any case', () => {
    for (const [place, file] of [
      ['0D8', '0D8.pcs'],
      ['0dt', '0DT.pcs'],
      ['5A1955Z', '5A1.pcs'],
    ] as const)
      expect(open('icd10pcs-tables', place)).toMatchObject({ file: expect.stringContaining(`/${file}`) });
    expect(open('icd10cm-tabular', 'k22.0')).toMatchObject({ quote: 'Achalasia of cardia' });
  });

  it('says what a citation would have been', () => {
    expect(open('icd9', 'K22.0')).toMatchObject({ reason: 'unknown-source' });
    expect(open('guidelines', 'I.A.12.a', '1999')).toEqual({
      found: false,
      reason: 'not-loaded',
      source: 'guidelines',
    });
    expect(open('guidelines', 'I.A.12.a')).toMatchObject({ found: true });
    expect(open('icd10cm-tabular', 'K22.0', '1999')).toMatchObject({ reason: 'not-loaded' });
    expect(open('icd10cm-tabular', 'Q99.99')).toMatchObject({ reason: 'no-such-place' });
    expect(open('icd10cm-index', 'Nothing › of the kind')).toMatchObject({ reason: 'no-such-place' });
  });

  it('takes the names of an object’s own members for no place', () => {
    for (const word of ['constructor', '__proto__', 'toString'])
      for (const source of [...CITED_SOURCES, word]) expect(open(source, word).found).toBe(false);
  });
});

describe('a path the Index prints twice', () => {
  const line = (title: string, parent: number, code?: string): IndexRow => ({
    table: 'disease',
    parent,
    level: parent < 0 ? 0 : 1,
    title,
    nonEssential: [],
    ...(code === undefined ? {} : { code }),
  });

  it('is quoted with every code it leads to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cite-'));
    const build = new BookBuild(folder, []);
    build.add({
      ...emptyDraft({
        source: 'icd10cm',
        system: 'icd10cm',
        version: '2026',
        edition: 'official',
        effective: ['2025-10-01', '2026-09-30'],
        files: [],
      }),
      index: [line('Knot', -1), line('left', 0, 'A00'), line('Knot', -1), line('left', 2, 'B99')],
    });
    build.commit();
    const opened = openBookFolder(folder);
    if (!opened.ok) throw new Error(opened.detail);
    const place = openCitation(opened.book, { source: 'icd10cm-index', locator: 'Knot › left' });
    opened.book.close();
    rmSync(folder, { recursive: true, force: true });
    expect(place).toMatchObject({ found: true, title: 'Knot › left', quote: 'left  A00\nleft  B99' });
  });
});
