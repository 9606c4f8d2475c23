import { createRoute, z } from '@hono/zod-openapi';
import { type ApiParts, answers, routes, statusOf } from '../api.ts';
import { systemSchema } from '../common-schemas.ts';
import { given } from '../given.ts';
import { searchResultSchema } from '../schemas.ts';

const route = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Find codes',
  request: {
    query: z.object({
      q: z.string().max(400),
      limit: z.coerce.number().int().min(1).max(200).optional(),
      system: systemSchema.optional(),
      date: z.iso.date().optional(),
    }),
  },
  responses: answers(searchResultSchema, 'Ranked codes, each with why it is one'),
});

export function searchRoutes({ casebook }: ApiParts) {
  return routes().openapi(route, (c) => {
    const { q, limit, system, date } = c.req.valid('query');
    const systems = system === undefined ? undefined : [system];
    const outcome = casebook.search(q, given({ limit, systems, asOf: date }));
    return outcome.ok
      ? c.json({ hits: outcome.hits }, 200)
      : c.json({ problem: outcome.problem }, statusOf(outcome.problem));
  });
}
