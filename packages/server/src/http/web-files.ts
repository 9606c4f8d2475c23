import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Handler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

interface WebFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
}

/**
 * Serves the built workbench from memory, so that no request can name a file outside it. Every other address is
 * the workbench's own to route (`/codes/icd10cm/K22.0`) and gets its page.
 */
export function webFiles(root: string): Handler {
  const files = new Map(
    filesBelow(root).map((path) => [`/${relative(root, path).split(sep).join('/')}`, webFile(root, path)]),
  );
  return (c) => {
    const asked = files.get(decodedPath(c.req.path));
    // A missing asset must not be answered with a page: the browser would read it as script.
    const file =
      asked ??
      (extname(c.req.path) === '' || isDottedPage(c.req.path) ? files.get('/index.html') : undefined);
    if (file === undefined)
      return files.size === 0
        ? c.text('The workbench is not built: run npm run build. The API is at /openapi.json.\n', 404)
        : c.text('Not found\n', 404);
    const headers = { 'content-type': file.type, 'cache-control': file.cache, etag: file.etag };
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers);
    return c.body(file.bytes, 200, headers);
  };
}

/** The dots of a code (`K22.0`) and of a guideline section (`I.C.4.a`) are no file extensions. */
function isDottedPage(path: string): boolean {
  return /^\/(codes|guidelines)\//.test(path);
}

function webFile(root: string, path: string): WebFile {
  const bytes = new Uint8Array(readFileSync(path));
  const hashed = relative(root, path).startsWith(`assets${sep}`);
  return {
    bytes,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`,
    cache: hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function filesBelow(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
