import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Book, openBookFolder } from '../book/book.ts';
import { type CodeRow, emptyDraft, type ReleaseDraft } from '../book/rows.ts';
import { BookBuild } from '../book/store.ts';
import { diffReleases } from './diff.ts';
import { showCode } from './show-code.ts';
import type { CodePage } from './types.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebook-show-'));
let book: Book;

const row = (
  code: string,
  title: string,
  billable: boolean,
  parent?: string,
  more: Partial<CodeRow> = {},
): CodeRow => ({
  code,
  title,
  billable,
  ...(parent === undefined ? {} : { parent }),
  kind: 'code',
  file: 0,
  locator: `line ${code}`,
  ...more,
});
const files = [{ name: 'order.txt', kind: 'order', sha256: 'a', bytes: 1 }];

const cm = (
  version: string,
  effective: readonly [string, string],
  codes: readonly CodeRow[],
): ReleaseDraft => ({
  ...emptyDraft({ source: 'icd10cm', system: 'icd10cm', version, edition: 'official', effective, files }),
  codes,
  chapters: [{ chapter: '19', title: 'Injury', from: 'S00', to: 'T88' }],
  sections: [
    {
      section: 'S80-S89',
      title: 'Injuries to the knee and lower leg',
      chapter: '19',
      from: 'S80',
      to: 'S89',
    },
  ],
  notes: [
    {
      scopeKind: 'code',
      scope: 'S82',
      kind: 'excludes1',
      text: 'traumatic amputation of lower leg (S88.-)',
      codes: [{ from: 'S88', to: 'S88' }],
      file: 0,
      locator: 'S82 excludes1 1',
    },
    {
      scopeKind: 'section',
      scope: 'S80-S89',
      kind: 'excludes2',
      text: 'burns and corrosions (T20-T32)',
      codes: [{ from: 'T20', to: 'T32' }],
      file: 0,
      locator: 'S80-S89 excludes2 1',
    },
    {
      scopeKind: 'code',
      scope: 'S82.6',
      kind: 'inclusionTerm',
      text: 'Own words of the subcategory',
      codes: [],
      file: 0,
      locator: 'S82.6 inclusionTerm 1',
    },
  ],
  sevenths: [
    { scope: 'S82', character: 'A', meaning: 'initial encounter for closed fracture' },
    { scope: 'S82', character: 'D', meaning: 'subsequent encounter' },
  ],
  index: [
    { table: 'disease', parent: -1, level: 0, title: 'Fracture', nonEssential: ['abduction'] },
    { table: 'disease', parent: 0, level: 1, title: 'malleolus', nonEssential: [], code: 'S82.61-' },
  ],
  poaExempt: ['S82.61XD'],
});

const shared = [
  row('S82', 'Fracture of lower leg', false),
  row('S82.6', 'Fracture of lateral malleolus', false, 'S82'),
  row('S82.61', 'Displaced fracture of lateral malleolus of right fibula', false, 'S82.6'),
  row(
    'S82.61XA',
    'Displaced fracture of lateral malleolus of right fibula, initial encounter',
    true,
    'S82.61',
  ),
  row(
    'S82.61XD',
    'Displaced fracture of lateral malleolus of right fibula, subsequent encounter',
    true,
    'S82.61',
  ),
  row('S82.62', 'Displaced fracture of lateral malleolus of left fibula', false, 'S82.6'),
  row(
    'S82.62XA',
    'Displaced fracture of lateral malleolus of left fibula, initial encounter',
    true,
    'S82.62',
  ),
];

beforeAll(() => {
  const build = new BookBuild(folder, []);
  build.add(
    cm(
      '2025',
      ['2024-10-01', '2025-09-30'],
      [...shared, row('S83', 'Old title', true), row('S84', 'Deleted later', true)],
    ),
  );
  build.add(
    cm(
      '2026',
      ['2025-10-01', '2026-09-30'],
      [...shared, row('S83', 'New title', true), row('S85', 'Added', true)],
    ),
  );
  build.add({
    ...emptyDraft({
      source: 'hcpcs',
      system: 'hcpcs',
      version: '2025-10',
      edition: 'official',
      effective: ['2025-10-01', '2025-12-31'],
      files,
    }),
    codes: [
      row('G0001', 'A service', true, undefined, {
        validFrom: '2020-01-01',
        validTo: '2025-11-30',
        attributes: { coverage: 'D' },
      }),
      row('LT', 'Left side', true, undefined, { kind: 'modifier' }),
    ],
  });
  build.add({
    ...emptyDraft({
      source: 'icd10pcs',
      system: 'icd10pcs',
      version: '2026',
      edition: 'official',
      effective: ['2025-10-01', '2026-09-30'],
      files,
    }),
    codes: [
      row('0D8', 'Division', false),
      row('0D844ZZ', 'Division of Esophagogastric Junction', true, '0D8'),
      row('0D848ZZ', 'Division, endoscopic', true, '0D8'),
    ],
    pcsRows: [
      {
        table: '0D8',
        titles: ['Medical and Surgical', 'Gastrointestinal System', 'Division'],
        definition: 'Cutting into a body part',
        axisNames: ['Body Part', 'Approach', 'Device', 'Qualifier'],
        axes: [
          [{ value: '4', label: 'Esophagogastric Junction' }],
          [
            { value: '4', label: 'Percutaneous Endoscopic' },
            { value: '8', label: 'Via Natural or Artificial Opening Endoscopic' },
          ],
          [{ value: 'Z', label: 'No Device' }],
          [{ value: 'Z', label: 'No Qualifier' }],
        ],
      },
    ],
  });
  build.add({
    ...emptyDraft({
      source: 'guidelines',
      system: null,
      version: '2026',
      edition: 'official',
      effective: ['2025-10-01', '2026-09-30'],
      files,
    }),
    guidelines: [
      { section: 'I.C.19', title: 'Chapter 19 (S00-T88)', page: 70, text: 'All of it', file: 0 },
      {
        section: 'I.C.19.c',
        title: 'Fractures',
        page: 75,
        text: 'Assign S82.61XA here. A code from category S82 too.',
        file: 0,
      },
      { section: 'I.C.9', title: 'Chapter 9 (I00-I99)', page: 40, text: 'No injuries', file: 0 },
    ],
  });
  build.commit();
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  book = opened.book;
});

afterAll(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = (code: string, asOf?: string): CodePage => {
  const shown = showCode(book, code, asOf === undefined ? {} : { asOf });
  if (!shown.found) throw new Error(`${code}: ${shown.reason}`);
  return shown;
};

describe('the page of a diagnosis code', () => {
  it('places it in the hierarchy', () => {
    const { hierarchy, code } = page('s8261xa');
    expect(code).toBe('S82.61XA');
    expect(hierarchy.chapter?.chapter).toBe('19');
    expect(hierarchy.section?.section).toBe('S80-S89');
    expect(hierarchy.ancestors.map((one) => one.code)).toEqual(['S82', 'S82.6', 'S82.61']);
    expect(hierarchy.siblings.map((one) => one.code)).toEqual(['S82.61XD']);
    expect(page('S82.61').hierarchy.children.map((one) => one.code)).toEqual(['S82.61XA', 'S82.61XD']);
  });

  it('names the same code on the other side', () => {
    expect(page('S82.61XA').hierarchy.sideVariants).toMatchObject([{ code: 'S82.62XA', side: 'left' }]);
    expect(page('S83').hierarchy.sideVariants).toEqual([]);
  });

  it('gives inherited notes with where they stand, without the inclusion terms of codes above', () => {
    const notes = page('S82.61XA').notes;
    expect(notes.map(({ kind }) => kind)).toEqual(['excludes1', 'excludes2']);
    expect(notes[0]?.notes[0]).toMatchObject({
      inherited: true,
      origin: { scopeKind: 'code', scope: 'S82', title: 'Fracture of lower leg' },
      citation: { source: 'icd10cm', version: '2026', locator: 'S82 excludes1 1' },
    });
    expect(page('S82.6').notes[0]?.label).toBe('Inclusion terms');
  });

  it('lists the 7th characters with the codes that exist (Guidelines I.A.5)', () => {
    const table = page('S82.61').seventhCharacters;
    expect(table?.scope).toBe('S82');
    expect(
      table?.characters.map(({ character, codes }) => [character, codes.map((one) => one.code)]),
    ).toEqual([
      ['A', ['S82.61XA']],
      ['D', ['S82.61XD']],
    ]);
    expect(page('S82.62XA').seventhCharacters?.characters[1]?.codes).toEqual([]);
  });

  it('reads the index backwards', () => {
    expect(page('S82.61').index).toMatchObject([
      { path: ['Fracture (abduction)', 'malleolus'], role: 'code' },
    ]);
  });

  it('says when presence on admission is exempt', () => {
    expect(page('S82.61XD').poaExempt).toBe(true);
    expect(page('S82.61XA').poaExempt).toBe(false);
    expect(showCode(book, '0D848ZZ')).toMatchObject({ poaExempt: null });
  });

  it('finds the guideline sections that name it, the closest first', () => {
    expect(page('S82.61XA').guidelines.map(({ section, names, page: at }) => [section, names, at])).toEqual([
      ['I.C.19.c', 'code', 75],
      ['I.C.19', 'range', 70],
    ]);
  });
});

describe('dates', () => {
  it('shows what changed between the loaded releases', () => {
    expect(page('S83').history).toEqual([
      { from: '2025', to: '2026', change: 'title-revised', before: 'Old title', after: 'New title' },
    ]);
    expect(page('S85').history).toMatchObject([{ change: 'added' }]);
    expect(page('S83', '2025-01-01').title).toBe('Old title');
  });

  it.each([
    ['S84', '2026-01-01', { reason: 'not-valid-on-date', validFrom: '2024-10-01', validTo: '2025-09-30' }],
    ['S85', '2025-01-01', { reason: 'not-valid-on-date', validFrom: '2025-10-01' }],
    ['S83', '2020-01-01', { reason: 'before-oldest', validFrom: '2024-10-01' }],
    ['G0001', '2025-12-15', { reason: 'not-valid-on-date', validTo: '2025-11-30' }],
    ['Q99.9', undefined, { reason: 'unknown' }],
  ])('%s on %s', (code, asOf, expected) => {
    expect(showCode(book, code, asOf === undefined ? {} : { asOf })).toMatchObject({
      found: false,
      ...expected,
    });
  });

  it('suggests the padded code for a 7th character written too early', () => {
    const shown = showCode(book, 'S82.61A');
    expect(shown).toMatchObject({ found: false, reason: 'unknown' });
    expect(shown.found ? [] : shown.suggestions.map((one) => one.code)).toContain('S82.61XA');
  });

  it('never throws on odd text', () => {
    for (const code of ['', ' ', '???', 'K22.0.0.0.0.0', 'x'.repeat(500)])
      expect(showCode(book, code)).toMatchObject({ found: false });
  });
});

describe('other systems', () => {
  it('decodes ICD-10-PCS character by character', () => {
    const pcs = page('0D848ZZ').pcs;
    expect(pcs?.axes.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '0 Medical and Surgical',
      'D Gastrointestinal System',
      '8 Division',
      '4 Esophagogastric Junction',
      '8 Via Natural or Artificial Opening Endoscopic',
      'Z No Device',
      'Z No Qualifier',
    ]);
    expect(pcs?.axes[4]?.alternatives).toEqual([
      { value: '4', label: 'Percutaneous Endoscopic', code: '0D844ZZ' },
    ]);
  });

  it('shows HCPCS attributes and modifiers', () => {
    expect(page('G0001', '2025-11-01').attributes).toEqual({ coverage: 'D' });
    expect(page('lt')).toMatchObject({ kind: 'modifier', title: 'Left side' });
  });
});

describe('what changed between two releases', () => {
  it('lists added, deleted and revised codes', () => {
    expect(diffReleases(book, 'icd10cm', '2025', '2026')).toMatchObject({
      added: [{ code: 'S85' }],
      deleted: [{ code: 'S84' }],
      revised: [{ code: 'S83', before: 'Old title', after: 'New title' }],
      becameBillable: [],
    });
  });

  it('says which release is missing', () => {
    expect(diffReleases(book, 'icd10cm', '2019', '2026')).toEqual({ found: false, missing: ['2019'] });
  });
});
