import { testRule } from '../../../test/encounter-rule-tester.ts';
import { hypertensionWith } from './hypertension-with.ts';

testRule(hypertensionWith, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Hypertension.\n2. Congestive heart failure.\n',
      has: ['I11.0', 'I50.9'],
      not: ['I10'],
    },
    {
      note: 'ASSESSMENT:\n1. Hypertension.\n2. Chronic kidney disease stage 3a.\n',
      has: ['I12.9', 'N18.31'],
      not: ['I10'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Hypertension.\n2. Atrial fibrillation.\n', has: ['I10'] },
    { note: 'ASSESSMENT:\n1. Hypertension.\n2. Takotsubo syndrome.\n', has: ['I10'] },
  ],
});
