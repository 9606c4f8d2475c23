import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knowledge, type StarterCoder, starterCoder } from '../../../../test/starter-coder.ts';
import type { CodedCode, CodedNote } from '../../types.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

const stay = (text: string): CodedNote => starter.code(text, { setting: 'inpatient' });
const procedures = (text: string): CodedCode[] =>
  stay(text).codes.filter(({ system }) => system === 'icd10pcs');
const codes = (text: string): string[] => procedures(text).map(({ code }) => code);
const example = (name: string): string =>
  readFileSync(join(knowledge, '..', 'examples', `${name}.txt`), 'utf8');
const performed = (line: string): string => `PROCEDURE PERFORMED:\n${line}\n`;

describe('by operation', () => {
  test.each([
    ['0B, diagnostic (qualifier X of the tables)', 'Percutaneous needle biopsy of the liver.', '0FB03ZX'],
    ['0T, all of a body part (B3.8)', 'Laparoscopic cholecystectomy.', '0FT44ZZ'],
    ['08', 'Peroral endoscopic myotomy (POEM).', '0D848ZZ'],
    ['0J', 'Colonoscopy to the cecum.', '0DJD8ZZ'],
    ['0H', 'Orotracheal intubation.', '0BH17EZ'],
    ['09', 'Diagnostic paracentesis.', '0W9G3ZX'],
    ['10D', 'Low transverse cesarean section.', '10D00Z1'],
    ['10E', 'Spontaneous vaginal delivery.', '10E0XZZ'],
    ['302', 'Transfusion of packed red blood cells through a peripheral vein.', '30233N1'],
    ['5A0, 24 to 96 hours', 'High-flow nasal oxygen for 31 consecutive hours.', '5A0945A'],
    ['5A1, over 96 hours', 'Mechanical ventilation for 6 days.', '5A1955Z'],
    ['5A1D', 'Continuous venovenous hemodialysis.', '5A1D90Z'],
  ])('%s: %s', (_group, line, code) => {
    expect(codes(performed(line))).toContain(code);
  });
});

describe('imaging, measurement and monitoring', () => {
  const lines = [
    ['Chest x-ray.', 'BW03ZZZ'],
    ['Abdominal ultrasound.', 'BW40ZZZ'],
  ] as const;
  test.each(lines)('%s is built when asked for', (line, code) => {
    const { codes } = starter.code(performed(line), { setting: 'inpatient', ancillary: true });
    expect(codes.map((one) => one.code)).toContain(code);
  });
  test.each(lines)('%s is not built unasked', (line) => {
    expect(codes(performed(line))).toEqual([]);
  });
});

describe('by axis', () => {
  test('approach: the scope that is named', () => {
    expect(codes(performed('Laparoscopic appendectomy.'))).toEqual(['0DTJ4ZZ']);
  });
  test('approach: the bare name of an operation is taken as open and asked back', () => {
    const [found] = procedures(performed('Appendectomy.'));
    expect(found?.code).toBe('0DTJ0ZZ');
    expect(found?.queries.map(({ text }) => text).join()).toContain('approach');
  });
  test('approach: a sample is taken through the scope the note tells of', () => {
    expect(codes(performed('1. Gastroscopy.\n2. Biopsies of the duodenum.'))).toContain('0DB98ZX');
  });
  test('duration: without hours there is a query and no code', () => {
    const note = stay(performed('Mechanical ventilation.'));
    expect(note.codes.filter(({ code }) => code.startsWith('5A1'))).toEqual([]);
    expect(note.findings.map(({ message }) => message).join()).toMatch(/ventilation.*duration/);
  });
  test('side: left and right are different parts, and an unsaid side is asked', () => {
    const left = codes(performed('Open repair of left inguinal hernia. Left inguinal hernia repair.'));
    expect(left).toEqual(['0YQ60ZZ']);
    const unsaid = stay(performed('Open inguinal hernia repair.'));
    expect(unsaid.codes.filter(({ system }) => system === 'icd10pcs')).toEqual([]);
    expect(unsaid.findings.map(({ message }) => message).join()).toMatch(/hernia.*side/);
  });
  test('B4.3: both sides are one code where the table has a bilateral value', () => {
    expect(codes(performed('Open bilateral inguinal hernia repair.'))).toEqual(['0YQA0ZZ']);
  });
  test('queries do not lead: the options of the table are named and an open one', () => {
    const { message } = stay(performed('Mechanical ventilation.')).findings.find(({ rule }) =>
      rule.startsWith('icd10pcs/'),
    ) ?? { message: '' };
    expect(message).toMatch(/or other, or unable to determine/);
  });
  test('each axis of the code has its step', () => {
    const [found] = procedures(performed('Laparoscopic cholecystectomy.'));
    const axes = found?.trail.flatMap((step) => (step.step === 'axis' ? [step.value.charAt(0)] : []));
    expect(axes?.join('')).toBe('0FT44ZZ');
  });
});

describe('what was not done is not coded', () => {
  test.each([
    'Colonoscopy was discussed and declined.',
    'Colonoscopy was not performed.',
    'She is scheduled for colonoscopy.',
    'Prior colonoscopy in 2019.',
    'No colonoscopy was done.',
  ])('%s', (line) => {
    expect(codes(`HOSPITAL COURSE:\n${line}\n`)).not.toContain('0DJD8ZZ');
  });
  test('a far-off "no" is what the image found', () => {
    const note = 'HOSPITAL COURSE:\nThere was no free air or effusion seen on chest x-ray.\n';
    const coded = starter.code(note, { setting: 'inpatient', ancillary: true });
    expect(coded.codes.map(({ code }) => code)).toContain('BW03ZZZ');
  });
  test('an appendectomy of the past is rejected with its words', () => {
    const note = stay('HOSPITAL COURSE:\nShe had undergone previous laparoscopic appendectomy.\n');
    expect(note.rejected.find(({ code }) => code === '0DTJ4ZZ')?.evidence[0]?.text).toBe('appendectomy');
  });
  test('cecal intubation is no airway', () => {
    expect(codes(performed('Colonoscopy with cecal intubation.'))).toEqual(['0DJD8ZZ']);
  });
});

describe('B3.11a: a look around is part of the operation on the same part', () => {
  test('colonoscopy with removal of a polyp', () => {
    const note = stay(performed('Colonoscopy with cold snare removal of a polyp of the sigmoid colon.'));
    expect(note.codes.map(({ code }) => code)).toContain('0DBN8ZZ');
    expect(note.codes.map(({ code }) => code)).not.toContain('0DJD8ZZ');
    expect(note.rejected.find(({ code }) => code === '0DJD8ZZ')?.why).toContain('0DBN8ZZ');
  });
});

describe('the example notes as hospital stays', () => {
  test('POEM', () => {
    const found = procedures(example('poem-operative-note'));
    expect(found.map(({ code }) => code)).toEqual(['0D848ZZ']);
  });
  test('COPD with pneumonia: high-flow oxygen by its hours, the intubation she did not need rejected', () => {
    const note = stay(example('copd-pneumonia-discharge'));
    expect(note.codes.map(({ code }) => code)).toContain('5A0945A');
    expect(note.rejected.map(({ code }) => code)).toContain('0BH17EZ');
  });
});

test('every code is a row of the tables with verbatim evidence, on every example', () => {
  const names = [
    'poem-operative-note',
    'colonoscopy-polyps',
    'copd-pneumonia-discharge',
    'ed-ankle-fracture',
    'diabetic-foot-visit',
    'prenatal-visit',
  ];
  const choice = starter.book.asOf('icd10pcs');
  if (!choice.found) throw new Error(choice.reason);
  for (const name of names) {
    const text = example(name);
    for (const { code, evidence } of procedures(text)) {
      const rows = choice.release.pcsRows(code.slice(0, 3));
      const row = rows.find(({ axes }) =>
        axes.every((values, at) => values.some(({ value }) => value === code[at + 3])),
      );
      expect(row, code).toBeDefined();
      expect(evidence.length).toBeGreaterThan(0);
      for (const { start, end, text: words } of evidence) expect(words).toBe(text.slice(start, end));
    }
  }
});

describe('what anesthesia and care around an operation need is part of it', () => {
  const report =
    'PROCEDURE PERFORMED:\nLaparoscopic cholecystectomy.\nANESTHESIA:\nGeneral endotracheal.\nDESCRIPTION OF PROCEDURE:\nThe patient was intubated. A Foley catheter was placed. Gallbladder removed.\n';
  test('the airway and the bladder catheter', () => {
    expect(codes(report)).toEqual(['0FT44ZZ']);
  });
  test('without an operation the airway is reported', () => {
    expect(codes('HOSPITAL COURSE:\nShe was intubated for respiratory failure.\n')).toContain('0BH17EZ');
  });
});
