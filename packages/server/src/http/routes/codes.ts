import { missProblem } from '@casebook/core';
import { createRoute, z } from '@hono/zod-openapi';
import { type ApiParts, answers, json, routes, statusOf } from '../api.ts';
import { codePageSchema, missingCodeSchema } from '../code-page-schema.ts';
import { systemSchema } from '../common-schemas.ts';
import { given } from '../given.ts';

const route = createRoute({
  method: 'get',
  path: '/api/codes/{code}',
  summary: 'Everything the book knows of a code',
  request: {
    params: z.object({ code: z.string().max(20).openapi({ example: 'K22.0' }) }),
    query: z.object({ system: systemSchema.optional(), date: z.iso.date().optional() }),
  },
  responses: {
    ...answers(codePageSchema, 'The code page'),
    404: json(missingCodeSchema, 'No such code, or not on this date'),
    409: json(missingCodeSchema, 'A release that is needed is not loaded'),
  },
});

export function codePageRoutes({ casebook }: ApiParts) {
  return routes().openapi(route, (c) => {
    const { system, date } = c.req.valid('query');
    const page = casebook.show(c.req.valid('param').code, given({ system, asOf: date }));
    if (page.found) return c.json(page, 200);
    const problem = missProblem(page, date);
    return c.json({ ...page, problem }, statusOf(problem) === 409 ? 409 : 404);
  });
}
