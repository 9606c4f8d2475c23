import { testRule } from '../../../test/encounter-rule-tester.ts';
import { severalValves } from './several-valves.ts';

testRule(severalValves, {
  acts: [
    {
      note: 'ASSESSMENT:\n1. Mitral regurgitation.\n2. Aortic stenosis.\n',
      has: ['I08.0'],
      not: ['I34.0', 'I35.0'],
    },
    { note: 'ASSESSMENT:\n1. Severe aortic stenosis.\n2. Mitral insufficiency.\n', has: ['I08.0'] },
  ],
  leaves: [
    { note: 'ASSESSMENT:\n1. Mitral regurgitation.\n', has: ['I34.0'] },
    {
      note: 'ASSESSMENT:\n1. Nonrheumatic mitral regurgitation.\n2. Nonrheumatic aortic stenosis.\n',
      has: ['I34.0', 'I35.0'],
    },
  ],
});
