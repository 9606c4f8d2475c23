import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Largest request body: the longest note, every character escaped. */
export const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

/**
 * Refuses requests that name another host. A web page elsewhere can make its own name point at 127.0.0.1 (DNS
 * rebinding) and would otherwise read this server's answers as its own.
 */
export function hostCheck(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(['127.0.0.1', 'localhost', '[::1]', ...allowed.map((name) => name.toLowerCase())]);
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
    if (!names.has(host)) return c.text('This host name is not served here.\n', 421);
    await next();
    return undefined;
  };
}

/**
 * No script that is not a file of ours, no framing, no referrer. Styles may be inline, because the editor writes
 * its own style element.
 */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Plain http on the own machine: a promise of https would lock the address out.
    strictTransportSecurity: false,
  });
}
