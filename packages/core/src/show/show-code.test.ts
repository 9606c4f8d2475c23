import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Book, openBookFolder } from '../book/book.ts';
import { type CodeRow, emptyDraft, type ReleaseDraft } from '../book/rows.ts';
import { BookBuild } from '../book/store.ts';
import { diffReleases } from './diff.ts';
import { showCode } from './show-code.ts';

const code = (
  value: string,
  title: string,
  billable: boolean,
  parent?: string,
  more: Partial<CodeRow> = {},
): CodeRow => ({
  code: value,
  title,
  billable,
  kind: 'code',
  file: 0,
  locator: `line of ${value}`,
  ...(parent === undefined ? {} : { parent }),
  ...more,
});

function head(
  source: ReleaseDraft['source'],
  system: ReleaseDraft['system'],
  version: string,
  effective: readonly [string, string],
): ReleaseDraft {
  return emptyDraft({
    source,
    system,
    version,
    edition: 'official',
    effective,
    files: [{ name: `${source}.txt`, kind: 'test', sha256: version.padEnd(64, '0'), bytes: 1 }],
  });
}

const fracture = [
  code('S82', 'Fracture of lower leg', false),
  code('S82.6', 'Fracture of lateral malleolus', false, 'S82'),
  code('S82.61', 'Displaced fracture of lateral malleolus of right fibula', false, 'S82.6'),
  code(
    'S82.61XA',
    'Displaced fracture of lateral malleolus of right fibula, initial encounter',
    true,
    'S82.61',
  ),
  code('S82.61XS', 'Displaced fracture of lateral malleolus of right fibula, sequela', true, 'S82.61'),
  code('S82.62', 'Displaced fracture of lateral malleolus of left fibula', false, 'S82.6'),
  code(
    'S82.62XA',
    'Displaced fracture of lateral malleolus of left fibula, initial encounter',
    true,
    'S82.62',
  ),
];

const drafts: ReleaseDraft[] = [
  {
    ...head('icd10cm', 'icd10cm', '2025', ['2024-10-01', '2025-09-30']),
    codes: [
      code('K22', 'Other diseases', false),
      code('K22.0', 'Achalasia', true, 'K22'),
      code('K22.9', 'Gone later', true, 'K22'),
    ],
  },
  {
    ...head('icd10cm', 'icd10cm', '2026', ['2025-10-01', '2026-09-30']),
    codes: [
      code('K22', 'Other diseases of esophagus', false),
      code('K22.0', 'Achalasia of cardia', true, 'K22'),
      ...fracture,
    ],
    chapters: [{ chapter: '11', title: 'Digestive', from: 'K00', to: 'K95' }],
    sections: [{ section: 'K20-K31', title: 'Esophagus', chapter: '11', from: 'K20', to: 'K31' }],
    notes: [
      {
        scopeKind: 'code',
        scope: 'K22',
        kind: 'excludes2',
        text: 'varices (I85.-)',
        codes: [{ from: 'I85', to: 'I85' }],
        file: 0,
        locator: 'K22 excludes2 1',
      },
      {
        scopeKind: 'code',
        scope: 'K22',
        kind: 'inclusionTerm',
        text: 'a term of the category only',
        codes: [],
        file: 0,
        locator: 'K22 inclusion 1',
      },
      {
        scopeKind: 'chapter',
        scope: '11',
        kind: 'excludes2',
        text: 'neoplasms (C00-D49)',
        codes: [{ from: 'C00', to: 'D49' }],
        file: 0,
        locator: 'chapter 11',
      },
    ],
    sevenths: [
      { scope: 'S82', character: 'A', meaning: 'initial' },
      { scope: 'S82', character: 'D', meaning: 'subsequent' },
      { scope: 'S82', character: 'S', meaning: 'sequela' },
    ],
    index: [
      { table: 'disease', parent: -1, level: 0, title: 'Achalasia', nonEssential: ['cardia'], code: 'K22.0' },
      { table: 'disease', parent: 0, level: 1, title: 'of esophagus', nonEssential: [], code: 'K22.0' },
      {
        table: 'neoplasm',
        parent: -1,
        level: 0,
        title: 'esophagus',
        nonEssential: [],
        cells: ['K22.0', '', '', '', '', ''],
      },
    ],
    conversions: [{ code: 'K22.0', effective: '2025-10-01', previous: ['K22.9'] }],
    poaExempt: ['S82.61XS'],
  },
  {
    ...head('guidelines', null, '2026', ['2025-10-01', '2026-09-30']),
    guidelines: [
      {
        section: 'I.C.11',
        title: 'Chapter 11: Digestive (K00-K95)',
        page: 60,
        text: 'Nothing more.',
        file: 0,
      },
      {
        section: 'I.C.11.a',
        title: 'Esophagus',
        page: 61,
        text: 'Assign K22.0 when documented. See also K22.',
        file: 0,
      },
      { section: 'I.C.19', title: 'Injury', page: 80, text: 'Codes S00-T88 need a cause.', file: 0 },
    ],
  },
  {
    ...head('hcpcs', 'hcpcs', '2025-10', ['2025-10-01', '2025-12-31']),
    codes: [code('G0105', 'Screening', true, undefined, { validFrom: '1998-01-01', validTo: '2025-11-01' })],
  },
  {
    ...head('icd10pcs', 'icd10pcs', '2026', ['2025-10-01', '2026-09-30']),
    codes: [
      code('0D8', 'Division', false),
      code('0D848ZZ', 'Division of EGJ', true, '0D8'),
      code('0D878ZZ', 'Division of pylorus', true, '0D8'),
    ],
    pcsRows: [
      {
        table: '0D8',
        titles: ['Medical and Surgical', 'Gastrointestinal System', 'Division'],
        definition: 'Cutting into a body part',
        axisNames: ['Body Part', 'Approach', 'Device', 'Qualifier'],
        axes: [
          [
            { value: '4', label: 'Esophagogastric Junction' },
            { value: '7', label: 'Stomach, Pylorus' },
          ],
          [{ value: '8', label: 'Endoscopic' }],
          [{ value: 'Z', label: 'No Device' }],
          [{ value: 'Z', label: 'No Qualifier' }],
        ],
      },
    ],
  },
];

let folder: string;
let book: Book;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'show-'));
  const build = new BookBuild(folder, []);
  for (const draft of drafts) build.add(draft);
  build.commit();
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  book = opened.book;
});
afterAll(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

function page(asked: string, asOf = '2026-03-02') {
  const shown = showCode(book, asked, { asOf });
  if (!shown.found) throw new Error(`${asked}: ${shown.reason}`);
  return shown;
}

describe('the code page', () => {
  it('stands in its place: chapter, section, category', () => {
    const { hierarchy, billable, citations } = page('k220');
    expect(hierarchy.chapter?.chapter).toBe('11');
    expect(hierarchy.section?.section).toBe('K20-K31');
    expect(hierarchy.ancestors.map((up) => up.code)).toEqual(['K22']);
    expect(billable).toBe(true);
    expect(citations).toEqual([{ source: 'icd10cm-tabular', version: '2026', locator: 'K22.0' }]);
  });

  it('inherits notes with their origin, and leaves a category its own inclusion terms (conventions, Guidelines I.A)', () => {
    const groups = page('K22.0').notes;
    expect(groups.map((group) => group.kind)).toEqual(['excludes2']);
    expect(groups[0]?.notes.map((note) => [note.text, note.inherited, note.origin.scope])).toEqual([
      ['varices (I85.-)', true, 'K22'],
      ['neoplasms (C00-D49)', true, '11'],
    ]);
    expect(page('K22').notes.map((group) => group.kind)).toContain('inclusionTerm');
  });

  it('lists the Index paths and the column of a table that lead to it', () => {
    expect(page('K22.0').index.map(({ path, role }) => [path.join(' › '), role])).toEqual([
      ['Achalasia (cardia)', 'code'],
      ['Achalasia (cardia) › of esophagus', 'code'],
      ['esophagus', 'malignant primary'],
    ]);
  });

  it('names guideline sections, the code itself before a range (page cited)', () => {
    expect(page('K22.0').guidelines.map(({ section, names, mention }) => [section, names, mention])).toEqual([
      ['I.C.11.a', 'code', 'K22.0'],
      ['I.C.11', 'range', 'K00-K95'],
    ]);
    expect(page('K22').guidelines[0]).toMatchObject({ section: 'I.C.11.a', names: 'code', page: 61 });
    expect(page('S82.61XA').guidelines.map(({ section }) => section)).toEqual(['I.C.19']);
  });

  it('shows 7th characters with the full codes that exist (Guidelines I.A.4, I.A.5)', () => {
    const table = page('S82.61XA').seventhCharacters;
    expect(
      table?.characters.map(({ character, codes }) => [character, codes.map((ref) => ref.code)]),
    ).toEqual([
      ['A', ['S82.61XA']],
      ['D', []],
      ['S', ['S82.61XS']],
    ]);
  });

  it('finds the other side of the same fracture (Guidelines I.B.13)', () => {
    expect(page('S82.61XA').hierarchy.sideVariants.map(({ code: other, side }) => [other, side])).toEqual([
      ['S82.62XA', 'left'],
    ]);
    expect(page('K22.0').hierarchy.sideVariants).toEqual([]);
  });

  it('tells POA exemption only where a list is loaded', () => {
    expect(page('S82.61XS').poaExempt).toBe(true);
    expect(page('S82.61XA').poaExempt).toBe(false);
    expect(page('K22.0', '2025-01-01').poaExempt).toBeNull();
  });

  it('decodes a PCS code by its table row, with the codes other values would make', () => {
    const axes = page('0D848ZZ').pcs?.axes ?? [];
    expect(axes.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '0 Medical and Surgical',
      'D Gastrointestinal System',
      '8 Division',
      '4 Esophagogastric Junction',
      '8 Endoscopic',
      'Z No Device',
      'Z No Qualifier',
    ]);
    expect(axes[3]?.alternatives).toEqual([{ value: '7', label: 'Stomach, Pylorus', code: '0D878ZZ' }]);
    expect(axes[2]?.definition).toBe('Cutting into a body part');
  });
});

describe('dates', () => {
  it('judges by the release in force and keeps the history', () => {
    expect(page('K22.0', '2025-01-01').title).toBe('Achalasia');
    const shown = page('K22.0');
    expect(shown.history).toEqual([
      {
        from: '2025',
        to: '2026',
        change: 'title-revised',
        before: 'Achalasia',
        after: 'Achalasia of cardia',
      },
    ]);
    expect(shown.conversions[0]?.previous).toEqual(['K22.9']);
    expect(page('K22.0', '2027-01-01').asOf).toBe('after-release');
  });

  it('a deleted code, one past its own last day, one before any release, one unknown: each says why', () => {
    expect(showCode(book, 'K22.9', { asOf: '2026-03-02' })).toMatchObject({
      found: false,
      reason: 'not-valid-on-date',
      validFrom: '2024-10-01',
      validTo: '2025-09-30',
    });
    expect(showCode(book, 'G0105', { asOf: '2025-12-01' })).toMatchObject({
      found: false,
      reason: 'not-valid-on-date',
      validTo: '2025-11-01',
    });
    expect(showCode(book, 'K22.0', { asOf: '2020-01-01' })).toMatchObject({
      found: false,
      reason: 'before-oldest',
    });
    const unknown = showCode(book, 'K22.7');
    expect(unknown).toMatchObject({ found: false, reason: 'unknown' });
    expect(unknown.found ? [] : unknown.suggestions.map((near) => near.code)).toContain('K22.0');
    expect(showCode(book, 'K22.0', { system: 'cpt' })).toMatchObject({ found: false, reason: 'not-loaded' });
  });

  it('compares two releases', () => {
    const diff = diffReleases(book, 'icd10cm', '2025', '2026');
    if (!diff.found) throw new Error('both are loaded');
    expect(diff.deleted.map((ref) => ref.code)).toEqual(['K22.9']);
    expect(diff.added.map((ref) => ref.code)).toContain('S82.61XA');
    expect(diff.revised).toContainEqual({ code: 'K22.0', before: 'Achalasia', after: 'Achalasia of cardia' });
    expect(diffReleases(book, 'icd10cm', '2023', '2026')).toEqual({ found: false, missing: ['2023'] });
  });
});
