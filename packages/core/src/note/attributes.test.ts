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
    ['b/l <edema>', undefined],
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
