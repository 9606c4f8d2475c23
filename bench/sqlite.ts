import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync, provider } from '../packages/core/src/book/sqlite.ts';

/**
 * The SQLite we chose beside better-sqlite3, in one run (ADR 6):
 * npm install --prefix OLD better-sqlite3 && npx tsx --conditions=source bench/sqlite.ts OLD
 * What a release file asks of it: fill a table in one transaction, open read-only, fetch rows by key, load blobs.
 */
const [old] = process.argv.slice(2);
if (old === undefined) {
  console.error('usage: bench/sqlite.ts FOLDER-WITH-BETTER-SQLITE3');
  process.exit(2);
}

interface Connection {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: unknown[]): unknown;
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
  };
  close(): void;
}
type Open = (path: string, readOnly: boolean) => Connection;

const Better = createRequire(join(resolve(old), 'package.json'))('better-sqlite3') as new (
  path: string,
  options: { readonly: boolean },
) => Connection;
const opens: Record<'ours' | 'theirs', Open> = {
  ours: (path, readOnly) => new DatabaseSync(path, { readOnly }) as unknown as Connection,
  theirs: (path, readonly) => new Better(path, { readonly }),
};

const ROWS = 100_000;
const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'casebook-sqlite-'));

/** Milliseconds of each step for one implementation on its own new file. */
function measure(open: Open, path: string): Record<string, number> {
  const steps: Record<string, number> = {};
  const step = <T>(name: string, work: () => T): T => {
    const begun = performance.now();
    const result = work();
    steps[name] = performance.now() - begun;
    return result;
  };
  const writing = open(path, false);
  writing.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
  writing.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, code TEXT NOT NULL, title TEXT, file INTEGER)');
  writing.exec('CREATE TABLE blob(name TEXT PRIMARY KEY, data BLOB)');
  step(`insert ${ROWS} rows`, () => {
    writing.exec('BEGIN');
    const insert = writing.prepare('INSERT INTO t VALUES (?,?,?,?)');
    for (let id = 0; id < ROWS; id++) insert.run(id, `X${id}`, `title of the code number ${id}`, id % 3);
    const blob = writing.prepare('INSERT INTO blob VALUES (?,?)');
    for (let i = 0; i < 20; i++) blob.run(`b${i}`, new Uint8Array(1_000_000).fill(i));
    writing.exec('COMMIT');
  });
  writing.close();
  const reading = step('open read-only, first row', () => {
    const db = open(path, true);
    db.prepare('SELECT title FROM t WHERE id = ?').get(1);
    return db;
  });
  step(`get ${ROWS} rows by key`, () => {
    const get = reading.prepare('SELECT * FROM t WHERE id = ?');
    for (let id = 0; id < ROWS; id++) get.get((id * 7919) % ROWS);
  });
  step('load 20 blobs of 1 MB', () => reading.prepare('SELECT name, data FROM blob').all());
  reading.close();
  return steps;
}

const best: Record<'ours' | 'theirs', Record<string, number>> = { ours: {}, theirs: {} };
for (let round = 0; round < ROUNDS; round++)
  for (const who of ['ours', 'theirs'] as const)
    for (const [name, ms] of Object.entries(measure(opens[who], join(folder, `${who}-${round}.db`))))
      best[who][name] = Math.min(best[who][name] ?? Number.POSITIVE_INFINITY, ms);

console.log(
  `ours is the ${provider === 'node' ? 'SQLite of Node' : 'package'} on Node ${process.versions.node}`,
);
for (const [name, ours] of Object.entries(best.ours)) {
  const theirs = best.theirs[name] ?? Number.NaN;
  console.log(
    `${name.padEnd(28)} ours ${ours.toFixed(1)} ms, better-sqlite3 ${theirs.toFixed(1)} ms, ours/theirs ${(ours / theirs).toFixed(2)}`,
  );
}
rmSync(folder, { recursive: true });
