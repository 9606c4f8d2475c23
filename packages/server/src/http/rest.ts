import { problem } from '@casebook/core';
import { OpenAPIHono } from '@hono/zod-openapi';
import { operations } from '../operations/index.ts';
import type { AnyOperation, OperationParts } from '../operations/operation.ts';
import { type RunHeavy, runOperation } from '../workers/run-operation.ts';
import { describe } from './openapi.ts';
import { readInput } from './read-input.ts';
import { statusOf } from './status.ts';

/** Seconds after which a refused request may be tried again. */
const RETRY_SECONDS = '2';

export interface RestParts extends OperationParts {
  /** Runs an operation elsewhere; in this thread when not given. */
  readonly heavy?: RunHeavy;
}

/** A route for each operation, and its part of the OpenAPI page. */
export function rest(parts: RestParts): OpenAPIHono {
  const app = new OpenAPIHono();
  for (const one of operations) {
    app.openAPIRegistry.registerPath(describe(one));
    app.on(one.method.toUpperCase(), one.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const read = await readInput(one, c.req);
      if (!read.ok) return c.json({ problem: read.problem }, read.status);
      const ran = await run(parts, one, read.input, c.req.raw.signal);
      if (ran.ok) return c.body(ran.json, 200, { 'content-type': 'application/json; charset=utf-8' });
      const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
      if (ran.problem.id === 'server-busy') headers.set('retry-after', RETRY_SECONDS);
      const body = JSON.stringify({ ...ran.body, problem: ran.problem });
      return new Response(body, { status: statusOf(ran.problem), headers });
    });
  }
  app.all('/api/*', (c) => c.json({ problem: unknownAddress(c.req.path) }, 404));
  return app;
}

function run(parts: RestParts, one: AnyOperation, input: Record<string, unknown>, signal: AbortSignal) {
  if (one.load === 'heavy' && parts.heavy !== undefined) return parts.heavy(one.id, input, signal);
  return runOperation(parts, one, input);
}

function unknownAddress(path: string) {
  const expected = 'one that /openapi.json lists';
  return problem('bad-option', { option: 'address', value: path, expected });
}
