import { testRule } from '../../../test/encounter-rule-tester.ts';
import { organism } from './organism.ts';

testRule(organism, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Urinary tract infection.\n', has: ['N39.0'] }],
});
