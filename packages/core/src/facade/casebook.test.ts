import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBookFolder } from '../book/book.ts';
import { type CodeRow, emptyDraft, type GuidelineRow, type ReleaseDraft } from '../book/rows.ts';
import { BookBuild } from '../book/store.ts';
import { indexers } from '../indexers.ts';
import { type Casebook, casebookOf } from './casebook.ts';
import { missProblem } from './miss.ts';

let folder: string;
let casebook: Casebook;

const code = (plain: string, title: string): CodeRow => ({
  code: plain,
  title,
  billable: true,
  kind: 'code',
  file: 0,
  locator: 'line 1',
});

const section = (number: string, title: string): GuidelineRow => ({
  section: number,
  title,
  page: 7,
  text: `${title}.`,
  file: 0,
});

function release(
  source: 'icd10cm' | 'guidelines',
  version: number,
  rows: Partial<ReleaseDraft>,
): ReleaseDraft {
  return {
    ...emptyDraft({
      source,
      system: source === 'guidelines' ? null : source,
      version: String(version),
      edition: 'official',
      effective: [`${version - 1}-10-01`, `${version}-09-30`],
      files: [{ name: 'a.txt', kind: 'k', sha256: `${source}${version}`, bytes: 1 }],
    }),
    ...rows,
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facade-'));
  const build = new BookBuild(join(folder, 'book'), indexers);
  build.add(
    release('icd10cm', 2025, {
      codes: [code('K22.0', 'Achalasia'), code('K22.4', 'Dyskinesia of esophagus')],
    }),
  );
  build.add(
    release('icd10cm', 2026, { codes: [code('K22.0', 'Achalasia of cardia'), code('K22.81', 'Polyp')] }),
  );
  build.add(
    release('guidelines', 2026, {
      guidelines: [
        section('I.C', 'Chapters'),
        section('I.C.9', 'Circulatory'),
        section('I.C.9.a', 'Hypertension'),
        section('I.C.90', 'Not below it'),
      ],
    }),
  );
  build.commit();
  const opened = openBookFolder(join(folder, 'book'));
  if (!opened.ok) throw new Error(opened.detail);
  for (const part of ['notes', 'cases']) mkdirSync(join(folder, part));
  writeFileSync(join(folder, 'notes', 'ed-visit.txt'), 'Assessment: achalasia.');
  writeFileSync(join(folder, 'notes', 'poem-note.txt'), 'Achalasia.');
  writeFileSync(join(folder, 'cases', 'ed-visit.json'), '{"context":{"setting":"ed"},"mustCode":[]}');
  casebook = casebookOf({
    book: opened.book,
    edition: 'official',
    rules: [],
    lexicon: { sha256: '', abbreviations: [], synonyms: [], cues: [], sections: [] },
    examples: { notes: join(folder, 'notes'), cases: join(folder, 'cases') },
    now: () => 0,
  });
});
afterEach(() => {
  casebook.close();
  rmSync(folder, { recursive: true, force: true });
});

const failure = (outcome: { ok: boolean; problem?: { message: string; exitCode: number } }): unknown =>
  outcome.ok ? 'ok' : [outcome.problem?.exitCode, outcome.problem?.message];

describe('a date that no release covers', () => {
  const before = [3, 'no icd10cm release covers 2020-01-01: the oldest loaded begins 2024-10-01'];

  it('is said, whatever is asked', () => {
    expect(failure(casebook.search('achalasia', { asOf: '2020-01-01' }))).toEqual(before);
    expect(failure(casebook.code('Achalasia.', { dateOfService: '2020-01-01' }))).toEqual(before);
    const page = casebook.show('K22.0', { asOf: '2020-01-01' });
    expect(page.found ? '' : missProblem(page, '2020-01-01').message).toEqual(before[1]);
  });

  it('and a source that is not loaded at all', () => {
    expect(failure(casebook.search('x', { systems: ['hcpcs'] }))).toEqual([3, 'not loaded: hcpcs']);
    const page = casebook.show('J1100', { system: 'hcpcs' });
    expect(page.found ? '' : missProblem(page)).toMatchObject({
      exitCode: 3,
      message: 'not loaded: hcpcs',
    });
  });
});

describe('a code that has no page', () => {
  it('is unknown, with what is near', () => {
    const page = casebook.show('K22.01');
    expect(page.found ? '' : missProblem(page)).toMatchObject({
      id: 'unknown-code',
      exitCode: 2,
      message: expect.stringContaining('did you mean K22.0 ') as string,
    });
  });

  it('is not valid on the date, with when it is', () => {
    const page = casebook.show('K22.81', { asOf: '2025-01-01' });
    expect(page.found ? '' : missProblem(page, '2025-01-01')).toMatchObject({
      id: 'code-not-valid-on-date',
      message: expect.stringMatching(/^K22\.81 is not valid on 2025-01-01 \((from )?2025-10-01/) as string,
    });
  });
});

describe('two releases side by side', () => {
  it('are compared', () => {
    const outcome = casebook.diff('icd10cm', '2025', '2026');
    expect(outcome.ok ? outcome.diff : null).toMatchObject({
      added: [{ code: 'K22.81', title: 'Polyp' }],
      deleted: [{ code: 'K22.4' }],
      revised: [{ code: 'K22.0', before: 'Achalasia', after: 'Achalasia of cardia' }],
    });
    expect(failure(casebook.diff('icd10cm', '2023', '2026'))).toEqual([3, 'not loaded: icd10cm 2023']);
    expect(failure(casebook.diff('hcpcs', '1', '2'))).toEqual([3, 'not loaded: hcpcs 1, 2']);
  });

  it('are listed newest first', () => {
    expect(
      casebook.releases().map(({ source, version, rows, billable }) => [source, version, rows, billable]),
    ).toEqual([
      ['guidelines', '2026', 4, 0],
      ['icd10cm', '2026', 2, 2],
      ['icd10cm', '2025', 2, 2],
    ]);
  });
});

describe('guidelines', () => {
  it('a section comes with what is numbered below it, and nothing else', () => {
    const outcome = casebook.guideline('I.C.9');
    expect(outcome.ok ? outcome.guideline.sections.map((row) => row.section) : null).toEqual([
      'I.C.9',
      'I.C.9.a',
    ]);
    expect(failure(casebook.guideline('IX.Z'))).toEqual([2, 'the guidelines have no section IX.Z']);
    expect(failure(casebook.guideline('I.C', '2020-01-01'))).toEqual([
      3,
      'no guidelines release covers 2020-01-01: the oldest loaded begins 2025-10-01',
    ]);
  });
});

describe('examples', () => {
  it('come with the encounter they are from, the operative note first', () => {
    expect(casebook.examples()).toEqual([
      { name: 'poem-note', title: 'POEM note' },
      { name: 'ed-visit', title: 'ED visit' },
    ]);
    const outcome = casebook.example('ed-visit');
    expect(outcome.ok ? outcome.example : null).toEqual({
      name: 'ed-visit',
      title: 'ED visit',
      text: 'Assessment: achalasia.',
      context: { setting: 'ed' },
    });
    expect(failure(casebook.example('../cases/ed-visit'))).toEqual([
      2,
      'there is no example note ../cases/ed-visit',
    ]);
  });
});

describe('a note', () => {
  it('is coded with a citation of the release in force', () => {
    const outcome = casebook.code('Assessment: dyskinesia of esophagus.', { dateOfService: '2025-01-01' });
    expect(outcome.ok ? outcome.note.codes.map((one) => one.code) : null).toEqual(['K22.4']);
    expect(outcome.ok ? outcome.note.book[0] : null).toMatchObject({ source: 'icd10cm', version: '2025' });
  });

  it('of white space is none', () => {
    expect(failure(casebook.code(' \n'))).toEqual([2, expect.stringContaining('note: the note is empty')]);
  });
});
