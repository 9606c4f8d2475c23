import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { indexXml, ORDER_ROWS, orderFile, tabularXml } from '../../test/icd10cm-files.ts';
import { xlsxOf, zipOf } from '../../test/zip-of.ts';
import type { ReleaseDraft } from '../book/rows.ts';
import { type ReadSourcesOptions, readSources, type SourceReading } from './index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);

async function read(
  options?: ReadSourcesOptions,
): Promise<{ drafts: ReleaseDraft[]; reading: SourceReading }> {
  const reading = await readSources([folder], options);
  const drafts: ReleaseDraft[] = [];
  for await (const draft of reading.drafts) drafts.push(draft);
  return { drafts, reading };
}

const outcomes = (reading: SourceReading): Record<string, string> =>
  Object.fromEntries(reading.outcomes.map(({ file, outcome }) => [file, outcome]));

describe('a release is put together from its files', () => {
  test('whatever they are called and however they are packed', async () => {
    put('any 2026.zip', zipOf({ 'x/one-2026.txt': orderFile(), 'readme.pdf': '%PDF-' }));
    put('two.xml.gz', gzipSync(tabularXml('2026')));
    put('three.dat', indexXml('2026'));
    put(
      'new FY26.xlsx',
      xlsxOf('ICD-10-CM-Conversion', [
        ['The FY 2026 (October 1, 2025 Update) of ICD-10-CM'],
        ['Current code assignment', 'Effective', 'Previous Code(s) Assignment'],
        ['A00.9', 2025, 'A00.8, A00.7'],
        ['Z99.0', 'April 1, 2023', 'Z99.8'],
      ]),
    );
    put('poa.txt', 'Order26\tPOAexemptCode\tDescription\r\n00010\tZ99.0\tx\r\n');
    put('poa-add.txt', 'Order26\tPOAexemptCode\tDescription\r\n');
    put('notes.txt', 'Call the office');
    const { drafts, reading } = await read();
    expect(reading.problems).toEqual([]);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      source: 'icd10cm',
      version: '2026',
      edition: 'official',
      effective: ['2025-10-01', '2026-09-30'],
      poaExempt: ['Z99.0'],
      conversions: [
        { code: 'A00.9', effective: '2025-10-01', previous: ['A00.8', 'A00.7'] },
        { code: 'Z99.0', effective: '2023-04-01', previous: ['Z99.8'] },
      ],
    });
    expect(drafts[0]?.files.map(({ kind }) => kind)).toEqual([
      'icd10cm/order',
      'icd10cm/tabular',
      'icd10cm/index',
      'icd10cm/conversion',
      'icd10cm/poa-exempt',
    ]);
    // A note's file number points at the file it came from.
    expect(drafts[0]?.files[drafts[0].notes[0]?.file ?? -1]?.kind).toBe('icd10cm/tabular');
    expect(reading.unrecognised.map(({ file }) => file)).toEqual(['any 2026.zip › readme.pdf', 'notes.txt']);
  });

  test('twice the same: byte for byte the same drafts', async () => {
    put('o-2026.txt', orderFile());
    put('t.xml', tabularXml('2026'));
    expect(JSON.stringify((await read()).drafts)).toBe(JSON.stringify((await read()).drafts));
  });

  test('years side by side, one asked for', async () => {
    put('order-2025.txt', orderFile());
    put('order-2026.txt', orderFile());
    expect((await read()).drafts.map(({ version }) => version)).toEqual(['2025', '2026']);
    expect((await read({ only: ['icd10cm-2025'] })).drafts.map(({ version }) => version)).toEqual(['2025']);
    expect((await read({ only: ['hcpcs'] })).drafts).toEqual([]);
  });

  test('without a year in the name the codes tell it', async () => {
    put(
      'order.txt',
      orderFile([['A00', 0, 'x'], ['C50', 0, 'x'], ['C50A0', 1, 'x'], ...ORDER_ROWS.slice(8)]),
    );
    expect((await read()).drafts[0]?.version).toBe('2026');
  });
});

describe('April issues', () => {
  test('an April release stands on October’s tables where it does not reprint them', async () => {
    put('order-2026.txt', orderFile());
    put(
      'order-April-2026.txt',
      orderFile([...ORDER_ROWS.slice(0, 3), ['A00A', 1, 'new in April'], ...ORDER_ROWS.slice(3)]),
    );
    put('tabular.xml', tabularXml('2026'));
    const { drafts, reading } = await read();
    expect(drafts.map(({ version, effective, notes }) => [version, effective[0], notes.length])).toEqual([
      ['2026', '2025-10-01', 5],
      ['2026-04', '2026-04-01', 5],
    ]);
    expect(outcomes(reading)['tabular.xml']).toBe('loaded');
  });

  test('an April table without an April order file joins October’s', async () => {
    put('order-2026.txt', orderFile());
    put('index-April-1-2026.xml', indexXml('2026'));
    expect((await read()).drafts[0]?.index).toHaveLength(4);
  });
});

describe('what is not loaded says why', () => {
  test('copies, other years, parts of a list, codes files', async () => {
    put('a-2026.txt', orderFile());
    put('b-2026.txt', orderFile());
    put('index.xml', indexXml('2017'));
    put('codes-2026.txt', 'A000    Test fever of the first kind\r\nA009    Test fever, unspecified\r\n');
    put('part.xml', tabularXml('2026').replace(/<chapter><name>19[\s\S]*(?=<\/ICD10CM)/, ''));
    const { drafts, reading } = await read();
    expect(drafts).toHaveLength(1);
    expect(reading.problems).toEqual([]);
    expect(outcomes(reading)).toEqual({
      'a-2026.txt': 'loaded',
      'b-2026.txt': 'duplicate of a-2026.txt',
      'codes-2026.txt': 'not needed: the order file says the same and more',
      'index.xml': 'not loaded: no order file for 2017 is here',
      'part.xml': expect.stringMatching(/^not loaded: holds 1 of the release's 3 categories/),
    });
  });
});

describe('a file at fault is one problem', () => {
  const cases: readonly [string, string, string | Buffer, RegExp][] = [
    [
      'a cut order file',
      'order-2026.txt',
      orderFile().slice(0, -60),
      /^order-2026\.txt : differs from z order-2026\.txt, though both/,
    ],
    [
      'a cut order file of another year',
      'order-2025.txt',
      orderFile().slice(0, -60),
      /^order-2025\.txt line 10: not an order-file line/,
    ],
    [
      'a cut tabular',
      'tabular.xml',
      tabularXml('2026').slice(0, -300),
      /^tabular\.xml line \d+: not well-formed XML/,
    ],
    [
      'a cut gzip',
      'index.xml.gz',
      gzipSync(indexXml('2026')).subarray(0, 300),
      /^index\.xml\.gz .*cut or damaged/,
    ],
    ['an empty file', 'nothing.txt', '', /^nothing\.txt byte 0: is empty/],
    [
      'a wrong year in the name',
      'order-2024.txt',
      orderFile([['C50', 0, 'x'], ['C50A0', 1, 'x'], ...ORDER_ROWS.slice(8)]),
      /^order-2024\.txt : named 2024 but holds codes first valid in FY2026/,
    ],
  ];
  test.each(cases)('%s', async (_, name, content, message) => {
    put('z order-2026.txt', orderFile());
    put(name, content);
    const { reading } = await read();
    expect(reading.problems.map(({ file, place, message: text }) => `${file} ${place}: ${text}`)).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('nothing recognised', async () => {
    put('a.txt', 'words');
    const { reading } = await read();
    expect(reading.problems[0]?.message).toMatch(/no official file found/);
  });
});
