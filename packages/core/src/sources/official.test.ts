import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { dotless } from '../book/code-key.ts';
import type { ReleaseDraft } from '../book/rows.ts';
import { codesOfRow } from './icd10pcs/tables.ts';
import { readSources, type SourceReading } from './index.ts';

/** The publishers' own files, where a development machine has them; nothing of them is in the repository. */
const OFFICIAL =
  process.env.CASEBOOK_OFFICIAL ??
  join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'official');

/** What is kept of each draft, so that one release is in memory at a time. */
interface Figures {
  readonly rows: number;
  readonly billable: number;
  readonly modifiers: number;
  readonly effective: readonly string[];
}

describe.skipIf(!existsSync(OFFICIAL))('full size', () => {
  const figures = new Map<string, Figures>();
  const facts = new Map<string, unknown>();
  let reading: SourceReading;

  beforeAll(async () => {
    reading = await readSources(
      ['icd10cm', 'icd10pcs', 'hcpcs', 'guidelines'].map((name) => join(OFFICIAL, name)),
    );
    for await (const draft of reading.drafts) note(draft);
  });

  function note(draft: ReleaseDraft): void {
    const codes = draft.codes.filter(({ kind }) => kind === 'code');
    const name = `${draft.source} ${draft.version}`;
    figures.set(name, {
      rows: draft.source === 'guidelines' ? draft.guidelines.length : codes.length,
      billable: codes.filter(({ billable }) => billable).length,
      modifiers: draft.codes.length - codes.length,
      effective: draft.effective,
    });
    if (name === 'icd10cm 2026') noteIcd10cm(draft);
    if (draft.source === 'icd10pcs') {
      const product = new Set(draft.pcsRows.flatMap((row) => [...codesOfRow(row)]));
      const billable = codes.filter((row) => row.billable).map(({ code }) => code);
      facts.set(`${name} outside its tables`, billable.filter((code) => !product.has(code)).length);
      facts.set(`${name} product`, product.size);
    }
    if (draft.source === 'guidelines')
      facts.set(
        name,
        draft.guidelines.find(({ section }) => section === 'I.A.12.a'),
      );
  }

  function noteIcd10cm(draft: ReleaseDraft): void {
    const known = new Set(draft.codes.map(({ code }) => code));
    facts.set('notes', draft.notes.length);
    facts.set(
      'notes on no code',
      draft.notes.filter(({ scopeKind, scope }) => scopeKind === 'code' && !known.has(scope)).length,
    );
    facts.set(
      'achalasia',
      draft.index.filter(({ code }) => code === 'K22.0').map(({ title }) => title),
    );
    facts.set(
      'kinds',
      draft.files.map(({ kind }) => kind),
    );
    const orphans = draft.index.filter(
      ({ parent, level }, i) =>
        parent >= i || level !== (parent < 0 ? 0 : (draft.index[parent]?.level ?? -9) + 1),
    );
    facts.set('index lines under a wrong one', orphans.length);
    facts.set('exempt codes that are not codes', draft.poaExempt.filter((code) => !known.has(code)).length);
    facts.set('sevenths', new Set(draft.sevenths.map(({ scope }) => dotless(scope))).size);
  }

  test('no problem in any of them', () => {
    expect(reading.problems).toEqual([]);
  });

  test.each([
    ['icd10cm 2021', 95_358, 72_621],
    ['icd10cm 2024', 97_296, 74_044],
    ['icd10cm 2025', 97_584, 74_260],
    ['icd10cm 2025-04', 97_584, 74_260],
    ['icd10cm 2026', 98_186, 74_719],
    ['icd10pcs 2025', 79_856, 78_948],
    ['icd10pcs 2026', 80_029, 79_115],
    ['icd10pcs 2026-04', 80_110, 79_193],
  ])('%s: %i rows, %i billable', (name, rows, billable) => {
    expect(figures.get(name)).toMatchObject({ rows, billable });
  });

  test('Level II of October 2025: 8,463 codes and 383 modifiers, no dental code among them', () => {
    expect(figures.get('hcpcs 2025-10')).toEqual({
      rows: 8_463,
      billable: 7_258,
      modifiers: 383,
      effective: ['2025-10-01', '2025-12-31'],
    });
  });

  test('effective ranges', () => {
    expect(figures.get('icd10cm 2021')?.effective).toEqual(['2021-01-01', '2021-09-30']);
    expect(figures.get('icd10cm 2025-04')?.effective).toEqual(['2025-04-01', '2025-09-30']);
    expect(figures.get('hcpcs 2018')?.effective).toEqual(['2018-01-01', '2018-12-31']);
  });

  test('the order file of an October PCS release is exactly the product of its tables', () => {
    for (const [year, count] of [
      ['2025', 78_948],
      ['2026', 79_115],
    ] as const) {
      expect(facts.get(`icd10pcs ${year} outside its tables`)).toBe(0);
      expect(facts.get(`icd10pcs ${year} product`)).toBe(count);
    }
    expect(facts.get('icd10pcs 2026-04 outside its tables')).toBe(80);
  });

  test('ICD-10-CM FY2026 is whole', () => {
    expect(facts.get('notes')).toBe(25_160);
    expect(facts.get('notes on no code')).toBe(0);
    expect(facts.get('index lines under a wrong one')).toBe(0);
    expect(facts.get('exempt codes that are not codes')).toBe(0);
    expect(facts.get('sevenths')).toBe(508);
    expect(facts.get('achalasia')).toContain('Achalasia');
    expect(facts.get('kinds')).toEqual([
      'icd10cm/order',
      'icd10cm/tabular',
      'icd10cm/index',
      'icd10cm/external-cause-index',
      'icd10cm/neoplasm',
      'icd10cm/drug',
      'icd10cm/conversion',
      'icd10cm/poa-exempt',
    ]);
  });

  test.each(['2024', '2025', '2025-04', '2026'])('guidelines %s have their Excludes1 section', (version) => {
    expect(facts.get(`guidelines ${version}`)).toMatchObject({
      title: 'Excludes1',
      page: expect.any(Number),
    });
    expect(figures.get(`guidelines ${version}`)?.rows).toBeGreaterThan(470);
  });
});
