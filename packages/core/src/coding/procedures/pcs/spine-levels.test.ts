import { expect, test } from 'vitest';
import { jointsIn } from './spine-levels.ts';

test.each([
  ['C5-C6', 1],
  ['C5-6 and C6-7', 2],
  ['C3 through C6', 3],
  ['L5-S1', 1],
  ['L5-1', 1],
  ['T10-L2', 4],
  ['levels C2-S1 were imaged', 0],
  ['C9-C10', 0],
  ['S1-L5', 0],
])('%s: %i joints', (text, count) => {
  expect(jointsIn(text).size).toBe(count);
});
