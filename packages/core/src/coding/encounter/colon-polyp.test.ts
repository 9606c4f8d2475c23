import { testRule } from '../../../test/encounter-rule-tester.ts';
import { colonPolyp } from './colon-polyp.ts';

testRule(colonPolyp, {
  acts: [
    {
      note: 'PATHOLOGY: Sigmoid polyp: tubular adenoma.\nASSESSMENT:\n1. Colon polyp.\n',
      has: ['D12.5'],
      not: ['K63.5'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Colon polyp.\n', has: ['K63.5'] }],
});
