import { testRule } from '../../../test/encounter-rule-tester.ts';
import { integralSymptoms } from './integral-symptoms.ts';

testRule(integralSymptoms, {
  acts: [
    { note: 'ASSESSMENT:\n1. Community acquired pneumonia.\n2. Cough.\n', has: ['J18.9'], not: ['R05.9'] },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Fracture of right wrist.\n2. Left hip pain.\n', has: ['M25.552'] },
    { note: 'ASSESSMENT:\n1. Low back pain.\n2. Right knee pain.\n', has: ['M25.561'] },
  ],
});
