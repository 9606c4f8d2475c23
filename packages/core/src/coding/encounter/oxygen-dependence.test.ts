import { testRule } from '../../../test/encounter-rule-tester.ts';
import { oxygenDependence } from './oxygen-dependence.ts';

testRule(oxygenDependence, {
  acts: [],
  leaves: [{ note: 'ASSESSMENT:\n1. COPD.\n', has: ['J44.9'], not: ['Z99.81'] }],
});
