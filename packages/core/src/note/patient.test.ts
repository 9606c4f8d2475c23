import { describe, expect, test } from 'vitest';
import { patientOf } from './patient.ts';
import { readNote } from './read-note.ts';
import { lexicon } from './test-lexicon.ts';
import type { NotePatient } from './types.ts';

const patient = (text: string): NotePatient => patientOf(readNote(text, lexicon));

describe('age and sex', () => {
  test.each([
    ['This is a 47-year-old female with gout.', 47, 'year', 'F'],
    ['47 y/o M with gout', 47, 'year', 'M'],
    ['47yo woman', 47, 'year', 'F'],
    ['A 6-month-old boy', 6, 'month', 'M'],
    ['3-week-old girl', 3, 'week', 'F'],
    ['62F with cough', 62, 'year', 'F'],
    ['The patient, age 71, is a retired man. Sex: male', 71, 'year', 'M'],
    ['His 50-year-old brother has gout. He is a 47-year-old man.', 47, 'year', 'M'],
  ])('%s', (text, value, unit, sex) => {
    const { age, sex: found } = patient(text);
    expect(age?.value).toEqual({ value, unit });
    expect(found?.value).toBe(sex);
  });

  test('the words are where it says', () => {
    const text = 'Mrs. Roe is a 47-year-old lady.';
    const { age, sex } = patient(text);
    expect(text.slice(age?.start, age?.end)).toBe('47-year-old');
    expect(text.slice(sex?.start, sex?.end)).toBe('lady');
  });

  test('pronouns decide where nothing else does, and only when they agree', () => {
    expect(patient('She has gout. Her toe hurts.').sex?.value).toBe('F');
    expect(patient('She says that he fell. He hurts.').sex).toBeUndefined();
    expect(patient('Gout.')).toEqual({});
  });
});

describe('encounter', () => {
  test.each([
    ['ADMISSION DIAGNOSIS: sepsis\nHOSPITAL COURSE: better', 'inpatient'],
    ['ED COURSE: given fluids', 'ed'],
    ['He presented to the emergency department with chest pain.', 'ed'],
    ['Seen for an office visit.', 'outpatient'],
    ['Gout.', undefined],
  ])('%s → %s', (text, setting) => expect(patient(text).setting?.value).toBe(setting));

  test('an operative report and a follow-up say so', () => {
    expect(patient('POSTOPERATIVE DIAGNOSIS: Cataract.').operative).toEqual({ start: 0, end: 24 });
    expect(patient('CHIEF COMPLAINT: Follow-up of wrist fracture.').followUp).toEqual({ start: 17, end: 26 });
    expect(patient('PLAN: follow-up in two weeks.').followUp).toBeUndefined();
  });

  test('weeks of a pregnancy, but not those of an earlier one', () => {
    expect(patient('She is a G2P1 at 32w4d.').gestation?.value).toEqual({ weeks: 32, days: 4, trimester: 3 });
    expect(patient('OBSTETRIC HISTORY: pregnancy ended at 36 weeks.').gestation).toBeUndefined();
  });
});
