import { testRule } from '../../../test/encounter-rule-tester.ts';
import { highestSpecificity } from './highest-specificity.ts';

testRule(highestSpecificity, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Heart failure.\n2. Acute on chronic systolic heart failure.\n',
      has: ['I50.23'],
      not: ['I50.9'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Heart failure.\n', has: ['I50.9'] }],
});
