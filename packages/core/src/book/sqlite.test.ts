import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseSync, provider } from './sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the SQLite chosen', () => {
  it("is Node's own where this Node has one", () => {
    const has = process.getBuiltinModule('node:sqlite') !== undefined;
    expect(provider).toBe(has ? 'node' : 'package');
  });

  it('says nothing while it loads', () => {
    const file = join(import.meta.dirname, 'sqlite.ts');
    const run = spawnSync(process.execPath, ['--import', 'tsx', '-e', `import(${JSON.stringify(file)})`], {
      encoding: 'utf8',
    });
    expect([run.status, run.stderr, run.stdout]).toEqual([0, '', '']);
  });

  it('gives back bytes, numbers and nulls as they were put in, in arrays of their own', () => {
    const db = new DatabaseSync(join(folder, 'a.db'));
    db.exec('CREATE TABLE t(id INTEGER, data BLOB, words TEXT)');
    const bytes = new Uint8Array(new Float64Array([0.5, -1, 1e300]).buffer);
    db.prepare('INSERT INTO t VALUES (?,?,?)').run(2 ** 40, bytes, null);
    const row = db.prepare('SELECT * FROM t').get() as { id: number; data: Uint8Array; words: null };
    db.close();
    expect([row.id, row.words]).toEqual([2 ** 40, null]);
    // Typed arrays are laid over the bytes without copying, which needs them aligned.
    expect([...new Float64Array(row.data.buffer, row.data.byteOffset, 3)]).toEqual([0.5, -1, 1e300]);
  });

  it('opened read-only refuses to write, and makes no file that is not there', () => {
    const path = join(folder, 'b.db');
    const db = new DatabaseSync(path);
    db.exec('CREATE TABLE t(id INTEGER)');
    db.close();
    const reading = new DatabaseSync(path, { readOnly: true });
    expect(() => reading.exec('INSERT INTO t VALUES (1)')).toThrow(/readonly/);
    reading.close();
    expect(() => new DatabaseSync(join(folder, 'none.db'), { readOnly: true })).toThrow();
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });
});
