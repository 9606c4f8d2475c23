import { testRule } from '../../../test/encounter-rule-tester.ts';
import { oneReading } from './one-reading.ts';

testRule(oneReading, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Hypertension.\n', has: ['I10'] }],
});
