import { testRule } from '../../../test/encounter-rule-tester.ts';
import { diabetesType } from './diabetes-type.ts';

testRule(diabetesType, {
  acts: [
    { note: 'ASSESSMENT:\n1. DKA, type 1.\n', has: ['E10.10'], not: ['E11.10'] },
    {
      note: 'ASSESSMENT:\n1. Diabetic gastroparesis.\nHer diabetes is type I.\n',
      has: ['E10.43'],
      not: ['E11.43'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. DKA, type 2 diabetes.\n', not: ['E10.10'] },
    { note: 'ASSESSMENT:\n1. Type 1 diabetes mellitus.\n', has: ['E10.9'] },
    { note: 'ASSESSMENT:\n1. Type 2 diabetes mellitus.\n2. Myocardial infarction type 1.\n', has: ['E11.9'] },
  ],
});
