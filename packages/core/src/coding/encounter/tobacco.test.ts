import { testRule } from '../../../test/encounter-rule-tester.ts';
import { tobacco } from './tobacco.ts';

testRule(tobacco, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Hypertension.\nSOCIAL HISTORY: Gave up cigarettes 10 years ago.\n',
      has: ['Z87.891'],
    },
  ],
  leaves: [
    {
      note: 'ASSESSMENT:\n1. Hypertension.\nSOCIAL HISTORY: Never smoker.\n',
      has: ['I10'],
      not: ['F17.210', 'Z87.891'],
    },
  ],
});
