import { testRule } from '../../../test/encounter-rule-tester.ts';
import { dueTo } from './due-to.ts';

testRule(dueTo, {
  acts: [
    { note: 'ASSESSMENT:\n1. Delirium secondary to pneumonia.\n', has: ['F05', 'J18.9'], not: ['R41.0'] },
    {
      note: 'ASSESSMENT:\n1. Anemia due to metastatic colon cancer.\n2. Colon cancer.\n',
      has: ['D63.0', 'C18.9'],
      not: ['D64.9', 'D51.0'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Delirium.\n', not: ['F05'] },
    { note: 'ASSESSMENT:\n1. Anemia.\n2. Colon cancer.\n', has: ['D64.9'] },
  ],
});
