import { testEdit } from '../../../test/edit-tester.ts';
import { duplicate } from './duplicate.ts';

testEdit(duplicate, {
  passes: ['K22.0', 'I10 E11.9', 'S93.401A S93.402A'],
  fails: [
    { codes: 'I10 I10', message: 'repeated', at: [1, 0] },
    { codes: 'E11.9 I10 E119', message: 'repeated', at: [2, 0] },
    { codes: 'k22.0 K22.0', message: 'repeated', at: [1, 0] },
  ],
});
