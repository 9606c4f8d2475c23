import { testRule } from '../../../test/encounter-rule-tester.ts';
import { urinarySymptoms } from './urinary-symptoms.ts';

testRule(urinarySymptoms, {
  acts: [
    { note: 'ASSESSMENT:\n1. BPH with nocturia.\n', has: ['N40.1', 'R35.1'], not: ['N40.0'] },
    {
      note: 'ASSESSMENT:\n1. BPH.\n2. Urinary retention.\n',
      has: ['N40.1', 'R33.8'],
      not: ['N40.0', 'R33.9'],
    },
    {
      note: 'ASSESSMENT:\n1. Enlarged prostate with weak stream and urgency.\n',
      has: ['N40.1', 'R39.12', 'R39.15'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. BPH, no nocturia or urgency.\n', has: ['N40.0'] },
    { note: 'ASSESSMENT:\n1. Nocturia.\n', has: ['R35.1'] },
  ],
});
