import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { sourceWorker } from '../../test/source-worker.ts';
import { createPool, type Pool, type PoolOptions } from './pool.ts';
import type { Ran } from './run-operation.ts';

const knowledge = fileURLToPath(new URL('../../../../knowledge', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'casebook-pool-'));
const pools: Pool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function poolWith(options: Partial<PoolOptions> = {}): Pool {
  const book = { home, knowledge, edition: 'starter' as const };
  const pool = createPool({
    book,
    version: '0',
    threads: 1,
    waiting: 1,
    limitMs: 120_000,
    ...sourceWorker,
    ...options,
  });
  pools.push(pool);
  return pool;
}

const never = new AbortController().signal;
const short = { note: 'Assessment: achalasia.' };
/** Longer than any machine codes before the test has done what it does meanwhile. */
const long = { note: 'Assessment: pneumonia with COPD, type 2 diabetes and hypertension. '.repeat(80_000) };

function codesOf(ran: Ran): string[] {
  if (!ran.ok) return [ran.problem.id];
  const text = typeof ran.json === 'string' ? ran.json : new TextDecoder().decode(ran.json);
  const { codes } = JSON.parse(text) as { codes: { code: string }[] };
  return codes.map(({ code }) => code);
}

describe('a pool of threads', () => {
  it('answers as the operation does, and tells a problem as one', async () => {
    const pool = poolWith();
    expect(codesOf(await pool.run('code-note', short, never))).toEqual(['K22.0']);
    expect(codesOf(await pool.run('code-note', { note: ' ' }, never))).toEqual(['note-unreadable']);
    expect(codesOf(await pool.run('no-such', {}, never))).toEqual(['internal']);
  });

  it('a request nobody waits for stops, and the next one is answered', async () => {
    const pool = poolWith();
    const gone = new AbortController();
    const first = pool.run('code-note', long, gone.signal);
    const next = pool.run('code-note', short, never);
    setTimeout(() => gone.abort(), 20);
    expect(codesOf(await first)).toEqual(['request-cancelled']);
    expect(codesOf(await next)).toEqual(['K22.0']);
  });

  it('a request that waits its turn can be cancelled too, and is never started', async () => {
    const pool = poolWith();
    const gone = new AbortController();
    const running = new AbortController();
    const first = pool.run('code-note', long, running.signal);
    const waits = pool.run('code-note', short, gone.signal);
    gone.abort();
    expect(codesOf(await waits)).toEqual(['request-cancelled']);
    running.abort();
    expect(codesOf(await first)).toEqual(['request-cancelled']);
    expect(codesOf(await pool.run('code-note', short, gone.signal))).toEqual(['request-cancelled']);
  });

  it('past its time limit a note is given up with a problem', async () => {
    const pool = poolWith({ limitMs: 30 });
    expect(codesOf(await pool.run('code-note', long, never))).toEqual(['note-too-slow']);
  });

  it('a full queue refuses at once', async () => {
    const pool = poolWith();
    const gone = new AbortController();
    const first = pool.run('code-note', long, gone.signal);
    const second = pool.run('code-note', short, gone.signal);
    expect(codesOf(await pool.run('code-note', short, never))).toEqual(['server-busy']);
    gone.abort();
    await Promise.all([first, second]);
  });

  it('a worker that cannot open its book says why, with its problem', async () => {
    const pool = poolWith({ book: { home, knowledge: join(home, 'nothing') } });
    expect(codesOf(await pool.run('code-note', short, never))).toEqual(['knowledge-missing']);
  });

  it('a worker that cannot start is a problem, not a hanging request', async () => {
    const pool = poolWith({ script: new URL('./no-such-worker.mjs', import.meta.url) });
    expect(codesOf(await pool.run('code-note', short, never))).toEqual(['internal']);
  });
});
