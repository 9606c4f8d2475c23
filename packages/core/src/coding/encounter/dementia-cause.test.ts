import { testRule } from '../../../test/encounter-rule-tester.ts';
import { dementiaCause } from './dementia-cause.ts';

testRule(dementiaCause, {
  acts: [
    { note: 'ASSESSMENT:\n1. Alzheimer disease with late onset.\n', has: ['G30.1', 'F02.80'] },
    {
      note: 'ASSESSMENT:\n1. Alzheimer disease.\n2. Dementia with agitation.\n',
      has: ['G30.9', 'F02.811'],
      not: ['F03.911'],
    },
    { note: 'ASSESSMENT:\n1. Lewy body dementia with agitation.\n', has: ['G31.83', 'F02.811'] },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Parkinson disease.\n', has: ['G20.A1'], not: ['F02.80'] },
    { note: 'ASSESSMENT:\n1. Dementia without behavioral disturbance.\n', has: ['F03.90'] },
  ],
});
