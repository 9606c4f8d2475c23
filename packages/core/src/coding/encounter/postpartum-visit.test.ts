import { testRule } from '../../../test/encounter-rule-tester.ts';
import { postpartumVisit } from './postpartum-visit.ts';

testRule(postpartumVisit, {
  acts: [
    {
      note: 'Assessment: Four-week postpartum visit, doing well.',
      context: { sex: 'F', age: 24 },
      has: ['Z39.2'],
    },
    { note: 'Assessment: Postpartum exam, normal.', context: { sex: 'F', age: 40 }, has: ['Z39.2'] },
  ],
  leaves: [
    {
      note: 'Assessment: Prenatal visit, 20 weeks, first pregnancy.',
      context: { sex: 'F', age: 24 },
      not: ['Z39.2'],
    },
  ],
});
