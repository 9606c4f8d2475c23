import { testEdit } from '../../../test/edit-tester.ts';
import { laterality } from './laterality.ts';

testEdit(laterality, {
  passes: ['M17.0', 'S93.401A S93.402A', 'M25.561 M25.512'],
  fails: [
    { codes: 'G56.01 G56.02', message: 'both', at: [0, 1] },
    { codes: 'G56.00 G56.01', message: 'unspecified', at: [0, 1] },
    { codes: 'I10 M25.562 M25.569', message: 'unspecified', at: [2, 1] },
  ],
});
