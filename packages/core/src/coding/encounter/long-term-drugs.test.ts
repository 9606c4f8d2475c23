import { testRule } from '../../../test/encounter-rule-tester.ts';
import { longTermDrugs } from './long-term-drugs.ts';

testRule(longTermDrugs, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Type 2 diabetes mellitus.\nMEDICATIONS: Metformin 500 mg twice daily.\n',
      has: ['E11.9', 'Z79.84'],
    },
  ],
  leaves: [
    {
      note: 'ASSESSMENT:\n1. Polycystic ovary syndrome.\nMEDICATIONS: Metformin 500 mg twice daily.\n',
      not: ['Z79.84'],
    },
  ],
});
