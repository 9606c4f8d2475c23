import { testEdit } from '../../../test/edit-tester.ts';
import { validCode } from './valid-code.ts';

testEdit(validCode, {
  passes: ['K22.0', 'e11.9 i10', 'S82.61XA'],
  fails: [
    { codes: 'K22.0 Q99.99', message: 'unknown', at: [1] },
    { codes: 'E11', message: 'incomplete', at: [0] },
    { codes: 'I50.2 I10', message: 'incomplete', at: [0] },
  ],
});
