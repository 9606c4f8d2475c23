import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knowledge, type StarterCoder, starterCoder } from '../../../../test/starter-coder.ts';
import type { CodedNote } from '../../types.ts';

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

const visit = (text: string): CodedNote => starter.code(text, { setting: 'outpatient' });
const numbers = (note: CodedNote): string[] =>
  note.codes.filter(({ system }) => system === 'cpt').map(({ code }) => code);
const example = (name: string): string =>
  readFileSync(join(knowledge, '..', 'examples', `${name}.txt`), 'utf8');
const performed = (line: string): string => `PROCEDURE PERFORMED:\n${line}\n`;

describe('the example notes', () => {
  test('POEM: one number for the whole operation, no Heller myotomy, no diagnostic scope', () => {
    const note = visit(example('poem-operative-note'));
    expect(numbers(note)).toEqual(['43497']);
    expect(note.book.map(({ source }) => source)).toContain('procedures');
  });
  test('colonoscopy with polyps: snare and forceps, each with its sentence, without the diagnostic number', () => {
    const note = visit(example('colonoscopy-polyps'));
    expect(numbers(note)).toEqual(['45385', '45380']);
    expect(note.codes.find(({ code }) => code === '45385')?.evidence[0]?.text).toContain('cold snare');
  });
  test('ankle fracture: reduction, and the first splint is part of it', () => {
    const note = starter.code(example('ed-ankle-fracture'), { setting: 'ed' });
    expect(numbers(note)).toEqual(['27788']);
    expect(note.rejected.find(({ code }) => code === '29515')?.why).toContain('27788');
  });
  test('diabetic foot: the films of today, debridement to the fat and the cast', () => {
    const note = visit(example('diabetic-foot-visit'));
    expect(numbers(note)).toEqual(['73630', '11042', '29445']);
    expect(note.codes.find(({ code }) => code === '73630')?.modifiers).toEqual(['RT']);
  });
  test('a prenatal visit: what was done today, not what is planned or was done before', () => {
    expect(numbers(visit(example('prenatal-visit')))).toEqual(['76816', '96372', '90715', '90471']);
  });
});

describe('within a family', () => {
  test('a look alone', () => {
    expect(numbers(visit(performed('Diagnostic colonoscopy to the cecum.')))).toEqual(['45378']);
  });
  test('a biopsy says more than the look, which is rejected as part of it', () => {
    const note = visit(performed('EGD with biopsy of the antrum.'));
    expect(numbers(note)).toEqual(['43239']);
    expect(note.rejected.find(({ code }) => code === '43235')?.why).toContain('43239');
  });
  test('a biopsy belongs to the scope it was taken through', () => {
    expect(
      numbers(visit(performed('1. EGD with biopsy.\n2. Colonoscopy with cold snare polypectomy.'))),
    ).toEqual(['43239', '45385']);
  });
  test('the fuller phrase wins', () => {
    expect(numbers(visit(performed('Laparoscopic cholecystectomy with cholangiogram.')))).toEqual(['47563']);
  });
  test('through keyholes is another number than open', () => {
    expect(numbers(visit(performed('Laparoscopic inguinal hernia repair.')))).toEqual(['49650']);
    expect(numbers(visit(performed('Open inguinal hernia repair.')))).toEqual(['49505']);
  });
});

describe('what was not done is not coded', () => {
  test.each([
    'Colonoscopy was discussed and declined.',
    'Colonoscopy was not performed.',
    'Colonoscopy is planned.',
  ])('%s', (line) => {
    expect(numbers(visit(performed(line)))).toEqual([]);
  });
  test('outside procedure headings nothing is named', () => {
    expect(numbers(visit('INDICATION:\nEGD and laparoscopic Heller myotomy.\n'))).toEqual([]);
  });
  test('a hospital stay reports none', () => {
    expect(numbers(starter.code(performed('Colonoscopy.'), { setting: 'inpatient' }))).toEqual([]);
  });
  test('visits are not leveled', () => {
    expect(numbers(visit('PROCEDURE:\nEstablished patient level 4.\n'))).toEqual([]);
  });
});

describe('HCPCS drugs', () => {
  const drugs = (text: string): string[] =>
    visit(text)
      .codes.filter(({ system }) => system === 'hcpcs')
      .map(({ code }) => code);
  test('given by needle, and the only code of that name', () => {
    expect(drugs('PLAN:\nCeftriaxone 250 mg IM given today.\n')).toEqual(['J0696']);
  });
  test('a prescription is none', () => {
    expect(drugs('PLAN:\nPrescribed ceftriaxone.\n')).toEqual([]);
  });
  test('a name of our table is that drug, though the titles share it', () => {
    expect(drugs('PLAN:\nRho(D) immune globulin 300 mcg IM given today.\n')).toEqual(['J2790']);
  });
  test('drugs given in the course of an operation are not charged beside it', () => {
    expect(drugs('ANESTHESIA:\nGeneral.\nPLAN:\nCefazolin given IV.\n')).toEqual([]);
  });
});

test('same note, same bytes', () => {
  const text = example('colonoscopy-polyps');
  const plain = (note: CodedNote): string => JSON.stringify({ ...note, elapsedMs: 0 });
  expect(plain(visit(text))).toBe(plain(visit(text)));
});

test('of one wound only the deepest layer', () => {
  const note = visit(performed('Debridement of skin, subcutaneous tissue, muscle and bone, excisional.'));
  expect(numbers(note)).toEqual(['11044']);
});
