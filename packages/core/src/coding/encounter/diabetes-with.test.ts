import { testRule } from '../../../test/encounter-rule-tester.ts';
import { diabetesWith } from './diabetes-with.ts';

testRule(diabetesWith, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Type 2 diabetes mellitus.\n2. Chronic kidney disease stage 4.\n',
      has: ['E11.22', 'N18.4'],
      not: ['E11.9'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Type 2 diabetes mellitus.\n2. Hypothyroidism.\n', has: ['E11.9'] }],
});
