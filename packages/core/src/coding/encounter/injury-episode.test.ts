import { testRule } from '../../../test/encounter-rule-tester.ts';
import { injuryEpisode } from './injury-episode.ts';

testRule(injuryEpisode, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Encounter for suture removal, laceration of right hand healing well.\n',
      has: ['S61.411D'],
      not: ['Z48.02'],
    },
  ],
  leaves: [{ note: 'ASSESSMENT:\n1. Right ankle sprain.\n', has: ['S93.401A'] }],
});
