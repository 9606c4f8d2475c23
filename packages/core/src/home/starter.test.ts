import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDraft, type ReleaseDraft } from '../book/rows.ts';
import { BookBuild } from '../book/store.ts';
import { type EditionChoice, openHome } from './open-home.ts';
import { compiledStarter, type StarterInput } from './starter.ts';

let root: string;
let reads: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'starter-'));
  reads = 0;
  for (const part of ['starter', 'lexicon']) mkdirSync(join(root, 'knowledge', part), { recursive: true });
  writeFileSync(join(root, 'knowledge', 'starter', 'codes.tab'), 'K22.0 * Achalasia of cardia\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const draft = (
  source: 'icd10cm' | 'procedures',
  edition: 'official' | 'starter',
  version = '2026',
): ReleaseDraft => ({
  ...emptyDraft({
    source,
    system: source === 'procedures' ? 'cpt' : source,
    version,
    edition,
    effective: ['2025-10-01', '2026-09-30'],
    files: [{ name: 'codes.tab', kind: 'starter/tabular', sha256: edition, bytes: 1 }],
  }),
  codes: [
    {
      code: edition === 'official' ? 'A00.0' : 'K22.0',
      title: 'T',
      billable: true,
      kind: 'code',
      file: 0,
      locator: 'line 1',
    },
  ],
});

const input = (more: Partial<StarterInput> = {}): StarterInput => ({
  home: join(root, 'home'),
  knowledge: join(root, 'knowledge'),
  indexers: [],
  build: 'test',
  read: () => {
    reads++;
    return [draft('icd10cm', 'starter'), draft('procedures', 'starter')];
  },
  ...more,
});

const homeHolds = (): string[] =>
  readdirSync(join(root, 'home')).map((name) => name.replace(/[0-9a-f]{16}/, 'SUM'));

describe('the starter book is compiled', () => {
  it('once, into the home', () => {
    const first = compiledStarter(input());
    expect(compiledStarter(input())).toEqual(first);
    expect(reads).toBe(1);
    expect(homeHolds()).toEqual(['starter-SUM']);
  });

  it.each<[string, () => Partial<StarterInput>]>([
    [
      'a table changes',
      () => {
        writeFileSync(join(root, 'knowledge', 'starter', 'codes.tab'), 'K22.0 * Achalasia\n');
        return {};
      },
    ],
    [
      'a table is added',
      () => {
        writeFileSync(join(root, 'knowledge', 'starter', 'more.tab'), '');
        return {};
      },
    ],
    ['the code that reads it changes', () => ({ build: 'next' })],
    [
      'an indexer changes',
      () => ({ indexers: [{ name: 'x', version: 2, applies: () => false, build: () => new Map() }] }),
    ],
  ])('again when %s, and the old one is removed', (_, change) => {
    compiledStarter(input());
    compiledStarter(input(change()));
    expect(reads).toBe(2);
    expect(homeHolds()).toEqual(['starter-SUM']);
  });

  it('again when a copy of it is incomplete', () => {
    const compiled = compiledStarter(input());
    if (!compiled.ok) throw new Error(compiled.problem.message);
    rmSync(join(compiled.folder, 'book.json'));
    expect(compiledStarter(input())).toEqual(compiled);
    expect(existsSync(join(compiled.folder, 'book.json'))).toBe(true);
  });

  it('and what a dead process left half done is removed', () => {
    const left = join(root, 'home', 'starter-0123456789abcdef.building-2147483646');
    mkdirSync(left, { recursive: true });
    compiledStarter(input());
    expect(existsSync(left)).toBe(false);
  });
});

describe('it cannot be compiled', () => {
  it('into a home that is no folder', () => {
    writeFileSync(join(root, 'home'), '');
    const outcome = compiledStarter(input());
    expect(outcome.ok ? null : outcome.problem).toMatchObject({ id: 'home-not-writable', exitCode: 2 });
    expect(outcome.ok ? '' : outcome.problem.remedy).toContain('--home');
  });

  it('without its tables', () => {
    const outcome = compiledStarter(input({ knowledge: join(root, 'nowhere') }));
    expect(outcome.ok ? '' : outcome.problem.id).toBe('knowledge-missing');
  });

  it('from a table with a wrong line, which is named', () => {
    const read = (): ReleaseDraft[] => {
      throw new Error('starter/codes.tab:3: expected a code');
    };
    const outcome = compiledStarter(input({ read }));
    expect(outcome.ok ? '' : outcome.problem.message).toBe(
      'the starter book does not compile: starter/codes.tab:3: expected a code',
    );
    expect(existsSync(join(root, 'home')) ? homeHolds() : []).toEqual([]);
  });
});

describe('which book is opened', () => {
  const sources = (choice: EditionChoice): string[] | string => {
    const opened = openHome(input(), choice);
    if (!opened.ok) return opened.problem.id;
    const list = opened.book.releases.map(({ manifest }) => `${manifest.source} ${manifest.edition}`).sort();
    opened.book.close();
    return [opened.edition, ...list];
  };

  const pull = (): void => {
    const build = new BookBuild(join(root, 'home', 'book'), []);
    build.add(draft('icd10cm', 'official'));
    build.commit();
  };

  it('an empty home gives the starter book', () => {
    expect(sources('auto')).toEqual(['starter', 'icd10cm starter', 'procedures starter']);
  });

  it('a pulled book takes its place, and keeps our procedure names', () => {
    pull();
    expect(sources('auto')).toEqual(['official', 'icd10cm official', 'procedures starter']);
  });

  it('the starter book never stands in for a pulled one that was asked for', () => {
    expect(sources('official')).toBe('book-missing');
    pull();
    expect(sources('official')).toEqual(['official', 'icd10cm official', 'procedures starter']);
  });

  it('the starter book can be asked for beside a pulled one', () => {
    pull();
    expect(sources('starter')).toEqual(['starter', 'icd10cm starter', 'procedures starter']);
  });

  it('a damaged book is a problem, not the starter book', () => {
    pull();
    const folder = join(root, 'home', 'book');
    for (const name of readdirSync(folder))
      if (name.endsWith('.release')) cpSync(join(folder, 'book.json'), join(folder, name));
    expect(sources('auto')).toBe('book-damaged');
  });

  it('a book built with other indexers is a problem', () => {
    const build = new BookBuild(join(root, 'home', 'book'), [
      { name: 'search', version: 0, applies: () => true, build: () => new Map() },
    ]);
    build.add(draft('icd10cm', 'official'));
    build.commit();
    expect(sources('auto')).toBe('book-outdated');
  });

  it('a second opening reads the compiled starter, not the tables', () => {
    compiledStarter(input());
    expect(sources('auto')).toEqual(['starter', 'icd10cm starter', 'procedures starter']);
    expect(reads).toBe(1);
  });
});
