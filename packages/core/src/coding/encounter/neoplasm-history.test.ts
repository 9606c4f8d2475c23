import { testRule } from '../../../test/encounter-rule-tester.ts';
import { neoplasmHistory } from './neoplasm-history.ts';

testRule(neoplasmHistory, {
  acts: [
    {
      note: 'Assessment: Renal cell carcinoma of the left kidney, nephrectomy 2017, no evidence of recurrence. Here for surveillance.',
      has: ['Z08', 'Z85.528'],
      not: ['C64.2'],
    },
    { note: 'Assessment: Bladder cancer, resected 2019, NED.', has: ['Z85.51'], not: ['C67.9'] },
  ],
  leaves: [
    { note: 'Assessment: Prostate cancer on leuprolide, no evidence of metastatic disease.', has: ['C61'] },
    { note: 'Assessment: Bladder cancer, resection next week.', has: ['C67.9'] },
  ],
});
