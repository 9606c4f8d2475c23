import { testRule } from '../../../test/encounter-rule-tester.ts';
import { discLevels } from './disc-levels.ts';

testRule(discLevels, {
  acts: [
    { note: 'IMPRESSION: Herniated disc L5-S1 with left radiculopathy.\n', has: ['M51.17'], not: ['M51.16'] },
    {
      note: 'IMPRESSION:\n1. HNP C4-5 and C6-7.\n',
      has: ['M50.221', 'M50.223'],
    },
    {
      note: 'ASSESSMENT:\n1. Lumbar DDD with discogenic back pain, no leg pain.\n',
      has: ['M51.360'],
      not: ['M54.50'],
    },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Low back pain.\n', has: ['M54.50'] },
    {
      note: 'HISTORY: MRI years ago showed a disc bulge at L4-5.\nASSESSMENT:\n1. Hypertension.\n',
      has: ['I10'],
    },
  ],
});
