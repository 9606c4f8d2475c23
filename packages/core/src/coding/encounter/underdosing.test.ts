import { testRule } from '../../../test/encounter-rule-tester.ts';
import { underdosing } from './underdosing.ts';

testRule(underdosing, {
  acts: [
    {
      note: 'Assessment: Hypertension. He could not afford amlodipine.',
      has: ['I10', 'T46.1X6A', 'Z91.120'],
    },
    {
      note: 'Assessment: Heart failure, forgot to take her furosemide all week.',
      has: ['T50.1X6A', 'Z91.138'],
    },
    {
      note: 'Assessment: Hypertension, she stopped metoprolol on her own because she felt better.',
      has: ['T44.7X6A', 'Z91.128'],
    },
    {
      note: 'Assessment: Type 2 diabetes with hyperglycemia, ran out of metformin.',
      has: ['T38.3X6A', 'Z91.148'],
    },
  ],
  leaves: [
    { note: 'Plan: Stopped amlodipine today and started losartan.', not: ['T46.1X6A'] },
    { note: 'Assessment: Hypertension. Her cardiologist stopped metoprolol.', not: ['T44.7X6A'] },
    {
      note: 'Assessment: Hyperlipidemia. The patient is not taking a statin, we will start atorvastatin.',
      not: ['T46.6X6A'],
    },
  ],
});
