import { testRule } from '../../../test/encounter-rule-tester.ts';
import { vaccination } from './vaccination.ts';

testRule(vaccination, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Hypertension.\nPLAN: Tdap given today in the left deltoid.\n',
      has: ['Z23', 'I10'],
    },
    { note: 'Here for flu shot', has: ['Z23'], not: ['J11.1'] },
    { note: 'ASSESSMENT:\n1. Shingles vaccine administered today.\n', has: ['Z23'], not: ['B02.9'] },
  ],
  leaves: [
    {
      note: 'HISTORY OF PRESENT ILLNESS: The clinic gave her a tetanus shot and sent her here.\nASSESSMENT:\n1. Hypertension.\n',
      not: ['Z23'],
    },
    {
      note: 'ASSESSMENT:\n1. Hypertension.\n2. Pneumovax has been given in the past five years.\n',
      not: ['Z23'],
    },
    { note: 'ASSESSMENT:\n1. Hypertension.\nPLAN: Flu vaccine declined.\n', has: ['I10'], not: ['Z23'] },
    { note: 'ASSESSMENT:\n1. Hypertension.\nPLAN: Immunizations up to date.\n', not: ['Z23'] },
    { note: 'ASSESSMENT:\n1. Shingles.\n', has: ['B02.9'], not: ['Z23'] },
  ],
});
