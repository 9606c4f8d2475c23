import { testRule } from '../../../test/encounter-rule-tester.ts';
import { recordsApart } from './records-apart.ts';

testRule(recordsApart, {
  acts: [
    {
      note: 'Assessment: Newborn, 2 days old. Preterm labor. Neonatal jaundice.',
      context: { age: 0 },
      has: ['P59.9'],
      not: ['O60.00', 'O60.03'],
    },
  ],
  leaves: [
    {
      note: 'Assessment: Gestational diabetes, 30 weeks pregnant.',
      context: { sex: 'F', age: 31 },
      has: ['O24.419'],
    },
    { note: 'Assessment: Gout.', has: ['M10.9'] },
  ],
});
