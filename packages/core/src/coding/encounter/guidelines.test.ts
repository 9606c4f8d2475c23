import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StarterCoder, starterCoder } from '../../../test/starter-coder.ts';
import type { CodedNote, CodingContext } from '../types.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

const coded = (text: string, context: CodingContext = {}): CodedNote => starter.code(text, context);
const list = (...lines: string[]): string =>
  `ASSESSMENT:\n${lines.map((line, i) => `${i + 1}. ${line}.`).join('\n')}\n`;
const codesOf = (text: string, context?: CodingContext): string[] =>
  coded(text, context).codes.map(({ code }) => code);
const rejectedOf = (text: string, context?: CodingContext): string[] =>
  coded(text, context).rejected.map(({ code }) => code);
const authorityOf = (note: CodedNote, code: string): string[] =>
  note.codes
    .filter((entry) => entry.code === code)
    .flatMap(({ trail }) =>
      trail.flatMap((step) => (step.step === 'rule' ? [`${step.rule}: ${step.authority}`] : [])),
    );

describe('I.A.13 and I.B.7: what the finished order lacks', () => {
  test('passes: a diabetic ulcer with its site and depth after it', () => {
    const note = coded(
      `EXAM: Ulcer of the left heel with fat layer exposed.\n${list('Type 2 diabetes mellitus with foot ulcer')}`,
    );
    expect(note.codes.map(({ code }) => code)).toEqual(['E11.621', 'L97.422']);
    expect(note.findings.some(({ message }) => message.includes('L97'))).toBe(false);
  });
  test('fails: a diabetic ulcer whose depth is not told is asked about', () => {
    const ulcer = coded(`EXAM: Ulcer of the right foot.\n${list('Type 2 diabetes mellitus with foot ulcer')}`)
      .codes[1];
    expect(ulcer?.code).toBe('L97.519');
    expect(ulcer?.queries.length).toBeGreaterThan(0);
  });
  test('passes and fails: how the diabetes is controlled', () => {
    const asks = (text: string): boolean =>
      coded(text).findings.some(
        ({ rule, message }) => rule === 'icd10cm/use-additional' && message.includes('Z79'),
      );
    const diabetes = list('Type 2 diabetes mellitus with hyperglycemia');
    expect(asks(diabetes)).toBe(true);
    expect(asks(`MEDICATIONS: metformin 500 mg BID\n${diabetes}`)).toBe(false);
  });
  test('fails: severe sepsis without the infection before it', () => {
    const { findings } = coded('DISCHARGE DIAGNOSES:\n1. Severe sepsis without septic shock.\n', {
      setting: 'inpatient',
    });
    expect(findings.some(({ rule }) => rule === 'icd10cm/code-first')).toBe(true);
  });
  test('fails: chronic kidney disease stage asked for beside I12 and not there', () => {
    const findings = coded(list('Hypertensive chronic kidney disease')).findings;
    expect(
      findings.some(({ rule, message }) => rule === 'icd10cm/use-additional' && message.includes('N18')),
    ).toBe(true);
  });
});

describe('I.B.14: body mass index and class of obesity', () => {
  test('passes: beside a weight diagnosis', () => {
    expect(codesOf(`VITALS: BMI 36.2\n${list('Class 2 obesity')}`)).toEqual(['E66.812', 'Z68.36']);
  });
  test('fails: a number without the diagnosis', () => {
    expect(codesOf(`VITALS: BMI 36.2\n${list('Hypokalemia')}`)).toEqual(['E87.6']);
  });
});

describe('I.C.1.d: sepsis', () => {
  test('passes: before the local infection, whatever the list says', () => {
    const note = coded('DISCHARGE DIAGNOSES:\n1. Pneumonia.\n2. Sepsis.\n', { setting: 'inpatient' });
    expect(note.codes.map(({ code }) => code)).toEqual(['A41.9', 'J18.9']);
    expect(note.codes[0]?.role).toBe('principal');
  });
  test('fails: considered and ruled out', () => {
    const text =
      'HOSPITAL COURSE: Sepsis was considered but was ruled out.\nDISCHARGE DIAGNOSES:\n1. Pneumonia.\n';
    expect(codesOf(text, { setting: 'inpatient' })).toEqual(['J18.9']);
    expect(rejectedOf(text, { setting: 'inpatient' })).toContain('A41.9');
  });
});

describe('I.C.4.a: diabetes', () => {
  test('passes: as many codes as there are complications', () => {
    const found = codesOf(
      list('Type 2 diabetes mellitus', 'Chronic kidney disease stage 4', 'Gastroparesis'),
    );
    expect(found).toEqual(expect.arrayContaining(['E11.22', 'N18.4', 'E11.43']));
  });
  test('passes: insulin and a tablet are both told', () => {
    const note = coded(
      `MEDICATIONS: insulin glargine 20 units nightly, metformin 500 mg BID\n${list('Type 2 diabetes mellitus with hyperglycemia')}`,
    );
    expect(note.codes.map(({ code }) => code)).toEqual(['E11.65', 'Z79.4', 'Z79.84']);
    expect(authorityOf(note, 'Z79.4')).toContain('long-term-drugs: Guidelines I.C.4.a.3, I.C.21.c.3');
  });
  test('fails: insulin given for the moment, or without diabetes', () => {
    expect(
      codesOf(`ED COURSE: Insulin drip was given.\n${list('Type 2 diabetes mellitus with hyperglycemia')}`),
    ).not.toContain('Z79.4');
    expect(codesOf(`MEDICATIONS: metformin 500 mg BID\n${list('Hypokalemia')}`)).not.toContain('Z79.84');
  });
});

describe('I.C.5.b: tobacco', () => {
  test('passes: a smoker by product, a former smoker as history', () => {
    expect(codesOf(`SOCIAL HISTORY: Smokes 1 pack of cigarettes per day.\n${list('Hypokalemia')}`)).toContain(
      'F17.210',
    );
    expect(codesOf(`SOCIAL HISTORY: Former smoker, quit in 2011.\n${list('Hypokalemia')}`)).toContain(
      'Z87.891',
    );
  });
  test('fails: one who used to smoke is no smoker', () => {
    const found = codesOf(
      `SOCIAL HISTORY: She used to smoke a pack a day and quit in 1985.\n${list('Hypokalemia')}`,
    );
    expect(found.filter((code) => code.startsWith('F17'))).toEqual([]);
    expect(found).toContain('Z87.891');
  });
  test('fails: never, passive or denied', () => {
    for (const said of ['Never smoker.', 'Non-smoker.', 'Denies smoking.'])
      expect(codesOf(`SOCIAL HISTORY: ${said}\n${list('Hypokalemia')}`)).toEqual(['E87.6']);
  });
});

describe('I.C.10.a: COPD', () => {
  test('passes: infection and exacerbation each have their code, and the infection its own', () => {
    const found = codesOf(list('COPD with acute exacerbation', 'Pneumonia'));
    expect(found).toEqual(expect.arrayContaining(['J44.0', 'J44.1', 'J18.9']));
  });
  test('fails: no infection, no J44.0; the named organism leaves no J18.9', () => {
    expect(codesOf(list('COPD with acute exacerbation'))).not.toContain('J44.0');
    expect(codesOf(list('Pneumonia', 'Klebsiella pneumonia'))).toEqual(['J15.0']);
  });
});

describe('I.C.15: antepartum', () => {
  const visit = 'PRENATAL VISIT\nHPI: G2P1 at 30 weeks gestation, currently pregnant.\n';
  test('passes: a normal pregnancy is supervised, with its weeks', () => {
    const text =
      'HPI: G1P0 at 30 weeks gestation. Routine prenatal visit.\nASSESSMENT:\n1. Normal pregnancy.\n';
    expect(codesOf(text, { sex: 'F' })).toEqual(['Z34.03', 'Z3A.30']);
  });
  test('passes: the trimester is told by the weeks; age 35 only as documented', () => {
    expect(codesOf(`${visit}${list('Advanced maternal age')}`, { sex: 'F', age: 38 })).toEqual(
      expect.arrayContaining(['O09.523', 'Z3A.30']),
    );
  });
  test('fails: age alone is no diagnosis, and Z34 never stands beside chapter 15', () => {
    const found = codesOf(`${visit}${list('Gestational diabetes, diet controlled')}`, { sex: 'F', age: 38 });
    expect(found.filter((code) => /^O09|^Z34|^Z33/.test(code))).toEqual([]);
    expect(found).toContain('O24.410');
  });
});

describe('I.C.19.b: superficial injuries', () => {
  test('passes: a contusion at another site stays', () => {
    expect(codesOf(list('Contusion of left knee', 'Sprain of right ankle'))).toEqual(
      expect.arrayContaining(['S80.02XA', 'S93.401A']),
    );
  });
  test('fails: a contusion of the broken ankle', () => {
    expect(codesOf(list('Sprain of right ankle', 'Contusion of right ankle'))).toEqual(['S93.401A']);
  });
});

describe('I.C.20: external causes', () => {
  const injury = list('Sprain of right ankle');
  test('passes: how, where and doing what, once', () => {
    const found = codesOf(
      `HPI: He was shoveling snow when he slipped on ice and fell. Not at work at the time.\n${injury}`,
      { setting: 'ed' },
    );
    expect(found).toEqual(expect.arrayContaining(['S93.401A', 'W00.0XXA', 'Y93.H1', 'Y99.8']));
    expect(found[0]).toBe('S93.401A');
  });
  test('fails: no status without a mechanism, nothing without an injury', () => {
    expect(codesOf(`HPI: Not at work at the time.\n${injury}`)).not.toContain('Y99.8');
    expect(codesOf(`HPI: He slipped on ice and fell.\n${list('Hypokalemia')}`)).toEqual(['E87.6']);
  });
});

describe('I.C.21.c: screening, history, status', () => {
  const report = (impression: string): string =>
    `COLONOSCOPY REPORT\nINDICATION: Screening for colon cancer.\nPROCEDURE: Colonoscopy to the cecum.\nFINDINGS: Polyps.\nIMPRESSION:\n${impression}`;
  test('passes: the screening stays first, the adenoma is coded by segment', () => {
    expect(codesOf(report('1. Tubular adenoma of transverse colon.\n')).slice(0, 2)).toEqual([
      'Z12.11',
      'D12.3',
    ]);
  });
  test('fails: a screening that is only due', () => {
    expect(codesOf(list('Hypokalemia', 'Due for screening colonoscopy'))).not.toContain('Z12.11');
  });
  test('passes: what is past is history', () => {
    expect(codesOf(list('Hypokalemia', 'History of colon polyps'))).toContain('Z86.0100');
    expect(codesOf(list('Hypokalemia', 'History of myocardial infarction'))).toContain('I25.2');
  });
  test('passes and fails: oxygen at home', () => {
    expect(codesOf(list('COPD', 'On home oxygen at 2 L'))).toContain('Z99.81');
    expect(codesOf(`HPI: She does not use oxygen at home.\n${list('COPD')}`)).not.toContain('Z99.81');
  });
});

describe('IV.J: a chronic condition under treatment', () => {
  test('passes: hypothyroidism on levothyroxine', () => {
    expect(
      codesOf(`PAST MEDICAL HISTORY: Hypothyroidism, on levothyroxine 75 mcg daily.\n${list('Hypokalemia')}`),
    ).toContain('E03.9');
  });
  test('fails: the drug was stopped', () => {
    const note = coded(
      `PAST MEDICAL HISTORY: History of GERD; omeprazole was stopped.\n${list('Hypokalemia')}`,
    );
    expect(note.codes.map(({ code }) => code)).toEqual(['E87.6']);
  });
});

describe('I.C.10.b: acute respiratory failure', () => {
  test('passes: both gases, both codes', () => {
    const found = codesOf(
      'DISCHARGE DIAGNOSES:\n1. Acute respiratory failure with hypoxia and hypercapnia.\n',
      { setting: 'inpatient' },
    );
    expect(found).toEqual(['J96.01', 'J96.02']);
  });
  test('fails: a blood gas is no diagnosis', () => {
    const found = codesOf('LABS: ABG pO2 52.\nDISCHARGE DIAGNOSES:\n1. Acute respiratory failure.\n', {
      setting: 'inpatient',
    });
    expect(found).toEqual(['J96.00']);
  });
});

describe('I.C.19.a and I.C.19.c: the 7th character', () => {
  test('passes: a visit while it heals is a subsequent encounter', () => {
    expect(
      codesOf(`CHIEF COMPLAINT: Follow-up of right ankle sprain.\n${list('Sprain of right ankle')}`),
    ).toEqual(['S93.401D']);
  });
  test('fails: follow-up that is only planned', () => {
    expect(
      codesOf(
        `HPI: He twisted his ankle today.\n${list('Sprain of right ankle')}PLAN: Follow-up of the sprain in 2 weeks.\n`,
      ),
    ).toContain('S93.401A');
  });
  test('passes: an open fracture of type III has its own character', () => {
    const open = 'open displaced fracture of lateral malleolus of right fibula';
    expect(codesOf(list(`Gustilo type IIIA ${open}`))).toContain('S82.61XC');
    expect(codesOf(list(`Gustilo type II ${open}`))).toContain('S82.61XB');
  });
});

describe('II.H: considered and ruled out', () => {
  test('passes: what cannot be ruled out is still uncertain', () => {
    const text =
      'HOSPITAL COURSE: Probable sepsis, which cannot be ruled out.\nDISCHARGE DIAGNOSES:\n1. Pneumonia.\n2. Probable sepsis.\n';
    expect(codesOf(text, { setting: 'inpatient' })).toContain('A41.9');
  });
  test('fails: a list entry that opens with a denial', () => {
    expect(codesOf(list('Hypokalemia', 'Pneumonia: no signs today'))).toEqual(['E87.6']);
  });
});
