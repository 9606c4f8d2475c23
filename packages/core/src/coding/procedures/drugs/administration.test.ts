import { describe, expect, test } from 'vitest';
import { administrations } from './administration.ts';
import type { DrugKind } from './drug-table.ts';
import type { GivenDrug, Route } from './drugs-given.ts';
import { vaccineAdministrations } from './vaccine-administration.ts';
import type { GivenVaccine, VaccineProgram } from './vaccines.ts';

const drug = (route: Route, kind: DrugKind = 'plain', minutes: number | null = null): GivenDrug => ({
  code: 0,
  kind,
  name: 'testdrug',
  heading: '',
  dose: null,
  route,
  minutes,
  start: 0,
  end: 1,
});
const given = (...drugs: GivenDrug[]): string[] =>
  administrations(drugs).map(({ number, units }) => `${number}x${units}`);

describe('numbers for giving drugs (NCCI Policy Manual, chapter 11: one leads, the others stand beside it)', () => {
  test('needles', () => {
    expect(given(drug('muscle'), drug('skin'))).toEqual(['96372x2']);
    expect(given(drug('skin', 'chemo'))).toEqual(['96401x1']);
    expect(given(drug('muscle', 'hormone'))).toEqual(['96402x1']);
  });
  test('a second push stands beside the first', () => {
    expect(given(drug('push'), drug('push'))).toEqual(['96374x1', '96375x1']);
  });
  test('a cancer drug leads whatever is given before it', () => {
    expect(given(drug('push'), drug('infusion', 'chemo', 130))).toEqual(['96413x1', '96415x1', '96375x1']);
  });
  test('a quarter of an hour is a push', () => {
    expect(given(drug('infusion', 'plain', 15))).toEqual(['96374x1']);
    expect(given(drug('infusion', 'plain', 16))).toEqual(['96365x1']);
  });
  test('fluids from 31 minutes on', () => {
    expect(given(drug('infusion', 'fluid', 30))).toEqual([]);
    expect(given(drug('infusion', 'fluid', 60))).toEqual(['96360x1']);
  });
  test('into a joint is no administration of its own', () => {
    expect(given(drug('local'))).toEqual([]);
  });
});

const vaccine = (number: string, parts = 1, program: VaccineProgram = '', needle = true): GivenVaccine => ({
  number,
  parts,
  program,
  needle,
  heading: '',
  start: 0,
  end: 1,
});
const vaccines = (
  visit: { age?: number; counselled?: boolean; medicare?: boolean },
  ...own: GivenVaccine[]
): string[] =>
  vaccineAdministrations(own, {
    age: visit.age,
    counselled: visit.counselled ?? false,
    medicare: visit.medicare ?? false,
  }).map(({ number, units }) => `${number}x${units}`);

describe('numbers for giving vaccines', () => {
  test('by needle, then by mouth', () => {
    expect(vaccines({ age: 30 }, vaccine('90715', 3), vaccine('90651'))).toEqual(['90471x1', '90472x1']);
    expect(vaccines({ age: 0.3 }, vaccine('90723', 5), vaccine('90680', 1, '', false))).toEqual([
      '90471x1',
      '90474x1',
    ]);
  });
  test('a counselled child by the parts of each', () => {
    expect(vaccines({ age: 5, counselled: true }, vaccine('90710', 4), vaccine('90696', 4))).toEqual([
      '90460x2',
      '90461x6',
    ]);
  });
  test('Medicare has its own for three of them', () => {
    expect(vaccines({ age: 70, medicare: true }, vaccine('90662', 1, 'flu'), vaccine('90750'))).toEqual([
      'G0008x1',
      '90471x1',
    ]);
  });
});
