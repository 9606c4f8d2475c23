import { testRule } from '../../../test/encounter-rule-tester.ts';
import { ruledOut } from './ruled-out.ts';

testRule(ruledOut, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Chest pain.\n', has: ['R07.9'] }],
});
