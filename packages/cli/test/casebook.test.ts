import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderFile } from '../../core/src/pull/order-file.fixture.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bin = join(root, 'packages/cli/bin/casebook.js');
const poem = join(root, 'examples/poem-operative-note.txt');

let folder: string;
let home: string;
beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-web'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'));
  home = join(folder, 'home');
  mkdirSync(home);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The test runner's wish for colour is not the command's. */
const { FORCE_COLOR: _, ...plain } = process.env;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface How {
  readonly input?: string | Buffer;
  readonly env?: Record<string, string>;
  readonly home?: string;
  readonly uid?: number;
}

function casebook(args: readonly string[], how: How = {}): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...plain, CASEBOOK_HOME: how.home ?? home, NO_COLOR: '1', ...how.env },
    ...(how.uid === undefined ? {} : { uid: how.uid }),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(how.input ?? '');
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** One line on stderr, nothing on stdout. */
function expectOneLine(ran: Ran, code: number, line: RegExp): void {
  expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
  expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.err).toMatch(line);
}

describe('the starter book in an empty home', () => {
  it('lists its releases', async () => {
    const { code, out, err } = await casebook(['releases', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const releases = JSON.parse(out) as { source: string; edition: string; effective: string[] }[];
    expect(releases.map(({ source }) => source)).toEqual([
      'guidelines',
      'hcpcs',
      'icd10cm',
      'icd10pcs',
      'procedures',
    ]);
    for (const { edition, effective } of releases) {
      expect(edition).toBe('starter');
      expect(effective).toHaveLength(2);
    }
  });

  it('answers a question, for people and as JSON; an empty one is a wrong option', async () => {
    const person = await casebook(['ask', 'Is', 'K22.0', 'billable?']);
    expect(person.out).toMatch(/^yes +Yes: K22\.0 Achalasia of cardia/);
    expect(person.out).toContain('icd10cm-tabular 2026: K22.0');
    const { out } = await casebook(['ask', 'Can E10.9 and E11.9 be coded together?', '--json']);
    expect(JSON.parse(out)).toMatchObject({ intent: 'together', verdict: { kind: 'no' }, unverified: [] });
    const empty = await casebook(['ask']);
    expect(empty).toMatchObject({ code: 2, out: '' });
    expect(empty.err).toContain('a question in words');
  });

  it('finds achalasia', async () => {
    const { out } = await casebook(['search', 'achalasia', '--json', '--limit', '3', '--system', 'icd10cm']);
    const { hits } = JSON.parse(out) as { hits: { code: string; why: string }[] };
    expect(hits[0]).toMatchObject({ system: 'icd10cm', code: 'K22.0', billable: true });
    expect(hits.length).toBeLessThanOrEqual(3);
    const person = await casebook(['search', 'achalasia']);
    expect(person.out).toMatch(/^K22\.0 +Achalasia of cardia/);
  });

  it('shows a code, for people and for programs', async () => {
    const page = JSON.parse((await casebook(['show', 'k220', '--json'])).out) as {
      code: string;
      title: string;
    };
    expect(page).toMatchObject({
      found: true,
      system: 'icd10cm',
      code: 'K22.0',
      title: 'Achalasia of cardia',
    });
    expect((await casebook(['show', 'K22.0'])).out).toMatch(/^K22\.0 +Achalasia of cardia\n.*starter book/);
  });

  it('opens a citation as it was printed, with and without its version', async () => {
    const printed = await casebook(['cite', 'icd10cm-tabular 2026: K22 excludes2 1']);
    expect(printed.code).toBe(0);
    expect(printed.out).toMatch(/^Excludes2 at K22\n {2}\S.*\nicd10cm-tabular 2026: K22 excludes2 1 · /);
    const { out } = await casebook(['cite', 'icd10cm-tabular:', 'k22.0', '--json']);
    expect(JSON.parse(out)).toMatchObject({ title: 'K22.0', quote: 'Achalasia of cardia' });
  });

  it('codes the operative note', async () => {
    const { code, out, err } = await casebook(['code', poem, '--json', '--setting', 'outpatient']);
    expect(err).toBe('');
    expect(code).toBe(0);
    const note = JSON.parse(out) as {
      codes: { code: string; role: string; evidence: { start: number; end: number; text: string }[] }[];
    };
    const text = readFileSync(poem, 'utf8');
    expect(note.codes[0]).toMatchObject({ code: 'K22.0', role: 'first-listed' });
    for (const { evidence } of note.codes) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end, text: words } of evidence) expect(text.slice(start, end)).toBe(words);
    }
  });

  it('shows a person the codes with the quoted line', async () => {
    const { out } = await casebook(['code', poem]);
    expect(out).toMatch(/first-listed +K22\.0 +Achalasia of cardia/);
    expect(out).toMatch(/line \d+: “.*achalasia.*”/);
    expect(out).toContain('Not coded');
  });

  it('reads a note from standard input', async () => {
    const { code, out } = await casebook(['code', '-', '--json'], { input: 'Assessment: achalasia.\n' });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ codes: [{ code: 'K22.0' }] });
  });

  it('hands out no pair its own edits deny, so that it ends with 0', async () => {
    const note = 'ASSESSMENT:\n1. Type 1 diabetes mellitus.\n2. Type 2 diabetes mellitus.\n';
    const { code, out } = await casebook(['code', '-', '--json'], { input: note });
    const { findings, rejected } = JSON.parse(out) as {
      findings: { verdict: string }[];
      rejected: { why: string }[];
    };
    expect(findings.filter(({ verdict }) => verdict === 'deny')).toEqual([]);
    expect(rejected.map(({ why }) => why).join()).toContain('Excludes1');
    expect(code).toBe(0);
  });

  it('gives the same bytes twice, but for the time', async () => {
    const still = (text: string): string => text.replace(/"elapsedMs": [\d.]+/, '');
    const [a, b] = await Promise.all([
      casebook(['code', poem, '--json']),
      casebook(['code', poem, '--json']),
    ]);
    expect(still(a.out)).toBe(still(b.out));
  });
});

describe('bad input is one line and exit code 2', () => {
  const secret = 'Zebulon Quackenbush';

  it.each<[string, string | Buffer, RegExp]>([
    ['empty.txt', '', /empty\.txt: the file is empty; expected a clinical note/],
    ['blank.txt', ' \n\t\n', /empty or only white space/],
    ['scan.pdf', `%PDF-1.7 ${secret}`, /this is a PDF, not text; expected the text of the PDF/],
    ['binary.dat', Buffer.concat([Buffer.from(secret), Buffer.from([0, 1, 2, 0])]), /binary/],
    ['long.txt', `${secret} `.repeat(500_000), /at most 8388608 bytes/],
  ])('a note that is none: %s', async (name, content, line) => {
    const ran = await casebook(['code', written(name, content), '--json']);
    expectOneLine(ran, 2, line);
    expect(ran.err).not.toContain(secret);
  });

  it.each<[string, string[], RegExp]>([
    ['a missing file', ['code', 'nowhere.txt'], /nowhere\.txt: no such file or folder/],
    ['a folder', ['code', '.'], /\. cannot be read \(it is a folder\)/],
    ['an unknown code', ['show', 'K22.99'], /K22\.99 is not in the loaded book \(did you mean .*K22\.9 /],
    ['no code at all', ['show', '???'], /\?\?\? is not in the loaded book/],
    [
      'a day that is none',
      ['code', poem, '--dos', '2026-02-30'],
      /--dos: 2026-02-30 is not valid; expected a date/,
    ],
    [
      'an unknown setting',
      ['code', poem, '--setting', 'spa'],
      /--setting: spa is not valid; expected outpatient/,
    ],
    ['an unknown sex', ['code', poem, '--sex', 'x'], /--sex: x is not valid/],
    ['an age', ['code', poem, '--age', '-4'], /--age/],
    [
      'an unknown book',
      ['releases', '--book', 'best'],
      /--book: best is not valid; expected auto, starter or official/,
    ],
    ['an unknown system', ['search', 'x', '--system', 'icd9'], /--system: icd9 is not valid/],
    ['an unknown command', ['guess'], /unknown command 'guess'/],
    ['a missing argument', ['show'], /missing required argument 'code'/],
    ['an unknown option', ['releases', '--colour'], /unknown option '--colour'/],
    ['an unknown source', ['diff', 'icd9', '1', '2'], /source: icd9 is not valid/],
    ['a citation that is none', ['cite', 'K22.0'], /citation: K22\.0 is not valid; expected SOURCE VERSION/],
    [
      'a place that is none',
      ['cite', 'icd10cm-tabular: Q99.99'],
      /nothing stands at icd10cm-tabular Q99\.99/,
    ],
    [
      'a cited source that is none',
      ['cite', 'icd9: 530.0'],
      /nothing stands at icd9 530\.0; expected icd10cm-tabular/,
    ],
    ['an evaluation folder that is none', ['eval', '.'], /gold\.tsv/],
    ['an unknown download', ['pull', 'icd10cm@1999'], /icd10cm@1999 is not in the catalogue of/],
    ['a missing source folder', ['pull', '--from', 'nowhere'], /nowhere: no such file or folder/],
  ])('%s', async (_, args, line) => {
    expectOneLine(await casebook(args), 2, line);
  });

  it('odd encodings and line ends are read, with a warning where letters may be wrong', async () => {
    const latin = written('latin1.txt', Buffer.from('Diagnosis: achalasia. Dr. Müller\r\n', 'latin1'));
    const ran = await casebook(['code', latin, '--json']);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/Windows-1252/);
    expect(JSON.parse(ran.out)).toMatchObject({ codes: [{ code: 'K22.0' }] });
  });
});

describe('a release that is not loaded is exit code 3', () => {
  it.each<[string, string[], RegExp]>([
    [
      'a date before the oldest',
      ['code', poem, '--dos', '2001-01-01'],
      /no icd10cm release covers 2001-01-01: the oldest loaded begins/,
    ],
    ['a code page before the oldest', ['show', 'K22.0', '--date', '2001-01-01'], /covers 2001-01-01/],
    [
      'a citation of a version',
      ['cite', 'icd10cm-tabular 1999: K22.0'],
      /not loaded: icd10cm 1999; load it: casebook pull icd10cm /,
    ],
    [
      'a version to compare',
      ['diff', 'icd10cm', '2024', '2026'],
      /not loaded: icd10cm 2024; load it: casebook pull/,
    ],
  ])('%s', async (_, args, line) => {
    expectOneLine(await casebook(args), 3, line);
  });
});

describe('the home folder', () => {
  it('that cannot be written is one line with what to do', async () => {
    const file = written('a-file', '');
    expectOneLine(
      await casebook(['releases', '--home', join(file, 'home')]),
      2,
      /cannot be written \(ENOTDIR\); choose another folder with --home/,
    );
  });

  // Root may write anywhere, so the command runs as somebody else then.
  const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};
  it.skipIf(process.platform === 'win32')(
    'on a read-only disk: a compiled book opens, an empty home is one line',
    async () => {
      chmodSync(folder, 0o755);
      const empty = join(folder, 'read-only');
      mkdirSync(empty, { mode: 0o555 });
      expectOneLine(
        await casebook(['releases'], { ...nobody, home: empty }),
        2,
        /read-only cannot be written \(EACCES\)/,
      );
      await casebook(['releases']);
      chmodSync(home, 0o555);
      try {
        const opened = await casebook(['search', 'achalasia', '--json'], nobody);
        expect(opened.code).toBe(0);
        expectOneLine(await casebook(['pull', '--from', folder], nobody), 2, /cannot be written \(EACCES\)/);
      } finally {
        chmodSync(home, 0o755);
      }
    },
  );

  it('whose book is damaged is exit code 3, and the starter book still opens', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, 'book'), { recursive: true });
    writeFileSync(join(broken, 'book', 'book.json'), '{"releases":[{"file":"gone.release"}]}');
    expectOneLine(
      await casebook(['releases'], { home: broken }),
      3,
      /the book cannot be read: .*gone\.release: missing/,
    );
    expect((await casebook(['releases', '--book', 'starter'], { home: broken })).code).toBe(0);
  });

  it('without its knowledge folder is one line', async () => {
    const ran = await casebook(['releases'], { env: { CASEBOOK_KNOWLEDGE: join(folder, 'nowhere') } });
    expectOneLine(ran, 2, /does not hold the starter book/);
  });
});

describe('pull', () => {
  const year = (version: string, text: string): string => {
    const path = join(folder, `official-${version}`);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `icd10cm-order-${version}.txt`), text);
    return path;
  };
  const pulled = { home: '' };
  beforeAll(() => {
    pulled.home = join(folder, 'pulled');
  });

  it('reads folders, and diff says what changed', async () => {
    const first = await casebook(['pull', '--from', year('2025', orderFile(3)), '--json'], pulled);
    expect(JSON.parse(first.out)).toMatchObject({
      releases: [{ source: 'icd10cm', version: '2025', status: 'new', billable: 31 }],
    });
    const second = await casebook(['pull', '--from', year('2026', orderFile(4, 'Disease'))], pulled);
    expect(second.out).toMatch(/icd10cm 2026 +new +41 billable of 46 +against 2025: \+11 −0/);
    const diff = JSON.parse((await casebook(['diff', 'icd10cm', '2025', '2026', '--json'], pulled)).out) as {
      added: { code: string; title: string }[];
      deleted: unknown[];
      revised: { code: string; before: string; after: string }[];
    };
    expect(diff.added).toHaveLength(11);
    expect(diff.added[0]).toMatchObject({ code: 'A03', title: 'Disease A03' });
    expect(diff.deleted).toEqual([]);
    expect(diff.revised).toHaveLength(35);
    expect(diff.revised[0]).toMatchObject({ code: 'A00', before: 'Condition A00', after: 'Disease A00' });
  });

  it('keeps our procedure names beside what was pulled', async () => {
    const releases = JSON.parse((await casebook(['releases', '--json'], pulled)).out) as {
      source: string;
      edition: string;
    }[];
    expect(releases.map(({ source, edition }) => `${source} ${edition}`)).toEqual([
      'icd10cm official',
      'icd10cm official',
      'procedures starter',
    ]);
  });

  it('of a file that is cut is one line, and the book is as before', async () => {
    const before = (await casebook(['releases', '--json'], pulled)).out;
    const cut = year('2024', orderFile(4).slice(0, 1500));
    expectOneLine(
      await casebook(['pull', '--from', cut], pulled),
      2,
      /icd10cm-order-2024\.txt, line \d+: .*; get the file again; the book was left as it was/,
    );
    expect((await casebook(['releases', '--json'], pulled)).out).toBe(before);
  });

  it('downloads from an address, terms first', async () => {
    const bytes = Buffer.from(orderFile(5));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/order.txt' }).end();
      else response.end(bytes);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/moved`;
    const entry = {
      source: 'icd10cm',
      version: '2026',
      effective: ['2025-10-01', '2026-09-30'],
      name: 'icd10cm-order-2026.txt',
      urls: [url],
      bytes: null,
      sha256: [sha256],
      terms: 'ours',
      optional: false,
      addressChecked: true,
    };
    const terms = [
      { id: 'ours', title: 'Our terms', url: 'https://example.org/terms', summary: 'In short.' },
    ];
    const catalogue = written(
      'catalogue.json',
      JSON.stringify({ date: '2026-11-23', terms, files: [entry] }),
    );
    const at = { home: join(folder, 'downloaded') };
    try {
      const refused = await casebook(['pull', '--catalogue', catalogue], at);
      expect(refused.code).toBe(2);
      expect(refused.err).toContain('Our terms\nIn short.\nhttps://example.org/terms\n');
      expect(refused.err).toContain('add --accept ours');
      const taken = await casebook(['pull', '--catalogue', catalogue, '--accept', 'ours', '--json'], at);
      expect(taken.code).toBe(0);
      expect(JSON.parse(taken.out)).toMatchObject({
        releases: [{ version: '2026', status: 'new', rows: 57 }],
      });
      const [record] = JSON.parse(readFileSync(join(at.home, 'acceptances.json'), 'utf8')) as Record<
        string,
        unknown
      >[];
      expect(record).toMatchObject({ terms: 'ours', files: ['icd10cm 2026 icd10cm-order-2026.txt'] });
      expect(record?.who).toBeTruthy();
      const again = await casebook(['pull', '--catalogue', catalogue, '--json'], at);
      expect(again.err).toContain('was there');
      expect(JSON.parse(again.out)).toMatchObject({ releases: [{ status: 'unchanged' }] });
    } finally {
      server.close();
    }
  });

  it('killed while it builds leaves a home that opens', async () => {
    const big = year('2023', orderFile(900));
    const child = spawn(process.execPath, [bin, 'pull', '--from', big], {
      env: { ...plain, CASEBOOK_HOME: pulled.home },
      stdio: 'ignore',
    });
    await builds(pulled.home, child);
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    const { code, out } = await casebook(['releases', '--json'], pulled);
    expect(code).toBe(0);
    const versions = (JSON.parse(out) as { version: string; source: string }[]).filter(
      ({ source }) => source === 'icd10cm',
    );
    expect(versions.map(({ version }) => version).slice(0, 2)).toEqual(['2026', '2025']);
    expect((await casebook(['pull', '--from', big], pulled)).code).toBe(0);
  });

  /** Waits until a release file is being written. */
  async function builds(at: string, child: ChildProcess): Promise<void> {
    while (child.exitCode === null) {
      if (readdirSync(join(at, 'book')).some((name) => name.includes('.building-'))) return;
      await new Promise((done) => setTimeout(done, 2));
    }
  }
});

describe('help and version', () => {
  it('are on stdout with exit code 0', async () => {
    const help = await casebook(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['code', 'show', 'ask', 'search', 'cite', 'pull', 'releases', 'diff', 'eval', 'serve'])
      expect(help.out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(await casebook(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
  });
});

describe('serve', () => {
  it('answers on this machine and ends on a signal', async () => {
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json'], {
      env: { ...plain, CASEBOOK_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const url = await new Promise<string>((done) => {
        let out = '';
        child.stdout.on('data', (chunk) => {
          out += chunk;
          const found = /"url": "([^"]+)"/.exec(out)?.[1];
          if (found !== undefined) done(found);
        });
      });
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const answer = await fetch(`${url}api/search?q=achalasia`);
      const { hits } = (await answer.json()) as { hits: { code: string }[] };
      expect(hits[0]?.code).toBe('K22.0');
    } finally {
      child.kill('SIGTERM');
    }
    const code = await new Promise((done) => child.once('exit', done));
    expect(code).toBe(0);
  });
});
