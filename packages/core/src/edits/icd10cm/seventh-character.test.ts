import { testEdit } from '../../../test/edit-tester.ts';
import { seventhCharacter } from './seventh-character.ts';

testEdit(seventhCharacter, {
  passes: ['S82.61XA', 'K22.0', 'S93.401D'],
  fails: [
    { codes: 'S93.401', message: 'missing', at: [0] },
    { codes: 'I10 S82.61', message: 'missing', at: [1] },
    { codes: 'S52.501', message: 'missing', at: [0] },
  ],
});
