import { createWriteStream, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { reasonOf } from '@casebook/core';

/** An unfinished download: its bytes, and a note of what they are the beginning of. */
export interface Part {
  readonly path: string;
  readonly note: string;
  /** A checksum will tell joined pieces of two issues apart, so resuming needs no validator of the server's. */
  readonly checked: boolean;
}

export interface Limits {
  /** Longest wait for an answer to begin. */
  readonly headersMs: number;
  /** Longest silence while the body arrives. */
  readonly stallMs: number;
  readonly maxRedirects: number;
  readonly maxBytes: number;
}

/** `broken` may be repeated and continues; `refused` is the server's no to this address. */
type Fetched =
  | { readonly kind: 'complete'; readonly resumed: boolean }
  /** `unanswered`: no server spoke at all, as on a machine without a network. */
  | { readonly kind: 'broken'; readonly reason: string; readonly unanswered?: boolean }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unwritable'; readonly reason: string };

/** Errors of a name or address that cannot be reached, as opposed to a server that hangs up. */
const NOBODY_THERE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|timed out/;

/** One request for what is missing of a file, appended to its part. */
export async function fetchInto(
  url: string,
  part: Part,
  limits: Limits,
  onProgress: (received: number, total: number | null) => void,
): Promise<Fetched> {
  const abort = new AbortController();
  const watch = watchdog(abort, limits.headersMs);
  let answered = false;
  try {
    const have = resumable(url, part);
    const answer = await follow(url, rangeHeaders(have), limits.maxRedirects, abort.signal);
    if ('reason' in answer) return { kind: 'refused', reason: answer.reason };
    answered = true;
    const { response } = answer;
    if (response.status === 416) {
      forget(part);
      return { kind: 'broken', reason: 'the server no longer has the rest of the unfinished file' };
    }
    const no = refusalOf(response);
    if (no !== null) {
      await response.body?.cancel();
      return no;
    }
    const resumed = response.status === 206;
    if (resumed && !continuesAt(response, have.bytes)) {
      await response.body?.cancel();
      forget(part);
      return { kind: 'broken', reason: 'the server sent another part of the file than was asked for' };
    }
    if (!resumed) forget(part);
    const start = resumed ? have.bytes : 0;
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const total = Number.isFinite(length) ? start + length : null;
    if ((total ?? 0) > limits.maxBytes)
      return { kind: 'refused', reason: `larger than ${limits.maxBytes} bytes` };
    const validator = response.headers.get('etag') ?? response.headers.get('last-modified');
    writeFileSync(part.note, JSON.stringify({ url, validator }));
    watch.allow(limits.stallMs);
    return await append(response, part, start, total, resumed, limits.maxBytes, watch.feed, onProgress);
  } catch (error) {
    if (isFileError(error)) return { kind: 'unwritable', reason: reasonOf(error) };
    const reason = abort.signal.aborted ? 'timed out' : networkReason(error);
    return { kind: 'broken', reason, unanswered: !answered && NOBODY_THERE.test(reason) };
  } finally {
    watch.stop();
  }
}

async function append(
  response: Response,
  part: Part,
  start: number,
  total: number | null,
  resumed: boolean,
  maxBytes: number,
  feed: () => void,
  onProgress: (received: number, total: number | null) => void,
): Promise<Fetched> {
  const out = createWriteStream(part.path, { flags: resumed ? 'a' : 'w' });
  const failed = new Promise<never>((_, reject) => out.once('error', reject));
  failed.catch(() => {});
  let received = start;
  try {
    for await (const chunk of response.body ?? []) {
      feed();
      received += chunk.byteLength;
      if (received > maxBytes) return { kind: 'refused', reason: `larger than ${maxBytes} bytes` };
      if (!out.write(chunk))
        await Promise.race([new Promise<void>((done) => out.once('drain', () => done())), failed]);
      onProgress(received, total);
    }
  } finally {
    await Promise.race([new Promise<void>((done) => out.end(() => done())), failed]);
  }
  if (total !== null && received !== total)
    return { kind: 'broken', reason: `cut off after ${received} of ${total} bytes` };
  return { kind: 'complete', resumed };
}

/** Follows redirects by hand: few, and never from https to http. */
async function follow(
  url: string,
  headers: Record<string, string>,
  maxRedirects: number,
  signal: AbortSignal,
): Promise<{ response: Response } | { reason: string }> {
  let at = url;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const response = await fetch(at, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return { response };
    await response.body?.cancel();
    const next = new URL(location, at);
    if (new URL(at).protocol === 'https:' && next.protocol !== 'https:')
      return { reason: `redirects to an unprotected address (${next.origin})` };
    at = next.href;
  }
  return { reason: `redirects more than ${maxRedirects} times` };
}

function refusalOf(response: Response): Fetched | null {
  const { status } = response;
  if (status === 429 || status >= 500) return { kind: 'broken', reason: `the server answered ${status}` };
  if (status !== 200 && status !== 206) return { kind: 'refused', reason: `the server answered ${status}` };
  // Publishers answer with a licence or error page in place of the file.
  if (/^text\/html/i.test(response.headers.get('content-type') ?? ''))
    return { kind: 'refused', reason: 'the server answered with a web page instead of the file' };
  return null;
}

interface Have {
  readonly bytes: number;
  readonly validator: string | null;
}

function resumable(url: string, part: Part): Have {
  const nothing = { bytes: 0, validator: null };
  if (!existsSync(part.path) || !existsSync(part.note)) return nothing;
  try {
    const note = JSON.parse(readFileSync(part.note, 'utf8')) as { url?: unknown; validator?: unknown };
    // A weak validator cannot vouch for byte ranges (RFC 9110, 13.1.5).
    const validator =
      typeof note.validator === 'string' && !note.validator.startsWith('W/') ? note.validator : null;
    if (note.url !== url || (validator === null && !part.checked)) return nothing;
    return { bytes: statSync(part.path).size, validator };
  } catch {
    return nothing;
  }
}

function rangeHeaders(have: Have): Record<string, string> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity', 'user-agent': 'casebook' };
  if (have.bytes > 0) headers.range = `bytes=${have.bytes}-`;
  if (have.bytes > 0 && have.validator !== null) headers['if-range'] = have.validator;
  return headers;
}

function continuesAt(response: Response, start: number): boolean {
  return /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] === String(start);
}

function forget(part: Part): void {
  rmSync(part.path, { force: true });
  rmSync(part.note, { force: true });
}

function watchdog(abort: AbortController, firstMs: number) {
  let allowed = firstMs;
  let timer = setTimeout(() => abort.abort(), allowed);
  const feed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), allowed);
  };
  return {
    feed,
    allow(ms: number): void {
      allowed = ms;
      feed();
    },
    stop: (): void => clearTimeout(timer),
  };
}

/** File system errors carry a path; network errors of fetch do not. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function networkReason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `the connection broke (${reasonOf(cause)})`;
}
