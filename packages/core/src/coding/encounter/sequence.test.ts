import { testRule } from '../../../test/encounter-rule-tester.ts';
import { sequence } from './sequence.ts';

testRule(sequence, {
  acts: [{ note: 'ASSESSMENT:\n1. Hypertension.\n2. Hypothyroidism.\n', has: ['I10', 'E03.9'] }],
  leaves: [{ note: 'No complaints.\n' }],
});
