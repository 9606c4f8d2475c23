/** One thread that opens the book for itself and runs operations, one at a time, until it is ended. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type OpenBookOptions, openBook, problem } from '@casebook/core';
import { operations } from '../operations/index.ts';
import { type Ran, runOperation } from './run-operation.ts';

/** What the pool gives a worker when it starts it. */
export interface WorkerStart {
  readonly book: OpenBookOptions;
  readonly version: string;
}

/** What the pool asks of a worker. */
export interface WorkerJob {
  readonly id: string;
  readonly input: Record<string, unknown>;
}

// On Linux this is the thread's own: whoever types a search comes before a note that is coded.
if (process.platform === 'linux') setPriority(10);

const port = parentPort;
if (port === null) throw new Error('worker.ts is started by the pool');
const { book, version } = workerData as WorkerStart;
const opened = openBook(book);

port.on('message', ({ id, input }: WorkerJob) => {
  void opened.then((outcome) => {
    const one = operations.find((known) => known.id === id);
    let ran: Ran;
    if (!outcome.ok) ran = outcome;
    else if (one === undefined)
      ran = { ok: false, problem: problem('internal', { reason: 'no such operation' }) };
    else ran = runOperation({ casebook: outcome.casebook, version }, one, input);
    if (!ran.ok) return port.postMessage(ran);
    const json = new TextEncoder().encode(String(ran.json));
    return port.postMessage({ ok: true, json } satisfies Ran, [json.buffer]);
  });
});
