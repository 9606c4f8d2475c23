import { testRule } from '../../../test/encounter-rule-tester.ts';
import { respiratoryFailure } from './respiratory-failure.ts';

testRule(respiratoryFailure, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Hypoxia.\n', has: ['R09.02'] }],
});
