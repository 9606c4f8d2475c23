import { testRule } from '../../../test/encounter-rule-tester.ts';
import { complicatesPregnancy } from './complicates-pregnancy.ts';

testRule(complicatesPregnancy, {
  acts: [
    {
      note: 'Assessment: Mild intermittent asthma, 22 weeks pregnant.',
      context: { sex: 'F', age: 29 },
      has: ['O99.512', 'J45.20', 'Z3A.22'],
    },
    {
      note: 'Assessment: Pregnant, 31 weeks. Hypothyroidism.',
      context: { sex: 'F', age: 35 },
      has: ['O99.283', 'E03.9'],
    },
  ],
  leaves: [
    {
      note: 'Assessment: Mild intermittent asthma. Not pregnant.',
      context: { sex: 'F', age: 29 },
      has: ['J45.20'],
    },
    {
      note: 'Assessment: Mild intermittent asthma. Wife is pregnant.',
      context: { sex: 'M', age: 29 },
      has: ['J45.20'],
    },
    {
      note: 'Assessment: Gestational hypertension, 31 weeks pregnant.',
      context: { sex: 'F', age: 29 },
      has: ['O13.3'],
    },
  ],
});
