import { testRule } from '../../../test/encounter-rule-tester.ts';
import { sexConflict } from './sex-conflict.ts';

testRule(sexConflict, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Benign prostatic hyperplasia.\n2. Hypertension.\n',
      context: { sex: 'F' },
      has: ['I10'],
      not: ['N40.0'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Benign prostatic hyperplasia.\n', context: { sex: 'M' }, has: ['N40.0'] },
  ],
});
