import { testRule } from '../../../test/encounter-rule-tester.ts';
import { newbornRecord } from './newborn-record.ts';

testRule(newbornRecord, {
  acts: [
    {
      note: 'Assessment: Term newborn girl, delivered vaginally in this hospital, doing well.',
      context: { sex: 'F', age: 0 },
      has: ['Z38.00'],
      not: ['Z38.01', 'O80'],
    },
    {
      note: 'Assessment: Baby boy by c-section in our hospital, neonatal jaundice.',
      context: { sex: 'M', age: 0, setting: 'inpatient' },
      has: ['Z38.01'],
    },
    {
      note: 'Assessment: Twin B, liveborn by c-section here, feeding well.',
      context: { age: 0 },
      has: ['Z38.31'],
    },
    {
      note: 'Assessment: Newborn, born at home, brought in by the midwife; liveborn.',
      context: { age: 0 },
      has: ['Z38.1'],
    },
  ],
  leaves: [
    {
      note: 'Assessment: 5 day old transferred in from an outside hospital with neonatal jaundice.',
      context: { age: 0 },
      has: ['P59.9'],
      not: ['Z38.00', 'Z38.01'],
    },
    {
      note: 'Assessment: Asthma. He was delivered vaginally at this hospital.',
      context: { age: 30 },
      not: ['Z38.00'],
    },
  ],
});
