import { createRoute, z } from '@hono/zod-openapi';
import { type ApiParts, answers, routes, statusOf } from '../api.ts';
import { exampleSchema, exampleSummarySchema } from '../schemas.ts';

const all = createRoute({
  method: 'get',
  path: '/api/examples',
  summary: 'Example notes of ours',
  responses: answers(z.array(exampleSummarySchema).readonly(), 'Their names'),
});

const one = createRoute({
  method: 'get',
  path: '/api/examples/{name}',
  summary: 'An example note',
  request: { params: z.object({ name: z.string().max(100) }) },
  responses: answers(exampleSchema, 'The note'),
});

export function exampleRoutes({ casebook }: ApiParts) {
  return routes()
    .openapi(all, (c) => c.json(casebook.examples(), 200))
    .openapi(one, (c) => {
      const outcome = casebook.example(c.req.valid('param').name);
      return outcome.ok
        ? c.json(outcome.example, 200)
        : c.json({ problem: outcome.problem }, statusOf(outcome.problem));
    });
}
