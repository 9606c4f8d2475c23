import { testRule } from '../../../test/encounter-rule-tester.ts';
import { strokeDeficits } from './stroke-deficits.ts';

testRule(strokeDeficits, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Right hemiparesis as sequela of cerebral infarction, residual dysphagia.\n',
      has: ['I69.351', 'I69.391'],
      not: ['I63.9'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Dysphagia.\n', has: ['R13.10'] },
    { note: 'ASSESSMENT:\n1. Acute cerebral infarction.\n2. Aphasia.\n', has: ['I63.9', 'R47.01'] },
  ],
});
