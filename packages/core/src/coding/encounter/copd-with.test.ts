import { testRule } from '../../../test/encounter-rule-tester.ts';
import { copdWith } from './copd-with.ts';

testRule(copdWith, {
  acts: [
    { note: 'ASSESSMENT:\n1. COPD.\n2. Acute bronchitis.\n', has: ['J44.0', 'J20.9'], not: ['J44.9'] },
    {
      note: 'ASSESSMENT:\n1. COPD exacerbation with acute bronchitis.\n',
      has: ['J44.0', 'J44.1', 'J20.9'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. COPD.\n2. Hypertension.\n', has: ['J44.9'] }],
});
