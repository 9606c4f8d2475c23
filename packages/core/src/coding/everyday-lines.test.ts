import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StarterCoder, starterCoder } from '../../test/starter-coder.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

/** An assessment line of an outpatient visit, and exactly the codes the Index and the Tabular give for it, in order. */
const LINES: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'heart and vessels': [
    ['Acute on chronic systolic heart failure with hypertension', 'I11.0', 'I50.23'],
    ['Acute on chronic systolic heart failure with hypertension and CKD stage 4', 'I13.0', 'I50.23', 'N18.4'],
    ['Hypertensive heart disease, CKD stage 3b', 'I13.10', 'N18.32'],
    ['Paroxysmal atrial fibrillation', 'I48.0'],
    ['CAD of native coronary artery with unstable angina', 'I25.110'],
    ['Coronary artery disease without angina', 'I25.10'],
    ['NSTEMI', 'I21.4'],
    ['Orthostatic hypotension', 'I95.1'],
  ],
  'lungs, ears and throat': [
    ['COPD exacerbation', 'J44.1'],
    ['Moderate persistent asthma with acute exacerbation', 'J45.41'],
    ['CAP, start azithromycin', 'J18.9'],
    ['Acute hypoxic respiratory failure', 'J96.01'],
    ['Strep pharyngitis', 'J02.0'],
    ['Acute otitis media, right ear', 'H66.91'],
    ['Sensorineural hearing loss, bilateral', 'H90.3'],
  ],
  'digestive organs': [
    ['Colonic diverticulitis', 'K57.32'],
    ['Diverticulitis of sigmoid colon', 'K57.32'],
    ['Diverticulitis', 'K57.92'],
    ['Sigmoid diverticulosis', 'K57.30'],
    ['GERD without esophagitis', 'K21.9'],
    ['Umbilical hernia without obstruction', 'K42.9'],
    ['Cholelithiasis with acute cholecystitis', 'K80.00'],
    ["Esophagitis, no Barrett's mucosa, no candidiasis", 'K20.90'],
  ],
  'kidney and urinary tract': [
    ['Acute cystitis with hematuria', 'N30.01'],
    ['Acute cystitis without hematuria', 'N30.00'],
    ['BPH without lower urinary tract symptoms', 'N40.0'],
  ],
  'bones and joints': [
    ['Bilateral primary osteoarthritis of knee', 'M17.0'],
    ['Lumbar radiculopathy', 'M54.16'],
    ['Gout', 'M10.9'],
    ['Closed fracture of right distal radius, initial encounter', 'S52.501A'],
    ['Concussion without loss of consciousness', 'S06.0X0A'],
  ],
  'nerves and mind': [
    ['Migraine without aura', 'G43.009'],
    ['Migraine with aura', 'G43.109'],
    ['Migraine without aura, intractable', 'G43.019'],
    ['Migraine without aura, not intractable, without status migrainosus', 'G43.009'],
    ['Epilepsy, not intractable, without status epilepticus', 'G40.909'],
    ['Major depressive disorder, recurrent, moderate', 'F33.1'],
    ['Major depressive disorder, single episode, severe without psychotic features', 'F32.2'],
  ],
  'glands and metabolism': [
    ['Type 2 diabetes mellitus without complication', 'E11.9'],
    ['Type 2 diabetes with diabetic polyneuropathy', 'E11.42'],
    ['Mixed hyperlipidemia', 'E78.2'],
    ['Pressure ulcer left heel stage 2', 'L89.622'],
  ],
  'infections and skin': [
    ['E. coli sepsis', 'A41.51'],
    ['Sepsis due to E. coli', 'A41.51'],
    ['Hepatitis C, chronic', 'B18.2'],
    ['Pressure ulcer of sacrum stage 3', 'L89.153'],
  ],
  'pregnancy and childhood': [
    ['Preeclampsia, third trimester', 'O14.93'],
    ['RSV bronchiolitis', 'J21.0'],
    ['Croup', 'J05.0'],
  ],
};

describe.each(Object.entries(LINES))('assessment lines: %s', (_, lines) => {
  test.each(lines)('%s', (line, ...codes) => {
    const note = starter.code(`Assessment: ${line}`, { setting: 'outpatient' });
    expect(note.codes.map(({ code }) => code)).toEqual(codes);
  });
});

describe('what a line does not say', () => {
  const codesOf = (line: string): string[] =>
    starter.code(`Assessment: ${line}`, { setting: 'outpatient' }).codes.map(({ code }) => code);

  test('one mention of diabetes is of one type', () => {
    const codes = codesOf('hypertension, chronic kidney disease stage 4, type 2 diabetes');
    expect(codes.filter((code) => /^E(08|09|10|11|13)/.test(code))).toEqual(['E11.22']);
  });
  test('I.C.1.b: the organism of a coded site is no infection of unspecified site', () => {
    const codes = codesOf('MRSA cellulitis');
    expect(codes).toContain('B95.62');
    expect(codes).not.toContain('A49.02');
  });
  test('Index, Metastasis: from one site, to another', () => {
    const codes = codesOf('Metastatic colon cancer to the liver');
    expect(codes).toContain('C78.7');
    expect(codes.filter((code) => /^(C22|C78\.5)/.test(code))).toEqual([]);
    expect(codesOf('Hepatocellular carcinoma').some((code) => code.startsWith('C22'))).toBe(true);
  });
  test('an abbreviation in capitals is not the word in lower case', () => {
    expect(codesOf('cap')).toEqual([]);
  });
  test('"no … or …" denies both, and is no finding "without" the other', () => {
    expect(codesOf('no nausea or vomiting')).toEqual([]);
  });
  test('the denied entry is rejected, the entry that asks for the denial is not', () => {
    const note = starter.code('Assessment: No migraine without aura', { setting: 'outpatient' });
    expect(note.codes).toEqual([]);
  });
});
