import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ORDER_ROWS, type OrderRow, orderFile } from '../../../test/icd10cm-files.ts';
import { parseOrderFile } from './order-file.ts';

const parse = (text: string): ReturnType<typeof parseOrderFile> =>
  parseOrderFile('o.txt', Buffer.from(text), 0);

describe('order file', () => {
  test('codes are dotted, parents are the longest listed beginning', () => {
    const rows = parse(orderFile());
    expect(rows.map(({ code, parent }) => [code, parent])).toEqual([
      ['A00', undefined],
      ['A00.0', 'A00'],
      ['A00.9', 'A00'],
      ['S82', undefined],
      ['S82.6', 'S82'],
      ['S82.61', 'S82.6'],
      ['S82.61XA', 'S82.61'],
      ['S82.61XS', 'S82.61'],
      ['Z99', undefined],
      ['Z99.0', 'Z99'],
    ]);
    expect(rows[1]).toMatchObject({
      billable: true,
      locator: 'line 2',
      title: 'Test fever of the first kind',
    });
  });

  test('a category may have a letter second (QA0, new in FY2026)', () => {
    const rows = parse(
      orderFile([...ORDER_ROWS.slice(0, 3), ['QA0', 0, 'x'], ['QA0101', 1, 'y'], ...ORDER_ROWS.slice(8)]),
    );
    expect(rows.find(({ code }) => code === 'QA0.101')?.parent).toBe('QA0');
  });

  test('LF and CRLF, with and without a last line end, are one', () => {
    const text = orderFile();
    const expected = parse(text);
    expect(parse(text.replaceAll('\r', ''))).toEqual(expected);
    expect(parse(text.trimEnd())).toEqual(expected);
  });

  const wrong: readonly [string, string, RegExp][] = [
    ['cut within a line', orderFile().slice(0, 250), /line 3: not an order-file line/],
    ['cut at a line', orderFile(ORDER_ROWS.slice(0, 5)), /line 5: ends at S82\.6; .* the file is cut/],
    [
      'a child before its category',
      orderFile([['A001', 1, 'x']]),
      /line 1: A001 comes before its category A00/,
    ],
    ['a code twice', orderFile([...ORDER_ROWS, ['Z990', 1, 'x']]), /line 11: Z990 is listed twice/],
    ['another file', 'name;value\n', /line 1: not an order-file line/],
  ];
  test.each(wrong)('%s', (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test('what is written is what is read, for any hierarchy', () => {
    const digits = fc.constantFrom('0', '1', '9', 'A');
    const tails = fc.uniqueArray(
      fc.array(digits, { minLength: 1, maxLength: 4 }).map((one) => one.join('')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(tails, (suffixes) => {
        const rows: OrderRow[] = ['A00', ...suffixes.sort().map((tail) => `A00${tail}`), 'Z99'].map(
          (code) => [code, 1, `title of ${code}`],
        );
        const read = parse(orderFile(rows));
        expect(read.map(({ code }) => code.replace('.', ''))).toEqual(rows.map(([code]) => code));
        for (const { code, parent } of read) {
          if (parent === undefined) expect(code).toHaveLength(3);
          else expect(code.replace('.', '').startsWith(parent.replace('.', ''))).toBe(true);
        }
      }),
    );
  });
});
