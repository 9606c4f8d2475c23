import { testRule } from '../../../test/encounter-rule-tester.ts';
import { dysphagiaPhase } from './dysphagia-phase.ts';

testRule(dysphagiaPhase, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Oropharyngeal dysphagia following cerebral infarction.\n',
      has: ['I69.391', 'R13.12'],
      not: ['R13.10'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Dysphagia.\n', has: ['R13.10'] }],
});
