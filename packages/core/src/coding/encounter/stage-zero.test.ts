import { testRule } from '../../../test/encounter-rule-tester.ts';
import { stageZero } from './stage-zero.ts';

testRule(stageZero, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Stage 0 ductal carcinoma of the right female breast.\n',
      context: { sex: 'F' },
      has: ['D05.11'],
      not: ['C50.911'],
    },
  ],
  leaves: [
    {
      note: 'ASSESSMENT:\n1. Stage II ductal carcinoma of the right female breast.\n',
      context: { sex: 'F' },
      not: ['D05.11'],
    },
  ],
});
