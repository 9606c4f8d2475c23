import { Worker } from 'node:worker_threads';
import { type OpenBookOptions, type ProblemId, problem, reasonOf } from '@casebook/core';
import type { Ran, RunHeavy } from './run-operation.ts';
import type { WorkerJob, WorkerStart } from './worker.ts';

export interface PoolOptions {
  readonly book: OpenBookOptions;
  readonly version: string;
  /** Threads at most; each holds a book's indexes in memory. */
  readonly threads: number;
  /** Requests that may wait for a thread; one more is refused. */
  readonly waiting: number;
  /** Longest a request may run, in milliseconds. */
  readonly limitMs: number;
  /** The worker's script, where it is not beside this file. */
  readonly script?: URL;
  readonly execArgv?: readonly string[];
}

export interface Pool {
  readonly run: RunHeavy;
  /** Starts a thread before it is needed. */
  readonly warm: (job: WorkerJob) => void;
  readonly close: () => Promise<void>;
}

interface Task {
  readonly job: WorkerJob;
  readonly signal: AbortSignal;
  readonly done: (ran: Ran) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | null;
}

/**
 * Threads for operations that may take seconds. A request has one to itself until it is answered; one that takes
 * too long, or that nobody waits for any more, loses its thread, which is the only way to stop it, and the next
 * request gets a new one.
 */
export function createPool(options: PoolOptions): Pool {
  const { book, version, waiting, limitMs, threads: most, script, execArgv } = options;
  const threads = new Set<Thread>();
  const queue: Task[] = [];
  let closed = false;

  const start = (): Thread => {
    const workerData: WorkerStart = { book: transferable(book), version };
    const worker = new Worker(script ?? new URL('./worker.js', import.meta.url), {
      workerData,
      ...(execArgv === undefined ? {} : { execArgv: [...execArgv] }),
    });
    const thread: Thread = { worker, task: null };
    threads.add(thread);
    worker.unref();
    const lost = (reason: string): void => {
      if (threads.delete(thread)) finish(thread, refused('internal', { reason }));
    };
    worker.on('message', (ran: Ran) => finish(thread, ran));
    worker.on('error', (error) => lost(reasonOf(error)));
    worker.on('exit', () => lost('a worker ended'));
    return thread;
  };

  const finish = (thread: Thread, ran: Ran): void => {
    const { task } = thread;
    thread.task = null;
    task?.done(ran);
    next();
  };

  const next = (): void => {
    while (queue.length > 0 && !closed) {
      const thread = [...threads].find(({ task }) => task === null) ?? (threads.size < most ? start() : null);
      if (thread === null) return;
      const task = queue.shift();
      if (task !== undefined) give(thread, task);
    }
  };

  /** Ends a thread in the middle of its work. */
  const kill = (thread: Thread, ran: Ran): void => {
    threads.delete(thread);
    void thread.worker.terminate();
    // The next request should not wait for a thread to open the book.
    if (!closed && threads.size === 0) start();
    finish(thread, ran);
  };

  const give = (thread: Thread, { job, signal, done }: Task): void => {
    const tooLong = setTimeout(
      () => kill(thread, refused('note-too-slow', { seconds: Math.ceil(limitMs / 1000) })),
      limitMs,
    );
    const cancelled = (): void => kill(thread, refused('request-cancelled'));
    signal.addEventListener('abort', cancelled, { once: true });
    thread.task = {
      job,
      signal,
      done: (ran) => {
        clearTimeout(tooLong);
        signal.removeEventListener('abort', cancelled);
        done(ran);
      },
    };
    thread.worker.postMessage(job);
  };

  const run: RunHeavy = (id, input, signal) =>
    new Promise((done) => {
      if (signal.aborted) return done(refused('request-cancelled'));
      const busy = [...threads].filter(({ task }) => task !== null).length;
      if (closed || (busy >= most && queue.length >= waiting)) return done(refused('server-busy'));
      const left = (): void => {
        const at = queue.indexOf(task);
        if (at < 0) return;
        queue.splice(at, 1);
        done(refused('request-cancelled'));
      };
      const task: Task = { job: { id, input }, signal, done };
      signal.addEventListener('abort', left, { once: true });
      queue.push(task);
      return next();
    });

  return {
    run,
    warm: ({ id, input }) => void run(id, input, new AbortController().signal),
    async close() {
      closed = true;
      for (const { done } of queue.splice(0)) done(refused('server-busy'));
      await Promise.all(
        [...threads].map((thread) => {
          kill(thread, refused('request-cancelled'));
          return thread.worker.terminate();
        }),
      );
    },
  };
}

function refused(id: ProblemId, data: Readonly<Record<string, string | number>> = {}): Ran {
  return { ok: false, problem: problem(id, data) };
}

/** A clock is a function and cannot go to another thread, which has its own. */
function transferable({ now: _, ...book }: OpenBookOptions): OpenBookOptions {
  return book;
}
