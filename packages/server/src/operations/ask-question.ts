import { z } from '@hono/zod-openapi';
import { answerSchema } from '../http/answer-schema.ts';
import { given } from '../http/given.ts';
import { operation } from './operation.ts';

export const askQuestion = operation({
  id: 'ask-question',
  method: 'post',
  path: '/api/ask',
  summary: 'A coding question, answered from the book',
  about: 'The verdict first, then its reasons, each with the citation that opens it',
  input: z
    .strictObject({
      question: z.string().min(1).max(1000).openapi({ example: 'Can E10.9 and E11.9 be coded together?' }),
      asOf: z.iso.date().optional(),
      setting: z.enum(['outpatient', 'inpatient', 'ed']).optional(),
      before: z.string().max(1000).optional().openapi({
        description: 'The question before this one: a follow-up keeps its subject.',
      }),
    })
    .openapi('AskRequest'),
  output: answerSchema,
  scope: 'book:read',
  load: 'light',
  run({ casebook }, { question, asOf, setting, before }) {
    const outcome = casebook.ask(question, given({ asOf, setting, before }));
    return outcome.ok ? { ok: true, value: outcome.answer } : outcome;
  },
});
