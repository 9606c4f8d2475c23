import { testRule } from '../../../test/encounter-rule-tester.ts';
import { familyHistory } from './family-history.ts';

testRule(familyHistory, {
  acts: [
    {
      note: 'INDICATION: Screening mammogram. FAMILY HISTORY: Mother had breast cancer.\nASSESSMENT:\n1. Screening mammogram.\n',
      has: ['Z80.3'],
    },
  ],
  leaves: [
    {
      note: 'ASSESSMENT:\n1. Hypertension.\nFAMILY HISTORY: Mother had breast cancer.\n',
      has: ['I10'],
      not: ['Z80.3'],
    },
  ],
});
