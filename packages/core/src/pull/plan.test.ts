import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAccepted, readAcceptances, recordAcceptance } from './acceptance.ts';
import { type Catalogue, type CatalogueFile, parseCatalogue, shippedCatalogue } from './catalogue.ts';
import { planPull } from './plan.ts';

const file = (more: Partial<CatalogueFile>): CatalogueFile => ({
  source: 'icd10cm',
  version: '2026',
  effective: ['2025-10-01', '2026-09-30'],
  name: 'a.zip',
  urls: ['https://example.org/a.zip'],
  bytes: null,
  sha256: [],
  terms: null,
  optional: false,
  addressChecked: true,
  ...more,
});

const catalogue: Catalogue = {
  date: '2026-11-23',
  terms: [{ id: 'ama', title: 'Terms', url: 'https://example.org/terms', summary: 'In short.' }],
  files: [
    file({}),
    file({ version: '2025', effective: ['2024-10-01', '2025-09-30'], name: 'b.zip' }),
    file({ source: 'hcpcs', version: '2025-10', name: 'c.zip', terms: 'ama' }),
  ],
};

const names = (requests: string[]): string[] => {
  const outcome = planPull(catalogue, requests);
  return outcome.ok ? outcome.plan.files.map(({ name }) => name) : [outcome.problem.message];
};

describe('what is downloaded', () => {
  it.each([
    [[], ['a.zip', 'c.zip']],
    [['icd10cm'], ['a.zip']],
    [['icd10cm@2025'], ['b.zip']],
    [['icd10cm', 'icd10cm@2026'], ['a.zip']],
    [['icd10cm@1999'], ['icd10cm@1999 is not in the catalogue of 2026-11-23']],
    [['unheard'], ['unheard is not in the catalogue of 2026-11-23']],
  ])('%j gives %j', (requests, expected) => {
    expect(names(requests)).toEqual(expected);
  });

  it('names the terms that stand on it', () => {
    const terms = (request: string): string[] => {
      const outcome = planPull(catalogue, [request]);
      return outcome.ok ? outcome.plan.terms.map(({ id }) => id) : [];
    };
    expect(terms('hcpcs')).toEqual(['ama']);
    expect(terms('icd10cm')).toEqual([]);
  });
});

describe('the shipped catalogue', () => {
  it('has the shape that is asked of anybody’s', () => {
    const text = JSON.stringify(shippedCatalogue());
    expect(parseCatalogue(text, 'catalogue.json')).toEqual({ ok: true, catalogue: JSON.parse(text) });
  });

  it('names only addresses of the publishers, protected', () => {
    for (const { urls } of shippedCatalogue().files)
      for (const url of urls) expect(url).toMatch(/^https:\/\/(www\.cms\.gov|ftp\.cdc\.gov)\//);
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'needs date, terms and files'],
    [JSON.stringify({ date: 'd', files: [{}] }), 'file 1: needs source, version and name'],
    [
      JSON.stringify({ ...catalogue, files: [file({ name: '../a.zip' })] }),
      'file 1: name must be a plain file name',
    ],
    [
      JSON.stringify({ ...catalogue, files: [file({ urls: ['file:///etc/passwd'] })] }),
      'file 1: urls must be http(s) addresses',
    ],
    [
      JSON.stringify({ ...catalogue, files: [file({ sha256: ['12'] })] }),
      'file 1: sha256 must be a list of lower-case SHA-256 sums',
    ],
    [
      JSON.stringify({ ...catalogue, files: [file({ terms: 'x' })] }),
      'file 1: terms must be null or the id of listed terms',
    ],
  ])('refuses %s', (text, what) => {
    const outcome = parseCatalogue(text, 'mine.json');
    expect(outcome.ok ? '' : outcome.problem.message).toBe(
      `mine.json: not a catalogue of publishers’ files (${what})`,
    );
  });
});

describe('acceptance', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const [terms] = catalogue.terms;
  const [free, , licensed] = catalogue.files;
  if (terms === undefined || free === undefined || licensed === undefined) throw new Error('catalogue above');

  it('is recorded with who, when and which files, and added to', () => {
    const by = { who: 'coder', when: new Date('2026-11-23T05:00:00Z') };
    recordAcceptance(home, terms, [licensed], by);
    recordAcceptance(home, terms, [licensed], { ...by, who: 'auditor' });
    const records = JSON.parse(readFileSync(join(home, 'acceptances.json'), 'utf8')) as unknown[];
    expect(records).toHaveLength(2);
    expect(records[0]).toEqual({
      terms: 'ama',
      title: 'Terms',
      url: 'https://example.org/terms',
      who: 'coder',
      when: '2026-11-23T05:00:00.000Z',
      files: ['hcpcs 2025-10 c.zip'],
    });
  });

  it('holds for the files it names, not for a later issue', () => {
    expect(isAccepted(readAcceptances(home), free)).toBe(true);
    expect(isAccepted(readAcceptances(home), licensed)).toBe(false);
    recordAcceptance(home, terms, [licensed], { who: 'coder', when: new Date(0) });
    expect(isAccepted(readAcceptances(home), licensed)).toBe(true);
    expect(isAccepted(readAcceptances(home), { ...licensed, version: '2026-01' })).toBe(false);
  });
});
