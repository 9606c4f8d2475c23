import { testRule } from '../../../test/encounter-rule-tester.ts';
import { varicesCause } from './varices-cause.ts';

testRule(varicesCause, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Alcoholic cirrhosis.\n2. Esophageal varices without bleeding.\n',
      has: ['K70.30', 'I85.10'],
      not: ['I85.00'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Esophageal varices without bleeding.\n', has: ['I85.00'] }],
});
