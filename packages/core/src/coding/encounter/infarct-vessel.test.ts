import { testRule } from '../../../test/encounter-rule-tester.ts';
import { infarctVessel } from './infarct-vessel.ts';

testRule(infarctVessel, {
  acts: [
    { note: 'ASSESSMENT:\n1. Inferior STEMI. The culprit was the RCA.\n', has: ['I21.11'], not: ['I21.19'] },
    { note: 'ASSESSMENT:\n1. Anterior STEMI with occlusion of the LAD.\n', has: ['I21.02'], not: ['I21.09'] },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Inferior STEMI.\n', has: ['I21.19'] },
    { note: 'ASSESSMENT:\n1. NSTEMI, culprit LAD.\n', has: ['I21.4'] },
  ],
});
