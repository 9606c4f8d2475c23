import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBook, problem } from '@casebook/core';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/http/app.ts';
import { codedNoteSchema, searchResultSchema } from '../src/http/schemas.ts';
import { startServer } from '../src/index.ts';
import { listen } from '../src/listen.ts';
import type { RunHeavy } from '../src/workers/run-operation.ts';
import { sourceWorker } from './source-worker.ts';

const knowledge = fileURLToPath(new URL('../../../knowledge', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'casebook-serving-'));
const book = { home: join(folder, 'home'), knowledge, edition: 'starter' as const };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open() {
  const opened = await openBook(book);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.casebook;
}

function coding(url: string, note: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${url}api/code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ note }),
    ...(signal === undefined ? {} : { signal }),
  });
}

describe('a server with threads', () => {
  it('answers a search while a large note is still being coded', async () => {
    const casebook = await open();
    const started = await startServer({
      casebook,
      book,
      worker: sourceWorker,
      threads: 1,
      version: '0',
      webRoot: folder,
      port: 0,
      logLevel: 'silent',
    });
    if (!started.ok) throw new Error(started.problem.message);
    const { url, close } = started.listening;
    try {
      // Too long for any machine to finish meanwhile; given up at the end.
      const gone = new AbortController();
      let answered = false;
      const large = coding(url, 'Assessment: pneumonia, asthma, gout.\n'.repeat(60_000), gone.signal).then(
        () => {
          answered = true;
        },
        () => undefined,
      );
      for (let asked = 0; asked < 5; asked++) {
        const response = await fetch(`${url}api/search?q=achalasia&limit=1`);
        expect(searchResultSchema.parse(await response.json()).hits[0]?.code).toBe('K22.0');
      }
      expect(answered).toBe(false);
      gone.abort();
      await large;
      const next = codedNoteSchema.parse(await (await coding(url, 'Assessment: gout.')).json());
      expect(next.codes.map(({ code }) => code)).toEqual(['M10.9']);
    } finally {
      await close(100);
      casebook.close();
    }
  });
});

describe('what the edge makes of a pool’s answers', () => {
  async function served(heavy: RunHeavy, use: (url: string) => Promise<void>): Promise<void> {
    const casebook = await open();
    const app = createApp({ casebook, version: '0', webRoot: folder, log: pino({ level: 'silent' }), heavy });
    const { fetch: answer } = app;
    const listening = await listen((request) => answer(request), '127.0.0.1', 0);
    if (!listening.ok) throw new Error(listening.problem.message);
    try {
      await use(listening.listening.url);
    } finally {
      await listening.listening.close(100);
      casebook.close();
    }
  }

  it('a client that goes away is told to the pool', async () => {
    let told = (_: AbortSignal): void => undefined;
    const asked = new Promise<AbortSignal>((done) => {
      told = done;
    });
    const heavy: RunHeavy = (_id, _input, signal) => {
      told(signal);
      return new Promise((done) => {
        signal.addEventListener('abort', () => done({ ok: false, problem: problem('request-cancelled') }));
      });
    };
    await served(heavy, async (url) => {
      const client = new AbortController();
      const request = coding(url, 'gout', client.signal);
      const signal = await asked;
      expect(signal.aborted).toBe(false);
      client.abort();
      await expect(request).rejects.toThrow();
      if (!signal.aborted) await new Promise((done) => signal.addEventListener('abort', done));
      expect(signal.aborted).toBe(true);
    });
  });

  it.each([
    ['server-busy', 503, '2'],
    ['note-too-slow', 504, null],
    ['internal', 500, null],
  ] as const)('%s is %i', async (id, status, retryAfter) => {
    await served(
      async () => ({ ok: false, problem: problem(id) }),
      async (url) => {
        const response = await coding(url, 'gout');
        expect(response.status).toBe(status);
        expect(response.headers.get('retry-after')).toBe(retryAfter);
        expect(await response.json()).toMatchObject({ problem: { id } });
      },
    );
  });
});
