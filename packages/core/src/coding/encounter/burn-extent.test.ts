import { testRule } from '../../../test/encounter-rule-tester.ts';
import { burnExtent } from './burn-extent.ts';

testRule(burnExtent, {
  acts: [
    { note: 'Assessment: Second degree burn of left foot, 4% TBSA.', has: ['T31.0'], not: ['T30.0'] },
    {
      note: 'Assessment: Second degree burn of right hand; body surface area involved: TBSA about 6%.',
      has: ['T31.0'],
    },
  ],
  leaves: [
    { note: 'Assessment: Second degree burn of left foot.', not: ['T31.0'] },
    { note: 'Assessment: Psoriasis, 4% BSA.', not: ['T31.0'] },
  ],
});
