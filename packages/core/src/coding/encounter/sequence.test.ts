import { expect, test } from 'vitest';
import { testRule } from '../../../test/encounter-rule-tester.ts';
import { starterCoder } from '../../../test/starter-coder.ts';
import { sequence } from './sequence.ts';

testRule(sequence, {
  acts: [{ note: 'ASSESSMENT:\n1. Hypertension.\n2. Hypothyroidism.\n', has: ['I10', 'E03.9'] }],
  leaves: [{ note: 'No complaints.\n' }],
});

test('the deepest burn stands first, whatever the order of the words', () => {
  const starter = starterCoder();
  const { codes } = starter.code(
    'ASSESSMENT:\n1. First degree burn of left hand.\n2. Third degree burn of right hand.\n',
    {},
  );
  expect(codes.map(({ code }) => code).filter((code) => code.startsWith('T23'))).toEqual([
    'T23.301A',
    'T23.102A',
  ]);
});
