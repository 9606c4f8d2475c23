import { testRule } from '../../../test/encounter-rule-tester.ts';
import { historyOf } from './history-of.ts';

testRule(historyOf, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Hypertension.\nPAST MEDICAL HISTORY: History of kidney stones.\n',
      has: ['Z87.442'],
      not: ['N20.0'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Kidney stones.\n', has: ['N20.0'], not: ['Z87.442'] }],
});
