import { type RouteConfig, z } from '@hono/zod-openapi';
import type { AnyOperation } from '../operations/operation.ts';
import { problemSchema } from './common-schemas.ts';

/** An operation's entry in the OpenAPI page, from the schemas that check it. */
export function describe(one: AnyOperation): RouteConfig {
  const named = new Set([...one.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  const fields = Object.entries(one.input.shape);
  const inPath = fields.filter(([name]) => named.has(name));
  const others = fields.filter(([name]) => !named.has(name));
  return {
    method: one.method,
    path: one.path,
    operationId: one.id,
    summary: one.summary,
    request: {
      ...(inPath.length > 0 && { params: z.strictObject(Object.fromEntries(inPath)) }),
      ...(one.method === 'get' && others.length > 0 && { query: z.strictObject(Object.fromEntries(others)) }),
      ...(one.method === 'post' && {
        body: { required: true, content: { 'application/json': { schema: one.input } } },
      }),
    },
    responses: {
      200: json(one.output, one.about),
      400: json(problemSchema, 'A value that cannot be used, or a field that is not known'),
      404: json(one.miss ?? problemSchema, 'Not in the loaded book'),
      409: json(one.miss ?? problemSchema, 'A release that is needed is not loaded'),
      ...(one.load === 'heavy'
        ? {
            503: json(problemSchema, 'Too many notes are waiting; Retry-After says when to ask again'),
            504: json(problemSchema, 'It took longer than this server allows'),
          }
        : {}),
    },
  };
}

function json(schema: z.ZodType, description: string) {
  return { content: { 'application/json': { schema } }, description };
}
