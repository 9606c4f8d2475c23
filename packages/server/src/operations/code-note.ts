import { given } from '../http/given.ts';
import { codedNoteSchema, codeRequestSchema } from '../http/schemas.ts';
import { operation } from './operation.ts';

export const codeNote = operation({
  id: 'code-note',
  method: 'post',
  path: '/api/code',
  summary: 'Code a note',
  about: 'The codes, each with its evidence',
  input: codeRequestSchema,
  output: codedNoteSchema,
  scope: 'note:code',
  load: 'heavy',
  run({ casebook }, { note, ...context }) {
    const outcome = casebook.code(note, given(context));
    return outcome.ok ? { ok: true, value: outcome.note } : outcome;
  },
});
