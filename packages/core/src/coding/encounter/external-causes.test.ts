import { testRule } from '../../../test/encounter-rule-tester.ts';
import { externalCauses } from './external-causes.ts';

testRule(externalCauses, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Right ankle sprain after a fall.\n', has: ['S93.401A'] }],
});
