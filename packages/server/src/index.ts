import type { Casebook, Outcome } from '@casebook/core';
import { pino } from 'pino';
import { createApp } from './http/app.ts';
import { type Listening, listen } from './listen.ts';

export { type AppParts, createApp } from './http/app.ts';
export type { Listening } from './listen.ts';

/** 4870 is free of well-known services. */
export const DEFAULT_PORT = 4870;

export interface ServerOptions {
  readonly casebook: Casebook;
  readonly version: string;
  readonly webRoot: string;
  /** Only this machine when not given. */
  readonly host?: string;
  readonly port?: number;
  /** Host names to answer to besides this machine's own, when `host` is reachable from elsewhere. */
  readonly hosts?: readonly string[];
  /** pino's levels; `warn` when not given. Logs go to stderr. */
  readonly logLevel?: string;
}

/** Starts the workbench and the API over one open book. */
export async function startServer(
  options: ServerOptions,
): Promise<Outcome<{ readonly listening: Listening }>> {
  const { casebook, version, webRoot, host = '127.0.0.1', port = DEFAULT_PORT, hosts = [] } = options;
  const log = pino(
    { level: options.logLevel ?? 'warn', base: null },
    pino.destination({ dest: 2, sync: true }),
  );
  const app = createApp({ casebook, version, webRoot, log, hosts: [host, ...hosts] });
  const listening = await listen(app.fetch as (request: Request) => Response | Promise<Response>, host, port);
  if (listening.ok) setImmediate(() => warmUp(casebook));
  return listening;
}

/** Loads the indexes now, so that the first search and the first note do not wait for them. */
function warmUp(casebook: Casebook): void {
  casebook.search('a');
  casebook.code('Assessment: cough.');
}
