import { describe, expect, test } from 'vitest';
import { attributesOf } from './attributes.ts';
import { readNote } from './read-note.ts';
import { lexicon } from './test-lexicon.ts';
import type { Attributes } from './types.ts';

function attributes(marked: string): Attributes {
  const start = marked.indexOf('<');
  const end = marked.indexOf('>') - 1;
  return attributesOf(readNote(marked.replace('<', '').replace('>', ''), lexicon), { start, end });
}

describe('side', () => {
  test.each([
    ['<Left ankle sprain>.', 'left'],
    ['Left <ankle sprain>.', 'left'],
    ['<Pain> in her right knee.', 'right'],
    ['Fracture of <ankle>, right.', 'right'],
    ['<Cataract>, left eye.', 'left'],
    ['Left and right <knee osteoarthritis>.', 'bilateral'],
    ['<Arthritis> of the right and left hips.', 'bilateral'],
    ['b/l <edema>', 'bilateral'],
    ['Left 2nd, 3rd and 4th <metatarsal fractures>.', 'left'],
    ['Left knee, <medial meniscus tear>.', 'left'],
    ['<Stroke> in a right-handed man.', undefined],
    ['<Stroke>, left hand dominant.', undefined],
    ['Right <ulnar neuropathy> released. Plan: splint.', 'right'],
    ['Right wrist released. Diagnosis: <wrist ganglion>.', 'right'],
    ['Right wrist and left wrist seen. Diagnosis: <wrist ganglion>.', undefined],
    ['Family history: left breast cancer.\nDiagnosis: <breast lump>.', undefined],
    ['Bilateral <edema>.', 'bilateral'],
    ['L <hip fracture>.', 'left'],
    ['Right knee pain and left <hip bursitis>.', 'left'],
    ['Left <shoulder bursitis> and right knee pain.', 'left'],
    ['He left the <clinic> with gout.', undefined],
    ['<Pneumonia>. Left knee pain.', undefined],
    ['<Achalasia>, left shoulder pain and gout since May.', undefined],
    ['r/o <gout>', undefined],
  ])('%s → %s', (note, side) => expect(attributes(note).side).toBe(side));
});

describe('acuity and severity', () => {
  test.each([
    ['Acute <pancreatitis>.', { acuity: 'acute' }],
    ['<Pancreatitis>, acute.', { acuity: 'acute' }],
    ['Acute on chronic <systolic heart failure>.', { acuity: 'acute-on-chronic' }],
    ['<Acute-on-chronic kidney disease>.', { acuity: 'acute-on-chronic' }],
    ['Chronic cough with <gout>.', {}],
    ['Moderate to severe <persistent asthma>.', { severity: 'severe' }],
    ['Mild <asthma>.', { severity: 'mild' }],
    ['Recurrent <cystitis>.', { acuity: 'recurrent' }],
    ['Chronic anemia and <gout>.', {}],
  ])('%s', (note, expected) => expect(attributes(note)).toEqual(expected));
});

describe('gout and its deposits', () => {
  test.each([
    ['Chronic <gout> of the elbow with tophi.', true],
    ['<Tophaceous gout>.', true],
    ['Chronic <gout> without tophi.', false],
    ['Chronic <gout>.', undefined],
  ])('%s → %s', (note, tophi) => expect(attributes(note).tophi).toBe(tophi));
});

describe('injury: episode and fracture', () => {
  test.each([
    ['<Ankle fracture>, subsequent encounter.', { episode: 'subsequent' }],
    [
      'Follow-up of <radius fracture> with routine healing.',
      { episode: 'subsequent', fracture: { healing: 'routine' } },
    ],
    ['Sequela of <burn>.', { episode: 'sequela' }],
    ['<Wrist sprain>, initial encounter.', { episode: 'initial' }],
    ['Open displaced <fracture> of the tibia.', { fracture: { open: true, displaced: true } }],
    ['Closed nondisplaced <fracture>.', { fracture: { open: false, displaced: false } }],
    ['Non-displaced <fx>.', { fracture: { displaced: false } }],
    ['Open reduction and internal fixation of the <fracture>.', {}],
    ['<Fracture> with nonunion.', { fracture: { healing: 'nonunion' } }],
    ['Open <wound>.', {}],
  ])('%s', (note, expected) => expect(attributes(note)).toEqual(expected));
});

describe('gestation (chapter 15: before 14 0/7, before 28 0/7, then to delivery)', () => {
  test.each([
    ['Pregnant at 32w4d with <anemia>.', { gestationWeeks: 32, trimester: 3 }],
    ['<Pregnancy> at 32 4/7 weeks.', { gestationWeeks: 32, trimester: 3 }],
    ['IUP at 27 weeks 6 days, <anemia>.', { gestationWeeks: 27, trimester: 2 }],
    ['IUP at 39+2, <anemia>.', { gestationWeeks: 39, trimester: 3 }],
    ['<Hyperemesis> at 13-week gestation.', { gestationWeeks: 13, trimester: 1 }],
    ['<Hyperemesis>, second trimester.', { trimester: 2 }],
    ['Cough for 20 weeks, <bronchitis>.', {}],
    ['Pregnant; prior infant born at 30 weeks gestation, <anemia>.', {}],
  ])('%s', (note, expected) => expect(attributes(note)).toEqual(expected));
});

describe('loss of consciousness, told once for the note', () => {
  test.each([
    ['<Concussion>, no LOC.', { lost: false }],
    ['<Concussion>. Denies any loss of consciousness.', { lost: false }],
    ['<Concussion>; LOC: none.', { lost: false }],
    ['<Concussion>, was knocked out.', { lost: true }],
    ['<Concussion> with LOC for about 20 min.', { lost: true, minutes: 20 }],
    ['<Concussion>, unconscious for two hours.', { lost: true, minutes: 120 }],
    ['<Concussion> with brief loss of consciousness.', { lost: true, minutes: 1 }],
    ['<Concussion> after a fall.', undefined],
  ])('%s', (note, unconscious) => expect(attributes(note).unconscious).toEqual(unconscious));
});

describe('which fetus', () => {
  test.each([
    ['<Growth restriction> of twin B.', 2],
    ['Fetus 1: <breech>.', 1],
    ['Twins, <growth restriction>.', undefined],
  ])('%s', (note, fetus) => expect(attributes(note).fetus).toBe(fetus));
});

describe('type of an open fracture', () => {
  test.each([
    ['<Open fracture> of the tibia, Gustilo type IIIB.', 'III'],
    ['Grade 3A <open fracture>.', 'III'],
    ['Type II <open fracture> of the ulna.', 'I-II'],
    ['<Open fracture> of the ulna.', undefined],
  ])('%s', (note, grade) => expect(attributes(note).fracture?.grade).toBe(grade));
});
