import { testRule } from '../../../test/encounter-rule-tester.ts';
import { injuryEpisode } from './injury-episode.ts';

testRule(injuryEpisode, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Right ankle sprain.\n', has: ['S93.401A'] }],
});
