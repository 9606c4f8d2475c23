import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PcsRow } from '../../book/rows.ts';
import { codesFromTables } from './assemble.ts';
import { parsePcsConversionTable } from './conversion-table.ts';
import { parsePcsDefinitions } from './definitions.ts';
import { issueOf, sameIssue } from './issues.ts';
import { parsePcsOrderFile } from './order-file.ts';
import { codesOfRow, parsePcsTables } from './tables.ts';

const axis = (pos: number, title: string, labels: Readonly<Record<string, string>>): string =>
  `<axis pos="${pos}"><title>${title}</title>${Object.entries(labels)
    .map(([code, label]) => `<label code="${code}">${label}</label>`)
    .join('')}</axis>`;

const tables = (codes: number): string => `<ICD10PCS.tabular><version>2026</version><pcsTable>
  ${axis(1, 'Section', { 0: 'Test Surgery' })}${axis(2, 'Body System', { D: 'Test System' })}${axis(3, 'Operation', { 8: 'Division' }).replace('</axis>', '<definition>Cutting</definition></axis>')}
  <pcsRow codes="${codes}">${axis(4, 'Body Part', { 4: 'Junction', 7: 'Pylorus' })}${axis(5, 'Approach', { 0: 'Open', 3: 'Percutaneous' })}${axis(6, 'Device', { Z: 'No Device' })}${axis(7, 'Qualifier', { Z: 'No Qualifier' })}</pcsRow>
</pcsTable></ICD10PCS.tabular>`;

describe('tables', () => {
  const rows = parsePcsTables('t.xml', Buffer.from(tables(4)));

  test('a row is the product of its values', () => {
    expect(rows[0]).toMatchObject({
      table: '0D8',
      titles: ['Test Surgery', 'Test System', 'Division'],
      definition: 'Cutting',
    });
    expect(rows.flatMap((row) => [...codesOfRow(row)])).toEqual(['0D840ZZ', '0D843ZZ', '0D870ZZ', '0D873ZZ']);
  });

  test('codes without an order file get a title from their axes and their table as parent', () => {
    const codes = codesFromTables(rows, 0);
    expect(codes[0]).toMatchObject({ code: '0D8', billable: false, title: 'Test System, Division' });
    expect(codes[1]).toMatchObject({
      code: '0D840ZZ',
      billable: true,
      parent: '0D8',
      title: 'Division of Junction, Open Approach',
    });
  });

  test('a row that declares another number of codes, or is cut, is at fault', () => {
    expect(() => parsePcsTables('t.xml', Buffer.from(tables(5)))).toThrow(
      /table 0D8 row 1: declares 5 codes but its values make 4/,
    );
    expect(() => parsePcsTables('t.xml', Buffer.from(tables(4).slice(0, 700)))).toThrow(/not well-formed/);
  });

  test('as many codes as the values multiply to, all different, whatever the axes', () => {
    const values = fc.uniqueArray(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(values, values, values, values, (...lists) => {
        const axes = lists.map((list) => list.map((value) => ({ value, label: value })));
        const [a = [], b = [], c = [], d = []] = axes;
        const row: PcsRow = {
          table: '0D8',
          titles: ['', '', ''],
          axisNames: ['', '', '', ''],
          axes: [a, b, c, d],
        };
        const codes = [...codesOfRow(row)];
        expect(new Set(codes).size).toBe(a.length * b.length * c.length * d.length);
        expect(codes).toHaveLength(new Set(codes).size);
      }),
    );
  });
});

describe('order file', () => {
  const line = (code: string, billable: 0 | 1): string =>
    `00001 ${code.padEnd(7)} ${billable} ${'short'.padEnd(60)} A long title\r\n`;

  test('tables and codes', () => {
    const rows = parsePcsOrderFile(
      'o.txt',
      Buffer.from(line('0D8', 0) + line('0D840ZZ', 1) + line('XY0', 0) + line('XY0VX83', 1)),
      0,
    );
    expect(rows.map(({ code, parent, billable }) => [code, parent, billable])).toEqual([
      ['0D8', undefined, false],
      ['0D840ZZ', '0D8', true],
      ['XY0', undefined, false],
      ['XY0VX83', 'XY0', true],
    ]);
  });

  test('a file that stops before section X is cut', () => {
    expect(() => parsePcsOrderFile('o.txt', Buffer.from(line('0D8', 0)), 0)).toThrow(
      /ends at 0D8; .* the file is cut/,
    );
    expect(() => parsePcsOrderFile('o.txt', Buffer.from(line('0D840ZZ', 1)), 0)).toThrow(
      /comes before its table/,
    );
  });
});

test('two issues of a year are told apart by their codes, in any order', () => {
  const october = issueOf(['0D840ZZ', '0D843ZZ'], '2026');
  expect(sameIssue(october, issueOf(['0D843ZZ', '0D840ZZ'], '2026'))).toBe(true);
  expect(sameIssue(october, issueOf(['0D843ZZ', '0D841ZZ'], '2026'))).toBe(false);
  expect(issueOf(['02HM3JZ'], '2026').april).toBe(true);
  expect(issueOf(['02HM3JZ'], '2027').april).toBe(false);
});

test('definitions become keys, one for every word and every side', () => {
  const xml = `<ICD10PCS.definitions><section code="0"><title>S</title><axis pos="4"><title>Body Part</title>
    <terms><title>Toe, Left</title><title>Toe, Right</title><includes>Hallux</includes></terms></axis>
    <axis pos="3"><title>Operation</title><terms><title>Division</title><definition>Cutting</definition><explanation>Not removing</explanation></terms></axis></section>
    <deviceAggregation><aggregate><device>Lead, Test</device><operation>Insertion</operation><bodySys>Heart</bodySys><parent value="M">Lead</parent></aggregate></deviceAggregation></ICD10PCS.definitions>`;
  expect(parsePcsDefinitions('d.xml', Buffer.from(xml))).toEqual([
    { axis: 'body part', section: '0', term: 'Hallux', preferred: 'Toe, Left' },
    { axis: 'body part', section: '0', term: 'Hallux', preferred: 'Toe, Right' },
    {
      axis: 'operation',
      section: '0',
      term: 'Division',
      preferred: 'Division',
      definition: 'Cutting. Not removing',
    },
    { axis: 'device aggregation', term: 'Lead, Test', preferred: 'Lead', definition: 'Insertion: Heart' },
  ]);
});

test('conversion table: calendar year and month.day', () => {
  const text =
    'Current code(s) assignment\tCode title\tEffective year\tPrevious code(s) assignment\tPredecessor code title\tChange type\tComment\tEffective month/day [MM.DD]\r\n02HM3JZ\t"A, b"\t2026\t02HK3JZ\t"C"\tNew\t04.01\r\n';
  expect(parsePcsConversionTable('c.txt', Buffer.from(text))).toEqual([
    { code: '02HM3JZ', effective: '2026-04-01', previous: ['02HK3JZ'] },
  ]);
});
