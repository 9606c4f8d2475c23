import { testEdit } from '../../../test/edit-tester.ts';
import { codeFirst } from './code-first.ts';

testEdit(codeFirst, {
  passes: ['A41.51 R65.21', 'I11.0 I50.9', 'N18.4 D63.1'],
  fails: [
    { codes: 'D63.1 N18.4', message: 'order', at: [0, 1] },
    { codes: 'I50.9 I11.0', message: 'order', at: [0, 1] },
    { codes: 'R65.20', message: 'missing', at: [0] },
  ],
});
