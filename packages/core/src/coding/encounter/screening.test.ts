import { testRule } from '../../../test/encounter-rule-tester.ts';
import { screening } from './screening.ts';

testRule(screening, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Colon polyp.\n', has: ['K63.5'], not: ['Z12.11'] }],
});
