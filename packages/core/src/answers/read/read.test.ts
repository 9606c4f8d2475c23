import { describe, expect, it } from 'vitest';
import { readQuestion } from '../read-question.ts';
import { splitQuestions } from '../split.ts';
import { codesIn } from './codes.ts';
import { datesIn } from './dates.ts';
import { modifiersIn } from './modifiers.ts';
import { patientIn } from './patient.ts';

const nothing = (): boolean => false;
const codes = (text: string, known: (code: string) => boolean = nothing): string[] =>
  codesIn(text, known).map(({ code, to }) => (to === undefined ? code : `${code}-${to}`));

describe('codes of a question', () => {
  it('are read with and without dot, in any case, each once, in order', () => {
    expect(codes('is k22.0 with E11.9 and again K22.0 ok')).toEqual(['K22.0', 'E11.9']);
    expect(codes('K220 and J1100', (code) => code === 'K220' || code === 'J1100')).toEqual(['K220', 'J1100']);
    expect(codes('decode 0DTJ4ZZ')).toEqual(['0DTJ4ZZ']);
    expect(codes('43497 + 43235?')).toEqual(['43497', '43235']);
  });

  it('may be a range of categories; two whole codes beside a dash are two', () => {
    expect(codes('codes in K20-K31', (code) => code.length === 3)).toEqual(['K20-K31']);
    expect(codes('E11.9 - E10.9')).toEqual(['E11.9', 'E10.9']);
  });

  it('are not words of a record', () => {
    expect(codes('a1c of 7, zip 90210, in 2026, T4 and b12 deficiency')).toEqual([]);
  });
});

describe('dates of a question', () => {
  it.each([
    ['on 2026-02-01', '2026-02-01'],
    ['dos 1/15/2026', '2026-01-15'],
    ['on March 3rd, 2026', '2026-03-03'],
    ['in Oct 2025', '2025-10-01'],
    ['on 2026-02-30', null],
    ['today', null],
  ])('%s', (text, date) => {
    expect(datesIn(text).date).toBe(date);
  });

  it('name releases by their year', () => {
    expect(datesIn('FY2026 against FY25')).toEqual({ date: null, versions: ['2026', '2025'] });
    expect(datesIn('changes in 2024')).toEqual({ date: null, versions: ['2024'] });
  });
});

describe('the rest of a question', () => {
  it('modifiers, by name or behind a number', () => {
    expect(modifiersIn('can I use modifier 59 or XS on 43497-51')).toEqual(['59', 'XS', '51']);
    expect(modifiersIn('is it billable')).toEqual([]);
  });

  it('the patient', () => {
    expect(patientIn(' a 34 yo pregnant woman ')).toEqual({ sex: 'F', age: 34 });
    expect(patientIn(' 3 week old boy ')).toEqual({ sex: 'M', age: 0 });
    expect(patientIn(' 200 years old ')).toEqual({ sex: null, age: null });
  });

  it('the setting, and words in quotation marks', () => {
    expect(readQuestion('code “possible sepsis” for an inpatient', nothing)).toMatchObject({
      setting: 'inpatient',
      quoted: 'possible sepsis',
    });
    expect(readQuestion('is it coded in the office', nothing).setting).toBe('outpatient');
  });

  it('falls into questions at their marks', () => {
    expect(splitQuestions('Is K22.0 billable? And E11?')).toEqual(['Is K22.0 billable?', 'And E11?']);
    expect(splitQuestions('K22.0')).toEqual(['K22.0']);
  });
});
