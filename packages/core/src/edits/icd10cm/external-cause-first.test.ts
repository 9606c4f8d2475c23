import { testEdit } from '../../../test/edit-tester.ts';
import { externalCauseFirst } from './external-cause-first.ts';

testEdit(externalCauseFirst, {
  passes: ['S93.401A W19.XXXA', 'K22.0', 'Z12.11 Z80.0'],
  fails: [
    { codes: 'W19.XXXA S93.401A', message: 'first', at: [0] },
    { codes: 'Y92.9', message: 'first', at: [0] },
    { codes: 'V89.2XXA S13.4XXA', message: 'first', at: [0] },
  ],
});
