import { testRule } from '../../../test/encounter-rule-tester.ts';
import { encounterReason } from './encounter-reason.ts';

testRule(encounterReason, {
  acts: [
    {
      note: 'Assessment: Health maintenance visit. Hypothyroidism, stable.',
      context: { age: 48 },
      has: ['Z00.00', 'E03.9'],
    },
    {
      note: 'Chief complaint: well-child visit.\nAssessment: Acute upper respiratory infection.',
      context: { age: 3 },
      has: ['Z00.121'],
    },
    {
      note: 'Chief complaint: well-child visit.\nAssessment: Growing well.',
      context: { age: 3 },
      has: ['Z00.129'],
    },
  ],
  leaves: [
    { note: 'Assessment: Hypertension. Seen since her last annual physical.', not: ['Z00.00', 'Z00.01'] },
    {
      note: 'Plan: Annual physical is due in the fall.\nAssessment: Hypertension.',
      not: ['Z00.00', 'Z00.01'],
    },
  ],
});
