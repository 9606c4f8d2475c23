import { testRule } from '../../../test/encounter-rule-tester.ts';
import { coronaryAngina } from './coronary-angina.ts';

testRule(coronaryAngina, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Coronary artery disease.\n2. Unstable angina.\n',
      has: ['I25.110'],
      not: ['I25.10'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Coronary artery disease.\n', has: ['I25.10'] }],
});
