import { testRule } from '../../../test/encounter-rule-tester.ts';
import { deliveryOutcome } from './delivery-outcome.ts';

testRule(deliveryOutcome, {
  acts: [
    {
      note: 'Discharge diagnosis: Uncomplicated vaginal delivery at 38 weeks of a healthy liveborn girl.',
      context: { sex: 'F', age: 25, setting: 'inpatient' },
      has: ['O80', 'Z37.0', 'Z3A.38'],
    },
    {
      note: 'Discharge diagnosis: SVD at 35 weeks of a living boy.',
      context: { sex: 'F', age: 25, setting: 'inpatient' },
      has: ['Z37.0'],
      not: ['O80'],
    },
    {
      note: 'Discharge diagnosis: Spontaneous vaginal delivery at 40 weeks of a viable male infant.',
      context: { sex: 'F', age: 27, setting: 'inpatient' },
      has: ['Z37.0'],
    },
    {
      note: 'Discharge diagnosis: Vaginal delivery at 36 weeks of viable twins.',
      context: { sex: 'F', age: 33, setting: 'inpatient' },
      has: ['Z37.2'],
      not: ['Z37.0'],
    },
    {
      note: 'Discharge diagnosis: Vaginal delivery at 29 weeks, stillborn female.',
      context: { sex: 'F', age: 33, setting: 'inpatient' },
      has: ['Z37.1'],
    },
  ],
  leaves: [
    {
      note: 'Assessment: Postpartum visit, 6 weeks after vaginal delivery of a live infant.',
      context: { sex: 'F', age: 28 },
      not: ['Z37.0'],
    },
    {
      note: 'Assessment: Prenatal visit at 20 weeks. Prior vaginal delivery of a live infant.',
      context: { sex: 'F' },
      not: ['Z37.0'],
    },
  ],
});
