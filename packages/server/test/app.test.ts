import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Casebook, openBook } from '@casebook/core';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../src/http/answer-schema.ts';
import { createApp } from '../src/http/app.ts';
import { codePageSchema, missingCodeSchema } from '../src/http/code-page-schema.ts';
import { problemSchema } from '../src/http/common-schemas.ts';
import {
  codedNoteSchema,
  exampleSchema,
  releaseSchema,
  searchResultSchema,
  statusSchema,
} from '../src/http/schemas.ts';
import { type ServerOptions, startServer } from '../src/index.ts';
import { sourceWorker } from './source-worker.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const secret = 'Zebulon Quackenbush';

let folder: string;
let casebook: Casebook;
let app: OpenAPIHono;
const logged: string[] = [];
let fromSource: Pick<ServerOptions, 'book' | 'worker'>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-server-'));
  const opened = await openBook({ home: join(folder, 'home'), knowledge: join(root, 'knowledge') });
  if (!opened.ok) throw new Error(opened.problem.message);
  casebook = opened.casebook;
  fromSource = {
    book: { home: join(folder, 'home'), knowledge: join(root, 'knowledge') },
    worker: sourceWorker,
  };
  const webRoot = join(folder, 'web');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Casebook</title>');
  writeFileSync(join(webRoot, 'assets', 'index-3f2a.js'), 'export {};');
  writeFileSync(join(folder, 'outside.txt'), secret);
  const log = pino({ base: null }, { write: (line: string) => logged.push(line) });
  app = createApp({ casebook, version: '0.1.0', webRoot, log });
});
afterAll(() => {
  casebook.close();
  rmSync(folder, { recursive: true, force: true });
});

const host = { host: '127.0.0.1:4870' };

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return await app.request(path, { headers: { ...host, ...headers } });
}

async function post(
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
  path = '/api/code',
): Promise<Response> {
  return await app.request(path, {
    method: 'POST',
    headers: { ...host, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('POST /api/code', () => {
  it('gives the library’s answer, of the documented shape', async () => {
    const { text } = exampleSchema.parse(await (await get('/api/examples/poem-operative-note')).json());
    const response = await post({ note: text, setting: 'outpatient', sex: 'F', age: 47 });
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    const note = codedNoteSchema.strict().parse(body);
    expect(note).toEqual(body);
    expect(note.codes[0]).toMatchObject({ code: 'K22.0', role: 'first-listed' });
    for (const { evidence } of note.codes)
      for (const { start, end, text: words } of evidence) expect(text.slice(start, end)).toBe(words);
  });

  it('keeps offsets into odd text: CRLF, emoji, lone surrogates', async () => {
    const text = '\ud83d\ude42 \ud800\r\nAssessment:\r\nachalasia\r\n';
    const note = codedNoteSchema.parse(await (await post({ note: text })).json());
    const [evidence] = note.codes[0]?.evidence ?? [];
    expect(evidence === undefined ? '' : text.slice(evidence.start, evidence.end)).toBe('achalasia');
  });

  it.each<[string, unknown, number, string]>([
    ['without text', {}, 400, 'note'],
    ['with an empty note', { note: '  ' }, 400, 'note'],
    ['with a setting that is none', { note: secret, setting: 'spa' }, 400, 'setting'],
    ['with a day that is none', { note: secret, dateOfService: '2026-02-30' }, 400, 'dateOfService'],
    ['with a field that is none', { note: secret, dob: '1980-01-01' }, 400, 'dob'],
    ['with a field of words', { note: 'x', [secret]: 1 }, 400, 'only setting'],
    ['before any release', { note: secret, dateOfService: '2001-01-01' }, 409, '2001-01-01'],
    ['that is not JSON', `{"note": "${secret}`, 400, 'body'],
  ])('%s is a problem that does not repeat the note', async (_, body, status, names) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(problemSchema.parse(JSON.parse(text)).problem.message).toContain(names);
    expect(text).not.toContain(secret);
  });

  it('refuses a body that is not said to be JSON, which another site’s page could send', async () => {
    expect((await post({ note: secret }, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('refuses a body past the limit', async () => {
    const response = await post({ note: 'x'.repeat(33 * 1024 * 1024) });
    expect(response.status).toBe(413);
    expect(problemSchema.parse(await response.json()).problem.id).toBe('note-unreadable');
  });
});

describe('look-ups', () => {
  it('GET /api/search', async () => {
    const result = searchResultSchema
      .strict()
      .parse(await (await get('/api/search?q=achalasia&limit=2&system=icd10cm')).json());
    expect(result.hits).toHaveLength(2);
    expect(result.hits[0]?.code).toBe('K22.0');
    expect((await get('/api/search?q=x&limit=0')).status).toBe(400);
    expect((await get('/api/search')).status).toBe(400);
  });

  it.each(['K22.0', 'k220', 'K22', '43497', '0D848ZZ', 'S82.61XA'])('GET /api/codes/%s', async (code) => {
    const response = await get(`/api/codes/${code}`);
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(codePageSchema.strict().parse(body)).toEqual(body);
  });

  it('a code that is not there comes with suggestions', async () => {
    const response = await get('/api/codes/K22.99');
    expect(response.status).toBe(404);
    const miss = missingCodeSchema.parse(await response.json());
    expect(miss.problem.id).toBe('unknown-code');
    expect(miss.suggestions.map(({ code }) => code)).toContain('K22.9');
  });

  it('a date before any release is a conflict with what is loaded', async () => {
    expect((await get('/api/codes/K22.0?date=2001-01-01')).status).toBe(409);
    expect((await get('/api/search?q=x&date=2001-01-01')).status).toBe(409);
  });

  it('GET /api/releases', async () => {
    const body = (await (await get('/api/releases')).json()) as unknown[];
    expect(body.map((release) => releaseSchema.strict().parse(release).source)).toEqual([
      'guidelines',
      'hcpcs',
      'icd10cm',
      'icd10pcs',
      'procedures',
    ]);
  });

  it('GET /api/diff of versions that are not loaded', async () => {
    const response = await get('/api/diff/icd10cm/1999/2026');
    expect(response.status).toBe(409);
    expect(problemSchema.parse(await response.json()).problem.message).toBe('not loaded: icd10cm 1999');
    expect((await get('/api/diff/icd10cm/2026/2026')).status).toBe(200);
    expect((await get('/api/diff/icd9/1/2')).status).toBe(400);
  });

  it('GET /api/guidelines: our words of the starter; a section it lacks; a day before any release', async () => {
    expect((await get('/api/guidelines/I.C.9.a')).status).toBe(200);
    expect((await get('/api/guidelines/IX.Z')).status).toBe(404);
    expect((await get('/api/guidelines/I.C.9.a?date=2001-01-01')).status).toBe(409);
  });

  it('POST /api/ask', async () => {
    const ask = (body: unknown) => post(body, undefined, '/api/ask');
    const response = await ask({ question: 'Can E10.9 and E11.9 be coded together?' });
    expect(response.status).toBe(200);
    const answer = answerSchema.parse(await response.json());
    expect(answer.verdict).toEqual({ kind: 'no' });
    expect(answer.citations[0]?.source).toBe('icd10cm-tabular');
    const after = await ask({ question: 'and K22.0?', before: 'Is I10 billable?' });
    expect(answerSchema.parse(await after.json())).toMatchObject({
      verdict: { kind: 'yes' },
      understood: { codes: ['K22.0'], followsUp: true },
    });
    for (const wrong of [
      { question: '' },
      { question: ' ' },
      { question: 'x'.repeat(1001) },
      { ask: 'K22.0' },
    ])
      expect((await ask(wrong)).status).toBe(400);
  });

  it('GET /api/examples', async () => {
    const names = (await (await get('/api/examples')).json()) as { name: string; title: string }[];
    expect(names).toHaveLength(6);
    expect(names[0]).toEqual({ name: 'poem-operative-note', title: 'POEM operative note' });
    expect((await get('/api/examples/..%2f..%2fpackage')).status).toBe(404);
  });

  it('GET /healthz', async () => {
    expect(statusSchema.parse(await (await get('/healthz')).json())).toEqual({
      ok: true,
      version: '0.1.0',
      edition: 'starter',
    });
  });

  it('an address that is none is JSON too', async () => {
    const response = await get('/api/nothing');
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).problem.message).toContain('/api/nothing');
  });
});

describe('GET /openapi.json', () => {
  it('is OpenAPI 3.1 of every route, from the schemas that check them', async () => {
    const page = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
    };
    expect(page.openapi).toBe('3.1.0');
    expect(Object.keys(page.paths).sort()).toEqual([
      '/api/ask',
      '/api/citations',
      '/api/code',
      '/api/codes/{code}',
      '/api/diff/{source}/{from}/{to}',
      '/api/examples',
      '/api/examples/{name}',
      '/api/guidelines/{section}',
      '/api/releases',
      '/api/search',
      '/healthz',
    ]);
    expect(Object.keys(page.components.schemas.CodedNote?.properties ?? {})).toEqual(
      Object.keys(codedNoteSchema.shape),
    );
    const refs = [...JSON.stringify(page).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(refs.length).toBeGreaterThan(10);
    for (const name of refs) expect(page.components.schemas[name]).toBeDefined();
  });
});

describe('who may ask', () => {
  it.each(['127.0.0.1:4870', 'localhost:4870', 'LOCALHOST', '[::1]:4870'])('%s', async (name) => {
    expect((await get('/healthz', { host: name })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:4870', '127.0.0.1.evil.example', 'localhost.evil.example:4870', ''])(
    'not %j',
    async (name) => {
      const response = await get('/healthz', { host: name });
      expect(response.status).toBe(421);
      expect(await response.text()).not.toContain('ok');
    },
  );

  it('and names that were allowed', async () => {
    const other = createApp({
      casebook,
      version: '0',
      webRoot: folder,
      log: pino({ level: 'silent' }),
      hosts: ['coding.example'],
    });
    expect((await other.request('/healthz', { headers: { host: 'coding.example:8080' } })).status).toBe(200);
  });
});

describe('the workbench’s files', () => {
  it('the page comes at its own address and at every address of the workbench', async () => {
    for (const path of ['/', '/codes/icd10cm/K22.0', '/codes/cpt/43497', '/guidelines/I.C.4.a', '/search']) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('hashed files may be kept for ever', async () => {
    const response = await get('/assets/index-3f2a.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const again = await get('/assets/index-3f2a.js', { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('a missing file is not answered with the page', async () => {
    expect((await get('/assets/index-0000.js')).status).toBe(404);
  });

  it.each(['/../outside.txt', '/..%2foutside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt'])(
    'nothing outside them: %s',
    async (path) => {
      expect(await (await get(path)).text()).not.toContain(secret);
    },
  );

  it('without a build the API answers and the page says what to do', async () => {
    const bare = createApp({
      casebook,
      version: '0',
      webRoot: join(folder, 'none'),
      log: pino({ level: 'silent' }),
    });
    const response = await bare.request('/', { headers: host });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npm run build');
  });
});

describe('headers', () => {
  it('no script but ours, no framing, no sniffing', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('answers of the API are not kept', async () => {
    expect((await get('/api/releases')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the log', () => {
  it('has a line per request, without note, query or code page words', async () => {
    logged.length = 0;
    await post({ note: `Assessment: achalasia. ${secret}` });
    await get(`/api/search?q=${encodeURIComponent(secret)}`);
    await get(`/codes/icd10cm/${encodeURIComponent(secret)}`);
    await get(`/api/codes/${secret.slice(0, 7)}`);
    expect(logged).toHaveLength(4);
    expect(logged.join('')).not.toMatch(/Zebulon|Quackenbush|achalasia/);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ method: 'POST', path: '/api/code', status: 200 });
  });
});

describe('listening', () => {
  it('takes the next free port when the one asked for is taken', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    try {
      const started = await startServer({
        casebook,
        ...fromSource,
        version: '0',
        webRoot: folder,
        port,
        logLevel: 'silent',
      });
      if (!started.ok) throw new Error(started.problem.message);
      expect(started.listening.port).toBeGreaterThan(port);
      expect((await fetch(`${started.listening.url}healthz`)).status).toBe(200);
      await started.listening.close(100);
      await expect(fetch(`${started.listening.url}healthz`)).rejects.toThrow();
    } finally {
      taken.close();
    }
  });

  it('an address that is not this machine’s is a problem', async () => {
    const started = await startServer({
      casebook,
      ...fromSource,
      version: '0',
      webRoot: folder,
      host: '192.0.2.1',
      logLevel: 'silent',
    });
    expect(started.ok ? '' : started.problem.message).toMatch(
      /cannot listen on 192\.0\.2\.1:4870 \(EADDRNOTAVAIL\)/,
    );
  });
});

describe('GET /api/citations', () => {
  it('gives the words at the place and says what would have been one', async () => {
    const place = await get('/api/citations?source=icd10cm-tabular&locator=K22.0');
    expect(await place.json()).toMatchObject({ title: 'K22.0', quote: 'Achalasia of cardia' });
    const none = await get('/api/citations?source=icd10cm-tabular&locator=Q99.99');
    expect(none.status).toBe(404);
    expect(await none.json()).toMatchObject({ problem: { id: 'unknown-citation' } });
  });
});
