import { testRule } from '../../../test/encounter-rule-tester.ts';
import { namedCause } from './named-cause.ts';

testRule(namedCause, {
  acts: [{ note: 'DISCHARGE DIAGNOSIS:\n1. Pneumonia due to COVID-19.\n', has: ['U07.1', 'J12.82'] }],
  leaves: [
    { note: 'ASSESSMENT:\n1. Pneumonia.\n', has: ['J18.9'] },
    { note: 'ASSESSMENT:\n1. COVID-19.\n', has: ['U07.1'], not: ['J12.82'] },
  ],
});
