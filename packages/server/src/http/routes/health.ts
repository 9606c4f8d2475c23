import { createRoute } from '@hono/zod-openapi';
import { type ApiParts, answers, routes } from '../api.ts';
import { statusSchema } from '../schemas.ts';

const route = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server answers, and from which book',
  responses: answers(statusSchema, 'It does'),
});

export function healthRoutes({ casebook, version }: ApiParts) {
  return routes().openapi(route, (c) =>
    c.json({ ok: true as const, version, edition: casebook.edition }, 200),
  );
}
