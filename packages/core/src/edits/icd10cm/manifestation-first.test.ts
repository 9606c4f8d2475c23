import { testEdit } from '../../../test/edit-tester.ts';
import { manifestationFirst } from './manifestation-first.ts';

testEdit(manifestationFirst, {
  passes: ['G30.9 F02.80', 'C16.9 D63.0', 'N18.4 D63.1'],
  fails: [
    { codes: 'F02.80', message: 'alone', at: [0] },
    { codes: 'F02.80 G30.9', message: 'alone', at: [0] },
    { codes: 'J91.8 I10', message: 'alone', at: [0] },
  ],
});
