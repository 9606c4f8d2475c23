import { testRule } from '../../../test/encounter-rule-tester.ts';
import { treatedCondition } from './treated-condition.ts';

testRule(treatedCondition, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Hypertension.\n', has: ['I10'] }],
});
