import { testRule } from '../../../test/encounter-rule-tester.ts';
import { obesityClass } from './obesity-class.ts';

testRule(obesityClass, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. Obesity.\n', has: ['E66.9'] }],
});
