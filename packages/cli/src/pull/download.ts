import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type CatalogueFile, fail, type Outcome, reasonOf } from '@casebook/core';
import { fetchInto, type Limits, type Part } from './fetch-into.ts';

export interface DownloadOptions extends Partial<Limits> {
  /** Finished files and unfinished `.part` files live here. */
  readonly folder: string;
  /** Requests made for one address before giving up; each continues where the last one stopped. */
  readonly attempts?: number;
  /** Wait before the n-th repeat, in milliseconds. */
  readonly retryDelayMs?: (repeat: number) => number;
  readonly onProgress?: (received: number, total: number | null) => void;
}

interface Downloaded {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Nothing was fetched: the file was there and its checksum is the catalogue's. */
  readonly kept: boolean;
}

const DEFAULTS: Limits = { headersMs: 30_000, stallMs: 60_000, maxRedirects: 5, maxBytes: 2 ** 30 };

/**
 * Brings one catalogue file to disk: tries its addresses in order, resumes what was cut off, verifies the
 * checksum where one is known. An unfinished file never has the finished name.
 */
export async function download(
  file: CatalogueFile,
  options: DownloadOptions,
): Promise<Outcome<{ readonly downloaded: Downloaded }>> {
  const path = join(options.folder, file.name);
  try {
    mkdirSync(options.folder, { recursive: true });
    if (file.sha256.length > 0 && existsSync(path)) {
      const sum = await sha256Of(path);
      if (file.sha256.includes(sum))
        return { ok: true, downloaded: { path, sha256: sum, bytes: statSync(path).size, kept: true } };
    }
  } catch (error) {
    return fail('write-failed', { path: options.folder, reason: reasonOf(error) });
  }
  let last: Outcome<never> = fail('download-failed', { url: file.name, reason: 'no address' });
  for (const url of file.urls) {
    const outcome = await fromAddress(url, file, path, options);
    if (outcome.ok || outcome.problem.id === 'write-failed') return outcome;
    last = outcome;
  }
  return last;
}

async function fromAddress(
  url: string,
  file: CatalogueFile,
  path: string,
  options: DownloadOptions,
): Promise<Outcome<{ readonly downloaded: Downloaded }>> {
  const part: Part = { path: `${path}.part`, note: `${path}.part.json`, checked: file.sha256.length > 0 };
  const limits = { ...DEFAULTS, ...options };
  const attempts = options.attempts ?? 5;
  let reason = 'no answer';
  let startedOver = false;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await pause(options.retryDelayMs?.(attempt) ?? Math.min(30_000, 1000 * 2 ** attempt));
    const got = await fetchInto(url, part, limits, options.onProgress ?? (() => {}));
    if (got.kind === 'refused') return fail('download-failed', { url, reason: got.reason });
    if (got.kind === 'unwritable') return fail('write-failed', { path: part.path, reason: got.reason });
    if (got.kind === 'broken') {
      reason = got.reason;
      // One more try is enough where nobody answers: without a network every repeat only keeps the reader waiting.
      if (got.unanswered === true && attempt >= 1) break;
      continue;
    }
    const sum = await sha256Of(part.path);
    if (file.sha256.length === 0 || file.sha256.includes(sum)) {
      const bytes = statSync(part.path).size;
      renameSync(part.path, path);
      rmSync(part.note, { force: true });
      return { ok: true, downloaded: { path, sha256: sum, bytes, kept: false } };
    }
    rmSync(part.path, { force: true });
    rmSync(part.note, { force: true });
    // Pieces of two issues may have been joined: one fresh start before the publisher is blamed.
    if (got.resumed && !startedOver) {
      startedOver = true;
      attempt = -1;
      continue;
    }
    return fail('checksum-mismatch', { url, found: sum, expected: file.sha256.join(' or ') });
  }
  return fail('download-failed', { url, reason });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
