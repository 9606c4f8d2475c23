import { testRule } from '../../../test/encounter-rule-tester.ts';
import { pastProcedures } from './past-procedures.ts';

testRule(pastProcedures, {
  acts: [
    {
      note: 'DISCHARGE DIAGNOSIS:\n1. Osteoarthritis of the right hip, status post right total hip arthroplasty.\n',
      context: { setting: 'inpatient' },
      not: ['Z96.641'],
    },
    { note: 'ASSESSMENT:\n1. Complete heart block, pacemaker tomorrow.\n', not: ['Z95.0'] },
    { note: 'ASSESSMENT:\n1. Hypertension.\n2. Status post splenectomy in 2009.\n', has: ['Z90.81'] },
    { note: 'ASSESSMENT:\n1. Phantom limb pain, s/p left BKA.\n', has: ['Z89.512'] },
  ],
  leaves: [
    {
      note: 'PAST SURGICAL HISTORY: Appendectomy, right mastectomy.\nASSESSMENT:\n1. Hypertension.\n',
      not: ['Z90.49', 'Z90.11'],
    },
    { note: 'ASSESSMENT:\n1. Contraception; her husband had a vasectomy.\n', not: ['Z98.52'] },
    { note: 'ASSESSMENT:\n1. Acute appendicitis. Appendectomy today.\n', not: ['Z90.49'] },
    { note: 'ASSESSMENT:\n1. Gallstones, refer for cholecystectomy.\n', not: ['Z90.49'] },
  ],
});
