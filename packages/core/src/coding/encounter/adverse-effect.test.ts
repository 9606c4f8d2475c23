import { testRule } from '../../../test/encounter-rule-tester.ts';
import { adverseEffect } from './adverse-effect.ts';

testRule(adverseEffect, {
  acts: [
    {
      note: 'Assessment: Hypotension due to losartan, taken as prescribed.',
      has: ['I95.2', 'T46.5X5A'],
      not: ['I95.9'],
    },
    { note: 'Assessment: Diarrhea from azithromycin.', has: ['K52.1', 'T36.3X5A'], not: ['R19.7'] },
    { note: 'Assessment: Anemia due to chemotherapy.', has: ['D64.81', 'T45.1X5A'], not: ['D64.9'] },
    { note: 'Assessment: Constipation secondary to oxycodone.', has: ['K59.03', 'T40.2X5A'] },
    {
      note: 'Assessment: Acute kidney injury caused by naproxen, taken as directed.',
      has: ['N17.9', 'T39.315A'],
    },
    { note: 'Assessment: Prednisone-induced hyperglycemia.', has: ['R73.9', 'T38.0X5A'] },
  ],
  leaves: [
    { note: 'Assessment: Weight gain, switched from paroxetine to sertraline.', not: ['T43.225A'] },
    { note: 'Assessment: Hypertension. Continue losartan as prescribed by cardiology.', not: ['T46.5X5A'] },
    { note: 'Assessment: Fatigue, not due to metoprolol.', not: ['T44.7X5A'] },
    {
      note: 'Family history: mother had hypotension due to losartan.\nAssessment: Hypertension.',
      not: ['T46.5X5A'],
    },
    { note: 'Assessment: Type 2 diabetes due to insulin resistance.', not: ['T38.3X5A'] },
  ],
});
