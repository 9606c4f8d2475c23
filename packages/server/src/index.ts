import { availableParallelism } from 'node:os';
import type { Casebook, OpenBookOptions, Outcome } from '@casebook/core';
import { pino } from 'pino';
import { createApp } from './http/app.ts';
import { type Listening, listen } from './listen.ts';
import { createPool } from './workers/pool.ts';

export { type AppParts, createApp } from './http/app.ts';
export type { Listening } from './listen.ts';

/** 4870 is free of well-known services. */
export const DEFAULT_PORT = 4870;

/** A note of the largest size takes a few seconds; past this something is wrong with it. */
export const DEFAULT_NOTE_SECONDS = 60;

/** Notes that may wait, for each thread that codes. */
const WAITING_PER_THREAD = 16;

export interface ServerOptions {
  readonly casebook: Casebook;
  /** How the threads that code open the same book for themselves. */
  readonly book: OpenBookOptions;
  readonly version: string;
  readonly webRoot: string;
  /** Only this machine when not given. */
  readonly host?: string;
  readonly port?: number;
  /** Host names to answer to besides this machine's own, when `host` is reachable from elsewhere. */
  readonly hosts?: readonly string[];
  /** Threads that code notes; one less than the processors when not given. Each holds a book's indexes in memory. */
  readonly threads?: number;
  /** Longest a note may take, in seconds. */
  readonly noteSeconds?: number;
  /** The worker's script and Node's options for it, when the server runs from its sources. */
  readonly worker?: { readonly script: URL; readonly execArgv: readonly string[] };
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
  const threads = options.threads ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const pool = createPool({
    book: { ...options.book, edition: casebook.edition },
    version,
    threads,
    waiting: threads * WAITING_PER_THREAD,
    limitMs: (options.noteSeconds ?? DEFAULT_NOTE_SECONDS) * 1000,
    ...options.worker,
  });
  const app = createApp({ casebook, version, webRoot, log, hosts: [host, ...hosts], heavy: pool.run });
  const listening = await listen(app.fetch as (request: Request) => Response | Promise<Response>, host, port);
  if (!listening.ok) {
    await pool.close();
    return listening;
  }
  // Loads the indexes now, so that the first search and the first note do not wait for them.
  setImmediate(() => casebook.search('a'));
  pool.warm({ id: 'code-note', input: { note: 'Assessment: cough.' } });
  const close = async (graceMs?: number): Promise<void> => {
    await listening.listening.close(graceMs);
    await pool.close();
  };
  return { ok: true, listening: { ...listening.listening, close } };
}
