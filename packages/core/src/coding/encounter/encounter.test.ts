import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StarterCoder, starterCoder } from '../../../test/starter-coder.ts';
import type { CodedNote, CodingContext } from '../types.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

const code = (text: string, context: CodingContext = {}): CodedNote => starter.code(text, context);
const codes = (note: CodedNote): string[] => note.codes.map((entry) => entry.code);

describe('II.H and IV.H: uncertain diagnoses', () => {
  const note = 'DISCHARGE DIAGNOSES:\n1. Probable pneumonia.\n';
  test('II.H: an inpatient stay codes them as if they existed', () => {
    expect(codes(code(note, { setting: 'inpatient' }))).toContain('J18.9');
  });
  test('IV.H: an outpatient encounter does not, and says why', () => {
    const coded = code('ASSESSMENT:\n1. Probable pneumonia.\n2. Hypokalemia.\n', { setting: 'outpatient' });
    expect(codes(coded)).not.toContain('J18.9');
    expect(coded.rejected.find((entry) => entry.code === 'J18.9')?.why).toContain('IV.H');
  });
});

describe('negation and relatives', () => {
  test('a denied condition is rejected with its words', () => {
    const coded = code('ASSESSMENT:\n1. Hypokalemia.\n2. No evidence of pneumonia.\n');
    expect(codes(coded)).not.toContain('J18.9');
    const rejected = coded.rejected.find((entry) => entry.code === 'J18.9');
    expect(rejected?.why).toBe('negated');
    expect(rejected?.evidence[0]?.text).toContain('pneumonia');
  });
});

describe('I.C.9.a: hypertension with heart failure and kidney disease', () => {
  const assessment = (...lines: string[]): string =>
    `ASSESSMENT:\n${lines.map((line, i) => `${i + 1}. ${line}.`).join('\n')}\n`;
  test('with heart failure: I11.0, the failure follows', () => {
    const found = codes(code(assessment('Hypertension', 'Congestive heart failure')));
    expect(found).toContain('I11.0');
    expect(found).toContain('I50.9');
    expect(found).not.toContain('I10');
  });
  test('with chronic kidney disease: I12.9, the stage follows', () => {
    const found = codes(code(assessment('Hypertension', 'Chronic kidney disease stage 4')));
    expect(found).toEqual(expect.arrayContaining(['I12.9', 'N18.4']));
  });
  test('alone it stays I10', () => {
    expect(codes(code(assessment('Hypertension')))).toEqual(['I10']);
  });
});

describe('I.C.4.a: diabetes', () => {
  test('a listed complication is presumed due to it', () => {
    const found = codes(
      code('ASSESSMENT:\n1. Type 2 diabetes mellitus.\n2. Chronic kidney disease stage 4.\n'),
    );
    expect(found).toEqual(expect.arrayContaining(['E11.22', 'N18.4']));
    expect(found).not.toContain('E11.9');
  });
  test('I.C.4.a.3: insulin is reported beside it', () => {
    expect(
      codes(code('MEDICATIONS: Treated with insulin.\nASSESSMENT:\n1. Type 2 diabetes mellitus.\n')),
    ).toContain('Z79.4');
  });
});

describe('I.B.5: integral signs and symptoms', () => {
  test('cough is not coded beside pneumonia', () => {
    const coded = code('ASSESSMENT:\n1. Pneumonia.\n2. Cough.\n');
    expect(codes(coded)).toEqual(['J18.9']);
    expect(coded.rejected.find((entry) => entry.code.startsWith('R05'))?.why).toContain('integral to J18.9');
  });
});

describe('I.B.14: body mass index', () => {
  test('beside obesity', () => {
    expect(codes(code('VITALS: BMI 33.6\nASSESSMENT:\n1. Obesity.\n', { age: 50 }))).toContain('Z68.33');
  });
  test('not without an associated diagnosis', () => {
    expect(codes(code('VITALS: BMI 33.6\nASSESSMENT:\n1. Hypokalemia.\n', { age: 50 }))).toEqual(['E87.6']);
  });
});

describe('I.C.21.c.5: screening', () => {
  test('stays first whatever it finds', () => {
    const coded = code('IMPRESSION:\n1. Polyp of colon.\n2. Screening colonoscopy.\n', {
      setting: 'outpatient',
    });
    expect(coded.codes[0]?.code).toBe('Z12.11');
    expect(coded.codes[0]?.role).toBe('first-listed');
  });
});

describe('I.C.19.a and c: 7th characters', () => {
  test('active treatment of a closed fracture', () => {
    const found = codes(code('IMPRESSION:\n1. Displaced fracture of lateral malleolus of right fibula.\n'));
    expect(found).toContain('S82.61XA');
  });
});

describe('II and IV: first code and roles', () => {
  test('the first discharge diagnosis is principal for a stay', () => {
    const coded = code('DISCHARGE DIAGNOSES:\n1. Acute appendicitis.\n2. Hypokalemia.\n', {
      setting: 'inpatient',
    });
    expect(coded.codes[0]?.role).toBe('principal');
    expect(coded.codes[0]?.code.startsWith('K35')).toBe(true);
  });
});

describe('dates', () => {
  const rules = (note: CodedNote): string[] =>
    note.findings.filter((finding) => finding.verdict === 'info').map((finding) => finding.message);
  test('no date: says which release judged', () => {
    expect(rules(code('ASSESSMENT:\n1. Hypokalemia.\n'))[0]).toContain('No date of service');
  });
  test('after the release: not verified', () => {
    const { findings } = code('ASSESSMENT:\n1. Hypokalemia.\n', { dateOfService: '2031-01-01' });
    expect(findings[0]).toMatchObject({ messageId: 'after-release', verdict: 'review' });
    expect(findings[0]?.message).toContain('Not verified');
  });
  test('inside it: nothing to say', () => {
    expect(rules(code('ASSESSMENT:\n1. Hypokalemia.\n', { dateOfService: '2026-03-02' }))).toEqual([]);
  });
});

describe('I.A.12.a: the coder hands out no pair its own edits deny', () => {
  test.each([
    ['Type 1 diabetes mellitus', 'Type 2 diabetes mellitus', ['E10.9', 'E11.9']],
    ['Allergic rhinitis', 'Asthma', ['J30.9', 'J45.909']],
    ['Hyponatremia', 'SIADH', ['E87.1', 'E22.2']],
  ])('%s and %s: one of them, the other left out with the reason', (first, second, pair) => {
    const coded = code(`ASSESSMENT:\n1. ${first}.\n2. ${second}.\n`);
    const kept = codes(coded).filter((one) => pair.includes(one));
    expect(kept).toHaveLength(1);
    expect(coded.findings.filter(({ rule }) => rule === 'icd10cm/excludes1')).toEqual([]);
    const left = coded.rejected.find((entry) => pair.includes(entry.code));
    expect(left?.why).toBe(`Excludes1: not coded beside ${kept[0]} (Guidelines I.A.12.a)`);
  });
  test('the code that carries the note gives way: what it excludes is coded instead', () => {
    expect(codes(code('ASSESSMENT:\n1. Hyponatremia.\n2. SIADH.\n'))).toEqual(['E22.2']);
  });
});

describe('odd input', () => {
  test.each(['', ' \n\t', 'x'.repeat(20_000), '\ud800 lone', 'a\r\nb\r\n', '1. 2. 3.'])(
    'is no code and no crash',
    (text) => {
      expect(codes(code(text))).toEqual([]);
    },
  );
});

describe('Index conventions a pair used to break', () => {
  test.each([
    ['Hypertension, cardiomegaly', ['I11.9']],
    ['DKA, type 1', ['E10.10']],
    ['Hyponatremia due to SIADH', ['E22.2']],
  ])('%s', (line, expected) => {
    expect(codes(code(`ASSESSMENT:\n1. ${line}.\n`))).toEqual(expected);
  });
  test('R65.21 with A41.51 before it needs nothing more', () => {
    const coded = code('DISCHARGE DIAGNOSES:\n1. E. coli sepsis with septic shock.\n', {
      setting: 'inpatient',
    });
    expect(codes(coded)).toEqual(['A41.51', 'R65.21']);
    expect(coded.findings.filter(({ rule }) => rule === 'icd10cm/code-first')).toEqual([]);
  });
});
