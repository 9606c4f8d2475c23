import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueFile } from '@casebook/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadOptions, download } from './download.ts';

const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 31 + (i >> 7)) % 251));
const SUM = createHash('sha256').update(BYTES).digest('hex');

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let folder: string;
let asked: { url: string; range: string | undefined }[];
let handler: Handler;
let whenReceived: (received: number) => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'download-'));
  asked = [];
  whenReceived = () => {};
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', range: request.headers.range });
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (more: Partial<CatalogueFile> = {}): CatalogueFile => ({
  source: 'icd10cm',
  version: '2026',
  effective: ['2025-10-01', '2026-09-30'],
  name: 'codes.zip',
  urls: [`${base}/codes.zip`],
  bytes: BYTES.length,
  sha256: [SUM],
  terms: null,
  optional: false,
  addressChecked: true,
  ...more,
});

const fetched = (one: CatalogueFile, more: Partial<DownloadOptions> = {}) =>
  download(one, {
    folder,
    attempts: 3,
    retryDelayMs: () => 1,
    headersMs: 1000,
    stallMs: 1000,
    onProgress: (received) => whenReceived(received),
    ...more,
  });

/** Serves the bytes as publishers do: ranges, a strong validator. */
function serve(request: IncomingMessage, response: ServerResponse, etag = '"one"'): void {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
  const same = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  if (Number.isNaN(start) || !same) {
    response.writeHead(200, { 'content-length': BYTES.length, etag });
    response.end(BYTES);
    return;
  }
  if (start >= BYTES.length) {
    response.writeHead(416, { 'content-range': `bytes */${BYTES.length}` });
    response.end();
    return;
  }
  response.writeHead(206, {
    'content-length': BYTES.length - start,
    'content-range': `bytes ${start}-${BYTES.length - 1}/${BYTES.length}`,
    etag,
  });
  response.end(BYTES.subarray(start));
}

/** Promises the whole file, sends its beginning, and drops the connection once that has been received. */
function cutAt(end: number, response: ServerResponse, etag = '"one"'): void {
  response.writeHead(200, { 'content-length': BYTES.length, etag });
  response.write(BYTES.subarray(0, end));
  whenReceived = (received) => {
    if (received >= end) response.destroy();
  };
}

describe('a file arrives', () => {
  it('whole, with its checksum and under its own name only', async () => {
    handler = serve;
    const progress: number[] = [];
    const outcome = await fetched(file(), { onProgress: (received) => progress.push(received) });
    expect(outcome).toEqual({
      ok: true,
      downloaded: { path: join(folder, 'codes.zip'), sha256: SUM, bytes: BYTES.length, kept: false },
    });
    expect(readFileSync(join(folder, 'codes.zip')).equals(BYTES)).toBe(true);
    expect(readdirSync(folder)).toEqual(['codes.zip']);
    expect(progress.at(-1)).toBe(BYTES.length);
  });

  it('and is not fetched again while its checksum is the catalogue’s', async () => {
    handler = serve;
    await fetched(file());
    const again = await fetched(file());
    expect(again.ok && again.downloaded.kept).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('anew when the file on disk was changed', async () => {
    handler = serve;
    writeFileSync(join(folder, 'codes.zip'), 'something else');
    const outcome = await fetched(file());
    expect(outcome.ok && outcome.downloaded.kept).toBe(false);
  });
});

describe('cut off mid-file', () => {
  it('resumes where it stopped, within one run', async () => {
    handler = (request, response) =>
      asked.length === 1 ? cutAt(100_000, response) : serve(request, response);
    const outcome = await fetched(file());
    expect(outcome.ok && outcome.downloaded.sha256).toBe(SUM);
    expect(asked.map(({ range }) => range)).toEqual([undefined, 'bytes=100000-']);
  });

  it('keeps what arrived for the next run', async () => {
    handler = (_, response) => cutAt(70_000, response);
    const first = await fetched(file(), { attempts: 1 });
    expect(first.ok).toBe(false);
    expect(existsSync(join(folder, 'codes.zip'))).toBe(false);
    handler = serve;
    const second = await fetched(file());
    expect(second.ok && second.downloaded.sha256).toBe(SUM);
    expect(asked.at(-1)?.range).toBe('bytes=70000-');
  });

  it('starts over when the publisher changed the file meanwhile', async () => {
    handler = (_, response) => cutAt(70_000, response, '"old"');
    await fetched(file(), { attempts: 1 });
    handler = (request, response) => serve(request, response, '"new"');
    const outcome = await fetched(file());
    expect(outcome.ok && outcome.downloaded.sha256).toBe(SUM);
  });

  it('starts over when pieces of two issues were joined', async () => {
    writeFileSync(join(folder, 'codes.zip.part'), Buffer.alloc(5000, 1));
    writeFileSync(
      join(folder, 'codes.zip.part.json'),
      JSON.stringify({ url: `${base}/codes.zip`, validator: null }),
    );
    handler = serve;
    const outcome = await fetched(file());
    expect(outcome.ok && outcome.downloaded.sha256).toBe(SUM);
    expect(asked.map(({ range }) => range)).toEqual(['bytes=5000-', undefined]);
  });

  it('does not resume without validator or checksum', async () => {
    writeFileSync(join(folder, 'codes.zip.part'), Buffer.alloc(5000, 1));
    writeFileSync(
      join(folder, 'codes.zip.part.json'),
      JSON.stringify({ url: `${base}/codes.zip`, validator: null }),
    );
    handler = serve;
    const outcome = await fetched(file({ sha256: [] }));
    expect(outcome.ok && outcome.downloaded.sha256).toBe(SUM);
    expect(asked.map(({ range }) => range)).toEqual([undefined]);
  });

  it('gives up with one line after its attempts', async () => {
    handler = (_, response) => response.destroy();
    const outcome = await fetched(file());
    expect(outcome.ok ? '' : outcome.problem.message).toMatch(/codes\.zip: the connection broke/);
    expect(asked).toHaveLength(3);
  });
});

describe('wrong bytes', () => {
  it('are thrown away and both sums named', async () => {
    handler = (_, response) => response.end('not the file');
    const outcome = await fetched(file());
    expect(outcome.ok ? '' : outcome.problem.id).toBe('checksum-mismatch');
    expect(outcome.ok ? '' : outcome.problem.message).toContain(`expected ${SUM}`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a web page in place of the file is refused', async () => {
    handler = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>licence</p>');
    const outcome = await fetched(file({ sha256: [] }));
    expect(outcome.ok ? '' : outcome.problem.message).toContain('web page instead of the file');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a file past the limit is refused', async () => {
    handler = serve;
    const outcome = await fetched(file(), { maxBytes: 1000 });
    expect(outcome.ok ? '' : outcome.problem.message).toContain('larger than 1000 bytes');
  });
});

describe('the server’s answer', () => {
  it('404 is tried once and named', async () => {
    handler = (_, response) => response.writeHead(404).end();
    const outcome = await fetched(file());
    expect(outcome.ok ? '' : outcome.problem.message).toBe(`${base}/codes.zip: the server answered 404`);
    expect(asked).toHaveLength(1);
  });

  it('404 at the first address goes on to the next', async () => {
    handler = (request, response) =>
      request.url === '/moved.zip' ? response.writeHead(404).end() : serve(request, response);
    const outcome = await fetched(file({ urls: [`${base}/moved.zip`, `${base}/codes.zip`] }));
    expect(outcome.ok).toBe(true);
  });

  it('503 is repeated', async () => {
    handler = (request, response) =>
      asked.length < 3 ? response.writeHead(503).end() : serve(request, response);
    const outcome = await fetched(file());
    expect(outcome.ok).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('redirects are followed, and resumed through', async () => {
    handler = (request, response) => {
      if (request.url === '/codes.zip') response.writeHead(302, { location: '/files/now.zip' }).end();
      else if (asked.length === 2) cutAt(50_000, response);
      else serve(request, response);
    };
    const outcome = await fetched(file());
    expect(outcome.ok && outcome.downloaded.sha256).toBe(SUM);
    expect(asked.map(({ url }) => url)).toEqual([
      '/codes.zip',
      '/files/now.zip',
      '/codes.zip',
      '/files/now.zip',
    ]);
    expect(asked.at(-1)?.range).toBe('bytes=50000-');
  });

  it('a circle of redirects ends', async () => {
    handler = (_, response) => response.writeHead(301, { location: '/codes.zip' }).end();
    const outcome = await fetched(file(), { maxRedirects: 3 });
    expect(outcome.ok ? '' : outcome.problem.message).toContain('redirects more than 3 times');
  });

  it('silence before the answer times out', async () => {
    handler = () => {};
    const outcome = await fetched(file(), { attempts: 1, headersMs: 100 });
    expect(outcome.ok ? '' : outcome.problem.message).toContain('timed out');
  });

  it('silence inside the file times out, and the rest is fetched', async () => {
    handler = (request, response) => {
      if (asked.length > 1) return serve(request, response);
      response.writeHead(200, { 'content-length': BYTES.length, etag: '"one"' });
      response.write(BYTES.subarray(0, 60_000));
      return undefined;
    };
    const outcome = await fetched(file());
    expect(outcome.ok && outcome.downloaded.sha256).toBe(SUM);
    expect(asked.at(-1)?.range).toBe('bytes=60000-');
  });
});

describe('the disk', () => {
  it('that cannot be written is one problem', async () => {
    handler = serve;
    writeFileSync(join(folder, 'file'), '');
    const outcome = await fetched(file(), { folder: join(folder, 'file', 'below') });
    expect(outcome.ok ? '' : outcome.problem.id).toBe('write-failed');
  });
});
