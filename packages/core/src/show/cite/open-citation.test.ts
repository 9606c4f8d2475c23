import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowledge, type StarterCoder, starterCoder } from '../../../test/starter-coder.ts';
import type { Citation } from '../../book/citation.ts';
import { CITED_SOURCES } from '../../book/source.ts';
import { showCode } from '../show-code.ts';
import { openCitation } from './open-citation.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

/** Every citation in a value, however deep. */
function citationsIn(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { source, version, locator } = value as Record<string, unknown>;
  if (typeof source === 'string' && typeof version === 'string' && typeof locator === 'string')
    return [value as Citation];
  return Object.values(value).flatMap(citationsIn);
}

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

  it('says what a citation would have been', () => {
    expect(open('icd9', 'K22.0')).toMatchObject({ reason: 'unknown-source' });
    expect(open('guidelines', 'I.A.12.a')).toEqual({
      found: false,
      reason: 'not-loaded',
      expected: 'casebook pull guidelines',
    });
    expect(open('icd10cm-tabular', 'K22.0', '1999')).toMatchObject({ reason: 'not-loaded' });
    expect(open('icd10cm-tabular', 'Q99.99')).toMatchObject({ reason: 'no-such-place' });
    expect(open('icd10cm-index', 'Nothing › of the kind')).toMatchObject({ reason: 'no-such-place' });
  });

  it('takes the names of an object’s own members for no place', () => {
    for (const word of ['constructor', '__proto__', 'toString'])
      for (const source of [...CITED_SOURCES, word]) expect(open(source, word).found).toBe(false);
  });
});
