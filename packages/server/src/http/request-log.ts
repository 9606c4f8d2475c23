import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

/**
 * One line per request: method, path, status, time. Never the query string or a body, which may hold words of a
 * note, and of paths only those of the API, whose parts are codes and names.
 */
export function requestLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const path = c.req.path.startsWith('/api/') ? c.req.path : c.req.path.split('/').slice(0, 2).join('/');
    const elapsedMs = Math.round((performance.now() - started) * 10) / 10;
    log.info({ method: c.req.method, path, status: c.res.status, elapsedMs });
  };
}
