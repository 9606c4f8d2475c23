import { createRoute, z } from '@hono/zod-openapi';
import { type ApiParts, answers, routes, statusOf } from '../api.ts';
import { sourceSchema } from '../common-schemas.ts';
import { diffSchema, releaseSchema } from '../schemas.ts';

const releases = createRoute({
  method: 'get',
  path: '/api/releases',
  summary: 'What the book is made of',
  responses: answers(z.array(releaseSchema).readonly(), 'By source, newest first'),
});

const diff = createRoute({
  method: 'get',
  path: '/api/diff/{source}/{from}/{to}',
  summary: 'What changed between two releases',
  request: { params: z.object({ source: sourceSchema, from: z.string(), to: z.string() }) },
  responses: answers(diffSchema, 'Added, deleted and revised codes'),
});

export function releaseRoutes({ casebook }: ApiParts) {
  return routes()
    .openapi(releases, (c) => c.json(casebook.releases(), 200))
    .openapi(diff, (c) => {
      const { source, from, to } = c.req.valid('param');
      const outcome = casebook.diff(source, from, to);
      return outcome.ok
        ? c.json(outcome.diff, 200)
        : c.json({ problem: outcome.problem }, statusOf(outcome.problem));
    });
}
