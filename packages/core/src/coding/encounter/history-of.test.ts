import { testRule } from '../../../test/encounter-rule-tester.ts';
import { historyOf } from './history-of.ts';

testRule(historyOf, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Hypertension.\nPAST MEDICAL HISTORY: History of kidney stones.\n',
      has: ['Z87.442'],
      not: ['N20.0'],
    },
    {
      note: 'ASSESSMENT:\n1. Factor V Leiden, prior DVT.\n',
      has: ['Z86.718'],
      not: ['I82.409', 'I82.40'],
    },
    {
      note: 'ASSESSMENT:\n1. Migraine; TIA in 2021.\n',
      context: { dateOfService: '2026-03-02' },
      has: ['Z86.73'],
      not: ['G45.9'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Kidney stones.\n', has: ['N20.0'], not: ['Z87.442'] },
    {
      note: 'ASSESSMENT:\n1. TIA March 2026.\n',
      context: { dateOfService: '2026-03-02' },
      has: ['G45.9'],
      not: ['Z86.73'],
    },
  ],
});
