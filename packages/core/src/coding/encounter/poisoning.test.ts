import { testRule } from '../../../test/encounter-rule-tester.ts';
import { poisoning } from './poisoning.ts';

testRule(poisoning, {
  acts: [
    { note: 'Assessment: Overdose of diazepam.', has: ['T42.4X1A'] },
    { note: 'Assessment: Intentional overdose of ibuprofen.', has: ['T39.312A'], not: ['T39.311A'] },
    {
      note: 'Assessment: Took too many metoprolol tablets by mistake, bradycardia.',
      has: ['T44.7X1A', 'R00.1'],
    },
    { note: 'Assessment: Digoxin overdose, intent cannot be determined.', has: ['T46.0X4A'] },
    { note: 'Assessment: Unintentional overdose of warfarin.', has: ['T45.511A'], not: ['T45.512A'] },
  ],
  leaves: [
    { note: 'Plan: Naloxone kit in case of an oxycodone overdose.', not: ['T40.2X1A'] },
    { note: 'Assessment: No overdose of ibuprofen.', not: ['T39.311A'] },
    { note: 'Assessment: History of overdose of diazepam.', not: ['T42.4X1A'] },
  ],
});
