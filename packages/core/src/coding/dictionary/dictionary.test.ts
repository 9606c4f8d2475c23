import { describe, expect, test } from 'vitest';
import { emptyDraft, type IndexRow, type ReleaseDraft } from '../../book/rows.ts';
import { Dictionary, encodeDictionary } from './blobs.ts';
import { compile } from './compile.ts';
import { behaviourTerm } from './entry.ts';
import { termsOf, titleTerms } from './terms.ts';

const line = (parent: number, title: string, more: Partial<IndexRow> = {}): IndexRow => ({
  table: 'disease',
  parent,
  level: parent < 0 ? 0 : 1,
  title,
  nonEssential: [],
  ...more,
});

const code = (name: string, title: string, billable = true): ReleaseDraft['codes'][number] => ({
  code: name,
  title,
  billable,
  kind: 'code',
  file: 0,
  locator: '',
});

const draft: ReleaseDraft = {
  ...emptyDraft({
    source: 'icd10cm',
    system: 'icd10cm',
    version: 'test',
    edition: 'starter',
    effective: ['2025-10-01', '2026-09-30'],
    files: [],
  }),
  codes: [
    code('C34', 'Malignant neoplasm of lung', false),
    code('C34.90', 'Malignant neoplasm of lung, unspecified'),
    code('I96', 'Gangrene'),
    code('R06.6', 'Hiccough'),
    code('I62.9', 'Intracranial bleeding'),
    code('A04.71', 'Clostridial enteritis, recurrent'),
    code('A04.72', 'Clostridial enteritis, not specified as recurrent'),
    code('C71.9', 'Glioma'),
    code('C80.1', 'Growth'),
  ],
  index: [
    line(-1, 'Necrosis, necrotic', { code: 'I96' }),
    line(-1, 'Hiccup', { code: 'R06.6' }),
    line(-1, 'Hiccough', { see: 'Hiccup' }),
    line(-1, 'Carcinoma', { seeAlso: 'Neoplasm, by site, malignant' }),
    { ...line(-1, 'lung'), table: 'neoplasm', cells: ['C34.90', '', '', '', '', ''] },
    line(-1, 'Singultus', { see: 'Hiccup, nowhere' }),
    line(-1, 'Bleeding'),
    line(6, 'internal, intracranial', { code: 'I62.9' }),
    line(-1, 'Enteritis'),
    line(8, 'clostridial'),
    line(9, 'recurrent', { code: 'A04.71' }),
    line(9, 'not specified as recurrent', { code: 'A04.72' }),
    line(-1, 'Glioma'),
    line(12, 'unspecified site', { code: 'C71.9' }),
    line(-1, 'Growth'),
    line(14, 'unspecified site', { code: 'C80.1' }),
  ],
};

const entries = compile(draft).entries;
const targets = (word: string): string[] =>
  entries
    .filter((entry) => entry.required.join(' ') === word)
    .map((entry) => draft.codes[entry.target]?.code ?? '');

describe('compiling the Index', () => {
  test('two forms of one main term: the first is enough', () => {
    expect(targets('necrosis')).toContain('I96');
  });
  const byWord = (word: string): string[][] =>
    entries.filter(({ required }) => required.includes(word)).map(({ required }) => [...required]);
  test('words that share a beginning alone are two', () => {
    expect(byWord('intracranial').length).toBeGreaterThan(0);
  });
  test('"not specified as" is what a record says nothing of', () => {
    const found = entries.filter(({ target }) => draft.codes[target]?.code === 'A04.72' && target >= 0);
    expect(found.map(({ required }) => required.length)).toContain(2);
    expect(byWord('recurrent').length).toBeGreaterThan(0);
  });
  test('a tumor of no told site is what its name leads to, a growth of no told kind is not', () => {
    expect(targets('glioma')).toContain('C71.9');
    expect(byWord('site').length).toBeGreaterThan(0);
    expect(entries.filter(({ kind, required }) => kind === 'index' && required.join() === 'growth')).toEqual(
      [],
    );
  });
  test('"see" leads to the code it names', () => {
    expect(targets('hiccough')).toContain('R06.6');
  });
  test('"see" that cannot be followed to its end leads nowhere', () => {
    expect(targets('singultus')).toEqual([]);
  });
  test('a histology word says a behaviour, the Neoplasm Table asks for it', () => {
    expect(
      entries.some(
        (entry) => entry.kind === 'morphology' && entry.required.includes('carcinoma') && entry.target === 2,
      ),
    ).toBe(true);
    const cell = entries.find((entry) => entry.kind === 'neoplasm');
    expect(cell?.required).toEqual([behaviourTerm(2), 'lung']);
  });
  test('what is stored is read back', () => {
    const dictionary = new Dictionary(encodeDictionary(compile(draft)));
    expect(dictionary.size).toBe(entries.length);
    const word = dictionary.id('hiccup');
    expect(word).toBeGreaterThanOrEqual(0);
    const found = [...dictionary.anchors.at(word)].map((entry) => dictionary.targets[entry]);
    expect(found).toContain(3);
    expect(dictionary.id('no such word')).toBe(-1);
  });
});

describe('terms', () => {
  test.each([
    ['Lesion(s) of kidney', ['lesion', 'kidney']],
    ['Hepatitis A', ['hepatitis', 'lettera']],
    ['PRES', ['^pres']],
    ['Type II', ['type', '2']],
  ])('%s', (phrase, expected) => {
    expect(termsOf(phrase)).toEqual(expected);
  });
  test('"without" asks for nothing', () => {
    expect(titleTerms('Gastro-esophageal reflux disease without esophagitis').terms).not.toContain(
      'esophagitis',
    );
  });
});
