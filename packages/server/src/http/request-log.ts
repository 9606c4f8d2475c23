import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

/**
 * One line per request: method, which part of the API, status, time. Never a query string, a body, or the rest of
 * a path: somebody may have typed words of a note where a code was expected.
 */
export function requestLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const [, first, second] = c.req.path.split('/');
    const path = first === 'api' ? `/api/${second ?? ''}` : '/*';
    const elapsedMs = Math.round((performance.now() - started) * 10) / 10;
    log.info({ method: c.req.method, path, status: c.res.status, elapsedMs });
  };
}
