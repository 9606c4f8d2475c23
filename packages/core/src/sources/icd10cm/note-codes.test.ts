import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteCodes } from './note-codes.ts';

const spans = (text: string): string[] =>
  noteCodes(text).map(({ from, to }) => (from === to ? from : `${from}..${to}`));

const cases: readonly [text: string, spans: readonly string[]][] = [
  ['one code (Q39.5)', ['Q39.5']],
  ['a stem (I85.-) and a longer one (S02.1-)', ['I85', 'S02.1']],
  ['a category (Z3A)', ['Z3A']],
  ['a list (E08.2, E09.2-, QA0)', ['E08.2', 'E09.2', 'QA0']],
  ['a range (K20-K31)', ['K20..K31']],
  ['ranges and lists (A00-A09, B20; C7A-C7B)', ['A00..A09', 'B20', 'C7A..C7B']],
  ['a range with blanks (F01 – x) (F01 - F99)', ['F01', 'F01..F99']],
  ['stems at both ends (F11.-F17.-) (S32.1--S32.9)', ['F11..F17', 'S32.1..S32.9']],
  ['in words S06.0- to S06.8-', ['S06.0..S06.8']],
  ['with a condition (T36-T50 with fifth or sixth character 5)', ['T36..T50']],
  ['the same endings (E08-E09 with .51-.52)', ['E08.51..E08.52', 'E09.51..E09.52']],
  ['endings in a list (E08-E09, with .17, .62-)', ['E08.17', 'E08.62', 'E09.17', 'E09.62']],
  ['a misprint (E87.8}', ['E87.8']],
  ['words only (see above) and vitamin B12 deficiency', []],
  ['strain O157:H7 of HLA-B27, 1B20, B200x', []],
];
test.each(cases)('%s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test('any range in parentheses is read back', () => {
  const code = fc
    .tuple(
      fc.constantFrom('A', 'K', 'S', 'Z'),
      fc.integer({ min: 10, max: 99 }),
      fc.option(fc.integer({ min: 0, max: 9999 })),
    )
    .map(([letter, number, tail]) => `${letter}${number}${tail === null ? '' : `.${tail}`}`);
  fc.assert(
    fc.property(code, code, (from, to) => {
      expect(noteCodes(`words (${from}-${to})`)).toEqual([{ from, to }]);
      expect(noteCodes(`words (${from}, ${to})`)).toEqual([
        { from, to: from },
        { from: to, to },
      ]);
    }),
  );
});
