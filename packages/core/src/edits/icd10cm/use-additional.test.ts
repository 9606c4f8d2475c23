import { testEdit } from '../../../test/edit-tester.ts';
import { useAdditional } from './use-additional.ts';

testEdit(useAdditional, {
  passes: ['K22.0', 'E11.22 N18.4 Z79.84', 'E11.621 L97.512 Z79.4'],
  fails: [
    { codes: 'E11.22 Z79.84', message: 'asked', at: [0] },
    { codes: 'I10 E11.621 Z79.4', message: 'asked', at: [1] },
    { codes: 'N39.0', message: 'asked', at: [0] },
  ],
});
