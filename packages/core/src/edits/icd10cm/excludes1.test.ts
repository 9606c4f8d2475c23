import { testEdit } from '../../../test/edit-tester.ts';
import { excludes1 } from './excludes1.ts';

testEdit(excludes1, {
  passes: ['K22.0 I10', 'J44.9 J45.909', 'E11.9 E11.9'],
  fails: [
    { codes: 'E87.1 E22.2', message: 'pair', at: [0, 1] },
    { codes: 'J30.9 I10 J45.909', message: 'pair', at: [0, 2] },
    { codes: 'E10.9 E11.9', message: 'pair', at: [0, 1] },
    // Written above the category: at a block, at a chapter.
    { codes: 'A53.9 N34.1', message: 'pair', at: [0, 1] },
    { codes: 'O13.9 Z34.90', message: 'pair', at: [0, 1] },
  ],
});
