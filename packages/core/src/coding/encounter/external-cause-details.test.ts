import { testRule } from '../../../test/encounter-rule-tester.ts';
import { externalCauseDetails } from './external-cause-details.ts';

testRule(externalCauseDetails, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Hypertension.\n', has: ['I10'] }],
});
