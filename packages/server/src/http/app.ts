import { type Casebook, problem, reasonOf } from '@casebook/core';
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { RunHeavy } from '../workers/run-operation.ts';
import { BODY_LIMIT_BYTES, hostCheck, securityHeaders } from './guards.ts';
import { requestLog } from './request-log.ts';
import { rest } from './rest.ts';
import { webFiles } from './web-files.ts';

export interface AppParts {
  readonly casebook: Casebook;
  readonly version: string;
  /** The workbench's built files; without them only the API answers. */
  readonly webRoot: string;
  readonly log: Logger;
  /** Host names to answer to besides this machine's own. */
  readonly hosts?: readonly string[];
  /** Runs what may take seconds in another thread; in this one when not given. */
  readonly heavy?: RunHeavy;
}

/** The whole server without a socket: `app.request('/api/…')` in tests, `serve` in `listen.ts`. */
export function createApp({ casebook, version, webRoot, log, hosts = [], heavy }: AppParts): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(requestLog(log), hostCheck(hosts), securityHeaders());
  app.use('/api/*', async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
  });
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: (c) => c.json({ problem: tooLong() }, 413),
    }),
  );
  app.route('/', rest({ casebook, version, ...(heavy === undefined ? {} : { heavy }) }));
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Casebook', version, license: { name: 'Apache-2.0' } },
    servers: [{ url: '/' }],
  });
  app.get('*', webFiles(webRoot));
  app.onError((error, c) => {
    if (error instanceof HTTPException) {
      const expected = 'a JSON body as /openapi.json describes';
      return c.json(
        { problem: problem('bad-option', { option: 'body', value: 'it', expected }) },
        error.status,
      );
    }
    // Only the kind of error: its message might quote the note.
    log.error({ reason: reasonOf(error) }, 'request failed');
    return c.json({ problem: problem('internal', { reason: reasonOf(error) }) }, 500);
  });
  return app;
}

function tooLong() {
  const expected = `at most ${BODY_LIMIT_BYTES} bytes`;
  return problem('note-unreadable', { name: 'request', what: 'it is too long', expected });
}
