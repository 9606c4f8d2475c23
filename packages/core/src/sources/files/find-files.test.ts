import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { xlsxOf, zipOf } from '../../../test/zip-of.ts';
import type { SourceProblem } from '../problem.ts';
import { findFiles } from './find-files.ts';
import type { FoundFile } from './found-file.ts';
import { FILE_LIMITS, type FileLimits } from './limits.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function find(limits?: FileLimits): Promise<{ files: FoundFile[]; problems: SourceProblem[] }> {
  const problems: SourceProblem[] = [];
  const files: FoundFile[] = [];
  for await (const file of findFiles([folder], (problem) => problems.push(problem), limits)) files.push(file);
  return { files, problems };
}

const put = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);

describe('plain and packed files', () => {
  test('a text is found plain, in gzip, in a zip and in a zip within a zip, with its place in the name', async () => {
    put('a.txt', 'plain');
    put('b.txt.gz', gzipSync('gzipped'));
    put('c.zip', zipOf({ 'x/': '', 'x/y.txt': 'zipped', 'z.zip': zipOf({ 'deep.txt': 'deep' }) }));
    const { files, problems } = await find();
    expect(problems).toEqual([]);
    expect(files.map(({ name, head }) => [name, head])).toEqual([
      ['a.txt', 'plain'],
      ['b.txt.gz', 'gzipped'],
      ['c.zip › x/y.txt', 'zipped'],
      ['c.zip › z.zip › deep.txt', 'deep'],
    ]);
    expect((await files[3]?.read())?.toString()).toBe('deep');
  });

  test('a workbook is one file whose head is its first rows', async () => {
    put(
      'w.xlsx',
      xlsxOf('Codes', [
        ['Name', 'Number'],
        ['a & b', 7],
      ]),
    );
    const { files } = await find();
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ form: 'xlsx', head: 'sheet Codes\nName\tNumber\na & b\t7' });
  });

  test('hidden files are left alone, binary ones are told apart', async () => {
    put('.hidden', '');
    mkdirSync(join(folder, '.git'));
    put('.git/config', '');
    put('data.bin', Buffer.from([1, 0, 2]));
    const { files, problems } = await find();
    expect(problems).toEqual([]);
    expect(files.map(({ form }) => form)).toEqual(['binary']);
  });

  test('Windows-1252 is read as such', async () => {
    put('latin.txt', Buffer.from([0x4d, 0xe9, 0x6e, 0x69, 0xe8, 0x72, 0x65]));
    expect((await find()).files[0]?.head).toBe('Ménière');
  });
});

describe('a file at fault is one problem that names it', () => {
  const whole = zipOf({ 'a.txt': 'some words '.repeat(500), 'b.txt': 'others' });
  const cases: readonly [string, string, Buffer, RegExp][] = [
    ['empty', 'e.txt', Buffer.alloc(0), /is empty/],
    ['cut zip', 'cut.zip', whole.subarray(0, whole.length - 30), /not a whole zip/],
    ['cut gzip', 'cut.gz', gzipSync('words '.repeat(999)).subarray(0, 40), /cut or damaged/],
  ];
  test.each(cases)('%s', async (_, name, bytes, message) => {
    put(name, bytes);
    put('good.txt', 'good');
    const { files, problems } = await find();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.file).toBe(name);
    expect(problems[0]?.message).toMatch(message);
    expect(files.map((file) => file.name)).toEqual(['good.txt']);
  });

  test('a missing path', async () => {
    const problems: SourceProblem[] = [];
    for await (const _ of findFiles([join(folder, 'none')], (problem) => problems.push(problem)));
    expect(problems[0]?.message).toMatch(/no such file/);
  });

  test('a damaged entry does not hide its neighbours', async () => {
    const zip = zipOf({ 'empty.txt': '', 'good.txt': 'good' });
    put('z.zip', zip);
    const { files, problems } = await find();
    expect(problems.map(({ file }) => file)).toEqual(['z.zip › empty.txt']);
    expect(files.map(({ name }) => name)).toEqual(['z.zip › good.txt']);
  });
});

describe('bombs', () => {
  const zeros = Buffer.alloc(20 * 2 ** 20);

  test('a zip that swells a thousandfold is refused by its directory', async () => {
    put('bomb.zip', zipOf({ 'zeros.txt': zeros }));
    const { files, problems } = await find();
    expect(files).toEqual([]);
    expect(problems[0]).toMatchObject({ file: 'bomb.zip', place: 'entry zeros.txt' });
    expect(problems[0]?.message).toMatch(/more than 200 times/);
  });

  test('a gzip bomb is refused while it is read, not before it fills memory', async () => {
    put('bomb.gz', gzipSync(Buffer.alloc(20 * 2 ** 20, 'a')));
    const { files } = await find();
    await expect(files[0]?.read()).rejects.toThrow(/more than 200 times/);
  });

  test('a zip that says it is smaller than it is', async () => {
    const zip = zipOf({ 'a.txt': zeros });
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(10);
    // The size in the directory entry, 24 bytes in.
    lie.copy(zip, zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    put('lie.zip', zip);
    expect((await find()).problems[0]?.message).toMatch(/cut or damaged/);
  });

  test('archives nested too deep, too many entries, too large a file', async () => {
    let nested = zipOf({ 'a.txt': 'a' });
    for (let depth = 0; depth < 5; depth++) nested = zipOf({ 'in.zip': nested });
    put('deep.zip', nested);
    put('many.zip', zipOf({ a: 'a', b: 'b', c: 'c' }));
    put('long.zip', zipOf({ 'long.txt': 'a'.repeat(5_000) }));
    const { files, problems } = await find({ ...FILE_LIMITS, entries: 2, fileBytes: 4_000 });
    expect(files).toEqual([]);
    expect(problems.map(({ message }) => message.replace(/\d+/g, 'N'))).toEqual([
      expect.stringMatching(/nested more than N deep/),
      expect.stringMatching(/expands to N bytes/),
      expect.stringMatching(/more than N entries/),
    ]);
  });
});
