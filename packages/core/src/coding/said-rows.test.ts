import { expect, test } from 'vitest';
import { saidRows } from './said-rows.ts';

test('names the rows whose phrases the text says, in the order of the table', () => {
  const rows = saidRows(['stroke; CVA', 'toe amputation', 'kidney stone; kidney stones']);
  expect(rows('Kidney stones in 2019; prior cva.')).toEqual([0, 2]);
  expect(rows('Left toe amputation')).toEqual([1]);
  expect(rows('Strokes, cvas')).toEqual([]);
  expect(rows('constructor toString')).toEqual([]);
});
test('a table without rows is said nowhere', () => {
  expect(saidRows([])('stroke')).toEqual([]);
});
