import { expect, test } from 'vitest';
import { indexXml } from '../../test/icd10cm-files.ts';
import { modifiersIn, parseIndexXml } from './index-xml.ts';

test('lines in printed order under their parents, counted from where they will stand', () => {
  const rows = parseIndexXml('i.xml', Buffer.from(indexXml('2026')), 'disease', 10);
  expect(rows).toEqual([
    {
      table: 'disease',
      parent: -1,
      level: 0,
      title: 'Broken, ankle',
      nonEssential: ['cracked', 'snapped (twice)'],
      code: 'S82.6-',
    },
    {
      table: 'disease',
      parent: 10,
      level: 1,
      title: 'with fever',
      nonEssential: [],
      code: 'A00.9',
      manifestation: 'Z99.0',
    },
    {
      table: 'disease',
      parent: 10,
      level: 1,
      title: 'elsewhere',
      nonEssential: [],
      see: 'category S82',
      code: 'S82.-',
    },
    { table: 'disease', parent: -1, level: 0, title: 'Burnt', nonEssential: [], see: 'Broken, ankle' },
  ]);
});

test('columns of the neoplasm and drug tables, dashes as nothing', () => {
  const xml = `<ICD10CM.index><letter><title>N</title><mainTerm><title>Test</title>
    <cell col="2">C80.1</cell><cell col="4">--</cell><cell col="5">-</cell><cell col="7">C79.8-</cell></mainTerm></letter></ICD10CM.index>`;
  const [row] = parseIndexXml('n.xml', Buffer.from(xml), 'neoplasm', 0);
  expect(row?.cells).toEqual(['C80.1', '', '', '', '', 'C79.8-']);
});

test('PCS references keep their words and give their table or prefix as the code', () => {
  const xml = `<ICD10PCS.index><letter><title>A</title><mainTerm><title>Test</title>
    <term level="1"><see>Repair, Test<codes>0WQF</codes></see></term>
    <term level="1"><title>x</title><use>Test Device</use></term></mainTerm></letter></ICD10PCS.index>`;
  const rows = parseIndexXml('p.xml', Buffer.from(xml), 'pcs', 0);
  expect(rows[1]).toMatchObject({ title: '', see: 'Repair, Test', code: '0WQF' });
  expect(rows[2]).toMatchObject({ title: 'x', use: 'Test Device' });
});

test('a code printed inside a see-also reference is the line’s own', () => {
  const line = (seeAlso: string): unknown =>
    parseIndexXml(
      'i.xml',
      Buffer.from(`<i><mainTerm><title>T</title><seeAlso>${seeAlso}</seeAlso></mainTerm></i>`),
      'disease',
      0,
    )[0];
  expect(line('Fracture, traumatic M84.40')).toMatchObject({
    seeAlso: 'Fracture, traumatic',
    code: 'M84.40',
  });
  expect(line('subcategory M14.8-')).not.toHaveProperty('code');
});

test('modifiers are parted at their parentheses', () => {
  expect(modifiersIn('(-astasia) (hysterical)')).toEqual(['-astasia', 'hysterical']);
  expect(modifiersIn('(s) ')).toEqual(['s']);
  expect(modifiersIn('(unclosed')).toEqual(['unclosed']);
  expect(modifiersIn('')).toEqual([]);
});
