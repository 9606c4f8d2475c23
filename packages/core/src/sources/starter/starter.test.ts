import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReleaseDraft } from '../../book/rows.ts';
import { EXPLAINER_SECTIONS } from './explainer.ts';
import { readStarter } from './read-starter.ts';

const TAB = `# comment
chapter 11 Test digestion (K00-K95)
  excludes2: other matters (P04-P96)
section K20-K31 Test gullets
  excludes2: hernia (K44.-)
K22 Other test gullets
K22.0 * Tight test gullet
  inclusion: Tight gullet NOS
  excludes1: from birth (Q39.5, Q40)
  flag: poa-exempt
chapter 19 Test injuries (S00-T88)
section S80-S89 Test legs
S82 Broken test leg
  7th A first visit
  7th S sequela
S82.6 Broken test ankle
S82.61 Right
S82.62 Left
  7th-not S
`;

const PAGE = `---
number: 43497
name: Test page
family: test
related: 43235
---
${EXPLAINER_SECTIONS.map((heading) => `## ${heading}\n\nWords.\n`).join('\n')}`;

const FILES: Readonly<Record<string, string>> = {
  'starter/release.txt':
    '# source version from to\nicd10cm 2026 2025-10-01 2026-09-30\nicd10pcs 2026 2025-10-01 2026-09-30\nhcpcs 2025-10 2025-10-01 2025-12-31\nprocedures 2026 2026-01-01 2026-12-31\n',
  'starter/icd10cm/K20-K31-test.tab': TAB,
  'starter/index/k.idx':
    'Tight (gullet) (hiatus)\n- gullet, test K22.0 — see also Hernia\n- - elsewhere K22.- [S82.6-]\nHiccough — see Hiccup\n',
  'starter/index/neoplasm.tbl':
    'gullet (upper) | C15.9 | C78.89 | -- | D13.0 | D37.8 | D49.0\n- lower | C15.5 | -- | -- | -- | -- | --\n',
  'starter/icd10pcs/0D8.pcs':
    'table 0D8 Test Surgery | Test System | Division\nrow\n  4 body part: 4 Junction | 7 Pylorus\n  5 approach: 8 Via Opening\n  6 device: Z No Device\n  7 qualifier: Z No Qualifier\n',
  'starter/icd10pcs/index.pidx': 'Myotomy 0D8\n- MRI of — use Junction\n',
  'starter/icd10pcs/keys.tsv': 'body part\tCardia\tJunction\n',
  'starter/hcpcs.tsv': 'G0008\tcode\tTest shot\t1994\nLT\tmodifier\tLeft\t\n',
  'starter/procedures/gut.tsv': '43497\tTest cut\tmyotomy\tcut; gullet cut\n',
  'explainers/43497.md': PAGE,
};

let knowledge = '';
beforeEach(() => {
  knowledge = mkdtempSync(join(tmpdir(), 'casebook-starter-'));
});
afterEach(() => rmSync(knowledge, { recursive: true, force: true }));

function read(changes: Readonly<Record<string, string>> = {}): Map<string, ReleaseDraft> {
  for (const [name, text] of Object.entries({ ...FILES, ...changes })) {
    mkdirSync(join(knowledge, dirname(name)), { recursive: true });
    writeFileSync(join(knowledge, name), text);
  }
  return new Map(readStarter(knowledge).map((draft) => [draft.source, draft]));
}

describe('the tables compile', () => {
  test('7th characters are added to leaves, padded with X, except where ruled out', () => {
    const draft = read().get('icd10cm');
    expect(draft?.codes.map(({ code, billable, parent }) => [code, billable, parent])).toEqual([
      ['K22', false, undefined],
      ['K22.0', true, 'K22'],
      ['S82', false, undefined],
      ['S82.6', false, 'S82'],
      ['S82.61', false, 'S82.6'],
      ['S82.61XA', true, 'S82.61'],
      ['S82.61XS', true, 'S82.61'],
      ['S82.62', false, 'S82.6'],
      ['S82.62XA', true, 'S82.62'],
    ]);
    expect(draft?.codes[5]?.title).toBe('Right, first visit');
    expect(draft?.poaExempt).toEqual(['K22.0']);
  });

  test('notes hang on the line above them', () => {
    const notes = read().get('icd10cm')?.notes ?? [];
    expect(
      notes.map(({ scopeKind, scope, kind, locator }) => `${scopeKind} ${scope} ${kind} ${locator}`),
    ).toEqual([
      'chapter 11 excludes2 starter/icd10cm/K20-K31-test.tab:3',
      'section K20-K31 excludes2 starter/icd10cm/K20-K31-test.tab:5',
      'code K22.0 inclusionTerm starter/icd10cm/K20-K31-test.tab:8',
      'code K22.0 excludes1 starter/icd10cm/K20-K31-test.tab:9',
    ]);
    expect(notes[3]?.codes.map(({ from }) => from)).toEqual(['Q39.5', 'Q40']);
  });

  test('the index, with references, manifestations and the neoplasm table under its main term', () => {
    const index = read().get('icd10cm')?.index ?? [];
    expect(index[0]).toMatchObject({ title: 'Tight', nonEssential: ['gullet', 'hiatus'], parent: -1 });
    expect(index[1]).toMatchObject({ title: 'gullet, test', code: 'K22.0', seeAlso: 'Hernia', parent: 0 });
    expect(index[2]).toMatchObject({ code: 'K22.-', manifestation: 'S82.6-', parent: 1, level: 2 });
    expect(index[3]).toMatchObject({ title: 'Hiccough', see: 'Hiccup' });
    expect(index[4]).toMatchObject({ table: 'neoplasm', title: 'Neoplasm, neoplastic', level: 0 });
    expect(index[5]).toMatchObject({
      title: 'gullet',
      parent: 4,
      cells: ['C15.9', 'C78.89', '', 'D13.0', 'D37.8', 'D49.0'],
    });
    expect(index[6]).toMatchObject({ title: 'lower', parent: 5 });
  });

  test('PCS tables, index and keys; a capital word is no table', () => {
    const draft = read().get('icd10pcs');
    expect(draft?.codes.map(({ code }) => code)).toEqual(['0D8', '0D848ZZ', '0D878ZZ']);
    expect(draft?.pcsRows[0]?.axisNames).toEqual(['Body Part', 'Approach', 'Device', 'Qualifier']);
    expect(draft?.index[0]).toMatchObject({ title: 'Myotomy', code: '0D8' });
    expect(draft?.index[1]).toMatchObject({ title: 'MRI of', use: 'Junction' });
    expect(draft?.pcsKeys).toEqual([{ axis: 'body part', term: 'Cardia', preferred: 'Junction' }]);
  });

  test('Level II, procedures and their pages', () => {
    const drafts = read();
    expect(drafts.get('hcpcs')?.codes[0]).toMatchObject({
      code: 'G0008',
      validFrom: '1994-01-01',
      kind: 'code',
    });
    const procedures = drafts.get('procedures');
    expect(procedures).toMatchObject({ system: 'cpt', edition: 'starter' });
    expect(procedures?.codes[0]?.attributes).toEqual({ family: 'myotomy', 'index words': 'cut; gullet cut' });
    expect(procedures?.explainers[0]?.sections).toHaveLength(EXPLAINER_SECTIONS.length);
  });
});

describe('a line that breaks its format is named with what was expected', () => {
  const tab = 'starter/icd10cm/K20-K31-test.tab';
  const cases: readonly [string, string, string, RegExp][] = [
    [
      'a code outside any section',
      tab,
      'K22 Words\n',
      /K20-K31-test\.tab:1: K22 before any chapter and section/,
    ],
    ['a code of another section', tab, `${TAB}K22 x\n`, /:20: K22 is listed already at .*:6/],
    ['a code of another section', tab, `${TAB}T20 x\n`, /:20: T20 is not in section S80-S89/],
    ['a child before its category', tab, `${TAB}S83.1 x\n`, /:20: S83\.1 comes before its category S83/],
    [
      'a child of a billable code',
      tab,
      TAB.replace('S82 B', 'S82 * B'),
      /:16: S82\.6 is below S82, which is marked billable/,
    ],
    ['an unknown note', tab, TAB.replace('inclusion:', 'inclusive:'), /:8: expected two spaces and/],
    ['an unknown flag', tab, TAB.replace('poa-exempt', 'poa'), /:10: unknown flag "poa"/],
    [
      'another title for a chapter',
      'starter/icd10cm/L.tab',
      'chapter 11 Other (K00-K95)\n',
      /L\.tab:1: chapter 11 is "Test digestion/,
    ],
    ['too many dashes', 'starter/index/k.idx', 'A\n- - b K22.0\n', /k\.idx:2: 2 dashes under/],
    [
      'five columns',
      'starter/index/neoplasm.tbl',
      'x | C15.9\n',
      /neoplasm\.tbl:1: has 1 columns after the term; expected six/,
    ],
    [
      'no code in a column',
      'starter/index/neoplasm.tbl',
      'x | C | -- | -- | -- | -- | --\n',
      /"C" is no code/,
    ],
    [
      'an axis out of turn',
      'starter/icd10pcs/0D8.pcs',
      'table 0D8 a | b | c\nrow\n  5 approach: 0 Open\n',
      /0D8\.pcs:3: axis 5 is out of turn; expected 4/,
    ],
    [
      'a row of three axes',
      'starter/icd10pcs/0D8.pcs',
      'table 0D8 a | b | c\nrow\n  4 x: 0 y\n',
      /0D8\.pcs:2: the row has 1 axes/,
    ],
    ['a dental code', 'starter/hcpcs.tsv', 'D0120\tcode\tx\t\n', /hcpcs\.tsv:1: "D0120" is no Level II code/],
    [
      'no family',
      'starter/procedures/gut.tsv',
      '43497\tx\n',
      /procedures\/gut\.tsv:1: 43497 needs a name and a family/,
    ],
    [
      'a page under another number',
      'explainers/43498.md',
      PAGE,
      /43498\.md:1: number "43497" does not match/,
    ],
    [
      'a page without a section',
      'explainers/43497.md',
      PAGE.replace('## Variants', '## Kinds'),
      /expected the sections/,
    ],
    [
      'no release line',
      'starter/release.txt',
      'icd10cm 2026 2025-10-01 2026-09-30\n',
      /no line for icd10pcs/,
    ],
    ['a wrong day', 'starter/release.txt', 'icd10cm 2026 1.10.2025 x\n', /release\.txt:1: expected source/],
  ];
  test.each(cases)('%s: %s', (_, name, text, message) => {
    expect(() => read({ [name]: text })).toThrow(message);
  });
});
