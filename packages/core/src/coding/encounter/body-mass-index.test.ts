import { testRule } from '../../../test/encounter-rule-tester.ts';
import { bodyMassIndex } from './body-mass-index.ts';

testRule(bodyMassIndex, {
  acts: [{ note: 'ASSESSMENT:\n1. Obesity. BMI 36.2.\n', has: ['Z68.36'] }],
  leaves: [{ note: 'ASSESSMENT:\n1. Hypertension. BMI 23.1.\n', not: ['Z68.23'] }],
});
