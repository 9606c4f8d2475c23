import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Book, openBookFolder } from '../book/book.ts';
import { indexers } from '../indexers.ts';
import { loadReleases } from './load.ts';
import { orderFile } from './order-file.fixture.ts';

let root: string;
let home: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pull-'));
  home = join(root, 'home');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A folder with one year's order file. */
function year(version: string, text: string, folder = version): string {
  const path = join(root, folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, `icd10cm-order-${version}.txt`), text);
  return path;
}

const load = (...paths: string[]) => loadReleases({ home, paths, indexers });

function reading<T>(use: (book: Book) => T): T {
  const opened = openBookFolder(join(home, 'book'));
  if (!opened.ok) throw new Error(opened.detail);
  try {
    return use(opened.book);
  } finally {
    opened.book.close();
  }
}

const contents = (): string[] => readdirSync(join(home, 'book')).sort();

describe('what a pull reports', () => {
  it('new, then unchanged, then replaced, with codes counted against the one before', async () => {
    const first = await load(year('2025', orderFile(3)));
    expect(first.ok && first.report.releases).toEqual([
      {
        source: 'icd10cm',
        version: '2025',
        status: 'new',
        rows: 35,
        billable: 31,
        effective: ['2024-10-01', '2025-09-30'],
        against: null,
      },
    ]);
    const second = await load(year('2026', orderFile(4)));
    expect(second.ok && second.report.releases[0]).toMatchObject({
      status: 'new',
      against: { version: '2025', added: 11, deleted: 0 },
    });
    const again = await load(join(root, '2026'));
    expect(again.ok && again.report.releases[0]).toMatchObject({
      status: 'unchanged',
      against: { version: '2026', added: 0, deleted: 0 },
    });
    const revised = await load(year('2026', orderFile(2), 'reissued'));
    expect(revised.ok && revised.report.releases[0]).toMatchObject({
      status: 'replaced',
      against: { version: '2026', added: 0, deleted: 22 },
    });
    reading((book) =>
      expect(book.releases.map(({ manifest }) => manifest.version)).toEqual(['2026', '2025']),
    );
    expect(contents().filter((name) => name.endsWith('.release'))).toHaveLength(2);
  });

  it('lists what it did not recognise', async () => {
    const folder = year('2026', orderFile(2));
    writeFileSync(join(folder, 'shopping.txt'), 'milk, bread\n');
    const outcome = await load(folder);
    expect(outcome.ok && outcome.report.unrecognised.map(({ file }) => file)).toEqual([
      expect.stringContaining('shopping.txt'),
    ]);
  });
});

describe('a pull that cannot be done is one line and leaves the book as it was', () => {
  beforeEach(async () => {
    await load(year('2025', orderFile(3)));
  });

  const unchanged = (before: string[]): void => {
    expect(contents()).toEqual(before);
    reading((book) => expect(book.releases[0]?.codes.size).toBe(35));
  };

  it('with a file cut off in the middle', async () => {
    const before = contents();
    const whole = orderFile(3);
    const outcome = await load(year('2026', whole.slice(0, Math.floor(whole.length / 2))));
    expect(outcome.ok ? null : outcome.problem).toMatchObject({ id: 'source-wrong', exitCode: 2 });
    expect(outcome.ok ? '' : outcome.problem.message).toMatch(/icd10cm-order-2026\.txt, line \d+: /);
    unchanged(before);
  });

  it('with one good file and one bad', async () => {
    const before = contents();
    const good = year('2024', orderFile(3));
    const bad = year('2026', orderFile(3).replace('A000', 'A00 '));
    const outcome = await load(good, bad);
    expect(outcome.ok).toBe(false);
    unchanged(before);
  });

  it('with nothing that is a publisher’s', async () => {
    const before = contents();
    const folder = join(root, 'other');
    mkdirSync(folder);
    writeFileSync(join(folder, 'shopping.txt'), 'milk, bread\n');
    const outcome = await load(folder);
    expect(outcome.ok ? '' : outcome.problem.id).toBe('nothing-recognised');
    unchanged(before);
  });

  it('with a path that is not there', async () => {
    const outcome = await load(join(root, 'nowhere'));
    expect(outcome.ok ? '' : outcome.problem.message).toBe(
      `${join(root, 'nowhere')}: no such file or folder`,
    );
  });

  it('while another pull writes the same book', async () => {
    writeFileSync(join(home, 'book', '.pull'), String(process.pid));
    const outcome = await load(join(root, '2025'));
    expect(outcome.ok ? '' : outcome.problem.id).toBe('pull-running');
  });

  it('but goes on when that process is dead', async () => {
    writeFileSync(join(home, 'book', '.pull'), '2147483646');
    const outcome = await load(join(root, '2025'));
    expect(outcome.ok).toBe(true);
  });

  it('into a home that cannot be made', async () => {
    writeFileSync(join(root, 'file'), '');
    const outcome = await loadReleases({ home: join(root, 'file', 'home'), paths: [root], indexers });
    expect(outcome.ok ? null : outcome.problem).toMatchObject({ id: 'home-not-writable', exitCode: 2 });
  });
});

describe('killed at any moment, the book opens', () => {
  it('as one of its whole states', async () => {
    const folders = [
      year('2025', orderFile(200)),
      year('2026', orderFile(300)),
      year('2025', orderFile(250), 'again'),
    ];
    await load(folders[0] ?? '');
    const child = fileURLToPath(new URL('../../test/pull-forever.ts', import.meta.url));
    const seen = new Set<string>();
    for (const afterMs of [15, 40, 90, 5, 60, 120]) {
      await killed(child, folders, afterMs);
      seen.add(
        reading((book) => {
          const sizes = book.releases.map(({ manifest, codes }) => `${manifest.version} ${codes.size}`);
          for (const size of sizes) expect(['2025 2202', '2025 2752', '2026 3302']).toContain(size);
          return sizes.join();
        }),
      );
      const pointer = JSON.parse(readFileSync(join(home, 'book', 'book.json'), 'utf8')) as {
        releases: unknown[];
      };
      expect(pointer.releases.length).toBeGreaterThan(0);
    }
    expect(seen.size).toBeGreaterThan(0);
    const after = await load(folders[1] ?? '');
    expect(after.ok).toBe(true);
    expect(contents().some((name) => name.includes('building') || name === '.pull')).toBe(false);
  });

  /** Starts the child and kills it outright some time after its first whole pull. */
  function killed(child: string, folders: readonly string[], afterMs: number): Promise<void> {
    const args = ['--import', 'tsx', '--conditions=source', child, home, ...folders];
    const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((done) => {
      running.stdout.once('data', () => setTimeout(() => running.kill('SIGKILL'), afterMs));
      running.once('exit', () => done());
    });
  }
});
