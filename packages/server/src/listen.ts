import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, type Outcome, reasonOf } from '@casebook/core';
import { getRequestListener } from '@hono/node-server';

/** A server that listens. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Stops taking requests, lets the running ones end, then cuts what is left after the grace time. */
  readonly close: (graceMs?: number) => Promise<void>;
}

/** Ports tried after the one asked for. */
const TRIES = 20;

/** Listens on the port, or on the next free one. Port 0 lets the system choose. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Outcome<{ readonly listening: Listening }>> {
  const listener = getRequestListener(fetch);
  let reason = '';
  for (let tried = port; tried <= Math.min(65535, port + TRIES); tried++) {
    const server = createServer(listener);
    server.headersTimeout = 15_000;
    server.requestTimeout = 60_000;
    try {
      await started(server, host, tried);
      return { ok: true, listening: listeningOn(server, host) };
    } catch (error) {
      reason = reasonOf(error);
      if (reason !== 'EADDRINUSE') break;
    }
  }
  return fail('address-taken', { host, port, reason });
}

function started(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

function listeningOn(server: Server, host: string): Listening {
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}/`,
    port,
    close: (graceMs = 5000) =>
      new Promise((done) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          done();
        });
        server.closeIdleConnections();
      }),
  };
}
