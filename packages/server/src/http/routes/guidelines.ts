import { createRoute, z } from '@hono/zod-openapi';
import { type ApiParts, answers, routes, statusOf } from '../api.ts';
import { guidelineSchema } from '../schemas.ts';

const route = createRoute({
  method: 'get',
  path: '/api/guidelines/{section}',
  summary: 'A section of the Official Guidelines with everything below it',
  request: {
    params: z.object({ section: z.string().max(40).openapi({ example: 'I.C.9.a' }) }),
    query: z.object({ date: z.iso.date().optional() }),
  },
  responses: answers(guidelineSchema, 'In printed order'),
});

export function guidelineRoutes({ casebook }: ApiParts) {
  return routes().openapi(route, (c) => {
    const outcome = casebook.guideline(c.req.valid('param').section, c.req.valid('query').date);
    return outcome.ok
      ? c.json(outcome.guideline, 200)
      : c.json({ problem: outcome.problem }, statusOf(outcome.problem));
  });
}
