import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StarterCoder, starterCoder } from '../../../test/starter-coder.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

const coded = (text: string) => starter.code(text, { setting: 'outpatient' });
const codesOf = (text: string): string[] => coded(text).codes.map(({ code }) => code);

describe('what a statement plainly says is coded by rule', () => {
  test.each([
    ['without a heading', 'Gout', 'M10.9'],
    ['with its care beside it', 'Mixed hyperlipidemia, continue atorvastatin', 'E78.2'],
    ['as an item of the assessment', 'A/P:\n1. Orthostatic hypotension - improving', 'I95.1'],
    ['after another of the same line', 'Assessment: croup; gout', 'M10.9'],
  ])('%s: %s', (_, text, code) => {
    const found = coded(text).codes.find((entry) => entry.code === code);
    expect(found?.by).toBe('rule');
    expect(found?.trail.some((step) => step.step === 'rule' && step.rule === 'stated-diagnosis')).toBe(true);
  });

  test('what is only looked for is not stated', () => {
    const found = coded('Assessment: Mixed hyperlipidemia. Check labs for gout.').codes;
    expect(found.filter(({ by }) => by === 'rule').map(({ code }) => code)).toEqual(['E78.2']);
  });
});

describe('words do not join across statements', () => {
  test('a phrase lends its words as a whole: the airway of CPAP is not what OSA obstructs', () => {
    expect(codesOf('Impression: OSA on CPAP')).toEqual(['G47.33']);
    expect(codesOf('Assessment: AF with RVR')).not.toContain('I49.01');
  });
  test('a semicolon parts two conditions', () => {
    expect(codesOf('Assessment: acute otitis media, right ear; chronic gout')).not.toContain('H66.3X1');
  });
  test('what is denied in part is not read whole, and hides nothing', () => {
    const note = coded('Assessment: GERD, no esophagitis');
    expect(note.codes.map(({ code }) => code)).toContain('K21.9');
    expect(note.codes.map(({ code }) => code)).not.toContain('K21.00');
  });
});

describe('questions and what is left open', () => {
  test('at most three questions, none about a symptom', () => {
    const { codes } = coded(
      'Assessment: knee pain, hip pain, gout, cataract, otitis media, tinnitus, asthma, fever',
    );
    expect(codes.flatMap(({ queries }) => queries).length).toBeLessThanOrEqual(3);
    expect(codes.filter(({ code, queries }) => code.startsWith('R') && queries.length > 0)).toEqual([]);
  });
});

describe('a denial or a past ends at the comma that starts the next entry', () => {
  test('of an assessment', () => {
    expect(codesOf('Assessment: cholelithiasis without cholecystitis, gout')).toContain('M10.9');
    expect(codesOf('Assessment: no esophagitis, gout')).toContain('M10.9');
  });
  test('unless the list goes on', () => {
    expect(codesOf('Assessment: croup without stridor, fever, or gout')).not.toContain('M10.9');
  });
  test('ruled out speaks of the entry it ends', () => {
    const found = codesOf('Assessment: gout, sepsis ruled out');
    expect(found).toContain('M10.9');
    expect(found).not.toContain('A41.9');
  });
});
