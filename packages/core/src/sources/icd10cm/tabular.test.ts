import { expect, test } from 'vitest';
import { tabularXml } from '../../../test/icd10cm-files.ts';
import { parseTabular } from './tabular.ts';

const parse = (text: string): ReturnType<typeof parseTabular> => parseTabular('t.xml', Buffer.from(text), 3);

test('notes stay where they are printed, with the codes they name', () => {
  const { notes } = parse(tabularXml('2026'));
  expect(
    notes.map(({ scopeKind, scope, kind, text, codes, locator }) => [
      scopeKind,
      scope,
      kind,
      text,
      codes.length,
      locator,
    ]),
  ).toEqual([
    ['chapter', '1', 'includes', 'what is caught', 0, 'chapter 1 includes 1'],
    ['code', 'A00', 'excludes1', 'fever of machines (Z99.-)', 1, 'A00 excludes1 1'],
    ['code', 'A00.0', 'inclusionTerm', 'First fever & chills', 0, 'A00.0 inclusionTerm 1'],
    ['code', 'S82', 'sevenChrNote', 'Add a 7th character', 0, 'S82 sevenChrNote 1'],
    ['code', 'Z99', 'codeFirst', 'the reason, such as: fever (A00.0-A00.9)', 1, 'Z99 codeFirst 1'],
  ]);
  expect(notes[4]?.codes).toEqual([{ from: 'A00.0', to: 'A00.9' }]);
});

test('chapters, sections and 7th characters', () => {
  const { chapters, sections, sevenths, categories } = parse(tabularXml('2026'));
  expect(chapters[0]).toEqual({ chapter: '1', title: 'Test infections', from: 'A00', to: 'A09' });
  expect(sections[1]).toEqual({
    section: 'S80-S89',
    title: 'Test legs',
    chapter: '19',
    from: 'S80',
    to: 'S89',
  });
  expect(sevenths).toEqual([
    { scope: 'S82', character: 'A', meaning: 'first visit' },
    { scope: 'S82', character: 'S', meaning: 'sequela' },
  ]);
  expect(categories).toBe(3);
});

test('a section is as wide as its categories: C4A stands in C43-C44', () => {
  const xml = tabularXml('2026')
    .replaceAll('A00-A09', 'A00-A01')
    .replaceAll('<name>A00.9</name>', '<name>A0A</name>');
  expect(parse(xml).sections[0]).toMatchObject({ from: 'A00', to: 'A0A' });
});

test('a cut file is told by its line, another document by what is missing', () => {
  const xml = tabularXml('2026');
  expect(() => parse(xml.slice(0, xml.length - 200))).toThrow(
    /^t\.xml: line \d+: not well-formed XML, cut or damaged/,
  );
  expect(() => parse('<html/>')).toThrow(/no chapters; expected the Tabular List/);
});
