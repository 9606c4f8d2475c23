import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Book, openBookFolder } from './book.ts';
import { type CodeRow, emptyDraft, type ReleaseDraft } from './rows.ts';
import { BookBuild } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'book-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const row = (code: string, title: string, parent?: string): CodeRow => ({
  code,
  title,
  billable: parent !== undefined,
  kind: 'code',
  file: 0,
  locator: `line for ${code}`,
  ...(parent === undefined ? {} : { parent }),
});

function year(version: string, codes: readonly CodeRow[], more: Partial<ReleaseDraft> = {}): ReleaseDraft {
  const fiscal = Number(version);
  return {
    ...emptyDraft({
      source: 'icd10cm',
      system: 'icd10cm',
      version,
      edition: 'official',
      effective: [`${fiscal - 1}-10-01`, `${fiscal}-09-30`],
      files: [{ name: 'order.txt', kind: 'icd10cm/order', sha256: version.repeat(16), bytes: 1 }],
    }),
    codes,
    ...more,
  };
}

function build(...drafts: ReleaseDraft[]): void {
  const building = new BookBuild(folder, []);
  for (const draft of drafts) building.add(draft);
  building.commit();
}

function reading<T>(use: (book: Book) => T): T {
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  try {
    return use(opened.book);
  } finally {
    opened.book.close();
  }
}

const K22 = row('K22', 'Other diseases of esophagus');
const K220 = row('K22.0', 'Achalasia of cardia', 'K22');

describe('as-of reads', () => {
  beforeEach(() => build(year('2024', [K22, K220]), year('2025', [K22, { ...K220, title: 'Revised' }])));

  it('answers from the release in force, and says when it is past its end', () => {
    reading((book) => {
      const titleOn = (date?: string): string => {
        const choice = book.asOf('icd10cm', date);
        if (!choice.found) return choice.reason;
        return `${choice.asOf}: ${choice.release.codes.title(choice.release.codes.find('K220'))}`;
      };
      expect(titleOn('2024-09-30')).toBe('on-date: Achalasia of cardia');
      expect(titleOn('2024-10-01')).toBe('on-date: Revised');
      expect(titleOn('2026-01-01')).toBe('after-release: Revised');
      expect(titleOn()).toBe('no-date: Revised');
      expect(titleOn('2023-09-30')).toBe('before-oldest');
      expect(book.asOf('hcpcs')).toEqual({ found: false, reason: 'not-loaded', source: 'hcpcs' });
    });
  });
});

describe('notes inherit downward and keep their origin (Guidelines I.A, conventions)', () => {
  it('nearest first: code, category, section, chapter', () => {
    const note = (scopeKind: 'chapter' | 'section' | 'code', scope: string) =>
      ({
        scopeKind,
        scope,
        kind: 'excludes2',
        text: `at ${scope}`,
        codes: [{ from: 'I85', to: 'I85' }],
        file: 0,
        locator: scope,
      }) as const;
    build(
      year('2026', [K22, K220], {
        chapters: [{ chapter: '11', title: 'Digestive', from: 'K00', to: 'K95' }],
        sections: [{ section: 'K20-K31', title: 'Esophagus', chapter: '11', from: 'K20', to: 'K31' }],
        notes: [
          note('chapter', '11'),
          note('section', 'K20-K31'),
          note('code', 'K22'),
          note('code', 'K22.0'),
        ],
        sevenths: [{ scope: 'K22', character: 'A', meaning: 'initial encounter' }],
      }),
    );
    reading((book) => {
      const release = book.version('icd10cm', '2026');
      expect(release?.notesFor('k220').map((n) => n.text)).toEqual([
        'at K22.0',
        'at K22',
        'at K20-K31',
        'at 11',
      ]);
      expect(release?.notesFor('k220')[0]?.codes).toEqual([{ from: 'I85', to: 'I85' }]);
      expect(release?.seventhCharacters('K22.0')).toEqual({
        scope: 'K22',
        characters: [{ character: 'A', meaning: 'initial encounter' }],
      });
      expect(release?.notesFor('Z99.9')).toEqual([]);
    });
  });
});

describe('building is atomic', () => {
  it('an abandoned or killed build leaves the previous book, and the next one sweeps what was begun', () => {
    build(year('2025', [K22, K220]));
    const building = new BookBuild(folder, []);
    building.add(year('2026', [K22]));
    writeFileSync(join(folder, 'icd10cm-2027-x.release.building-1'), 'half');
    reading((book) => expect(book.releases.map((r) => r.manifest.version)).toEqual(['2025']));
    building.abandon();
    expect(readdirSync(folder).filter((name) => name.includes('2026') || name.includes('building'))).toEqual(
      [],
    );
    reading((book) => expect(book.releases).toHaveLength(1));
  });

  it('the same source and version replaces, another version stands beside', () => {
    build(year('2025', [K22]));
    build(year('2025', [K22, K220]), year('2026', [K22]));
    reading((book) => {
      expect(book.releases.map((r) => `${r.manifest.version}:${r.codes.size}`)).toEqual(['2026:1', '2025:2']);
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.release'))).toHaveLength(2);
  });

  it('an indexer that throws leaves no file behind', () => {
    const building = new BookBuild(folder, [
      {
        name: 'broken',
        version: 1,
        applies: () => true,
        build: () => {
          throw new Error('broken indexer');
        },
      },
    ]);
    expect(() => building.add(year('2025', [K22]))).toThrow('broken indexer');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('damage is data', () => {
  it('a missing book, a broken pointer, a file of another kind', () => {
    expect(openBookFolder(folder)).toMatchObject({ ok: false, reason: 'no-book' });
    writeFileSync(join(folder, 'book.json'), '{');
    expect(openBookFolder(folder)).toMatchObject({ ok: false, reason: 'damaged' });
    writeFileSync(
      join(folder, 'book.json'),
      JSON.stringify({ format: 1, releases: [{ source: 'icd10cm', version: '2025', file: 'x.release' }] }),
    );
    expect(openBookFolder(folder)).toMatchObject({ ok: false, reason: 'damaged' });
    writeFileSync(join(folder, 'x.release'), 'not a database at all');
    expect(openBookFolder(folder)).toMatchObject({ ok: false, reason: 'damaged' });
  });
});
