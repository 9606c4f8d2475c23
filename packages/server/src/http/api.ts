import type { Casebook, Problem, ProblemId } from '@casebook/core';
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { problemSchema } from './common-schemas.ts';

/** What a group of routes needs. */
export interface ApiParts {
  readonly casebook: Casebook;
  readonly version: string;
}

const NOT_FOUND: ReadonlySet<ProblemId> = new Set([
  'unknown-code',
  'code-not-valid-on-date',
  'unknown-guideline',
  'unknown-example',
]);

/** 404 for what the book does not have, 409 for a release that must be loaded first, 400 for the rest. */
export function statusOf({ id, exitCode }: Problem): 400 | 404 | 409 {
  if (NOT_FOUND.has(id)) return 404;
  return exitCode === 3 ? 409 : 400;
}

/** An empty set of routes whose bad requests answer with the catalogue's problem. */
export function routes(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      // The issue's message names the expectation; the input itself, which may be a note, is not repeated.
      const data = {
        option: issue?.path.join('.') ?? 'body',
        value: 'the value given',
        expected: issue?.message ?? 'another value',
      };
      return c.json({ problem: badRequest(data) }, 400);
    },
  });
}

function badRequest(data: { option: string; value: string; expected: string }): Problem {
  return {
    id: 'bad-option',
    message: `${data.option}: ${data.value} is not valid; expected ${data.expected}`,
    remedy: 'see /openapi.json',
    exitCode: 2,
    data,
  };
}

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

/** The answers of a route: the value, or a problem. */
export const answers = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: json(schema, description),
  400: json(problemSchema, 'A value that cannot be used'),
  404: json(problemSchema, 'Not in the loaded book'),
  409: json(problemSchema, 'A release that is needed is not loaded'),
});
