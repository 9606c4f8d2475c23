import { createRoute } from '@hono/zod-openapi';
import { type ApiParts, answers, routes, statusOf } from '../api.ts';
import { given } from '../given.ts';
import { codedNoteSchema, codeRequestSchema } from '../schemas.ts';

const route = createRoute({
  method: 'post',
  path: '/api/code',
  summary: 'Code a note',
  request: { body: { required: true, content: { 'application/json': { schema: codeRequestSchema } } } },
  responses: answers(codedNoteSchema, 'The codes, each with its evidence'),
});

export function codeRoutes({ casebook }: ApiParts) {
  return routes().openapi(route, (c) => {
    const { note, ...context } = c.req.valid('json');
    const outcome = casebook.code(note, given(context));
    return outcome.ok
      ? c.json(outcome.note, 200)
      : c.json({ problem: outcome.problem }, statusOf(outcome.problem));
  });
}
