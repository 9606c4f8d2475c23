import { describe, expect, test } from 'vitest';
import { birthOf } from './birth.ts';
import { maternityOf } from './maternity.ts';
import { readNote } from './read-note.ts';
import { lexicon } from './test-lexicon.ts';

const birth = (text: string, days?: number) => birthOf(readNote(text, lexicon), days);

describe('the birth a newborn’s record tells', () => {
  test('way, number, weeks and weight', () => {
    const found = birth('Newborn twin, liveborn by cesarean here at 33 weeks, birth weight 1,870 g.', 0);
    expect(found?.delivery?.value).toBe('cesarean');
    expect(found?.born).toBe(2);
    expect(found?.weeks?.value).toBe(33);
    expect(found?.grams?.value).toBe(1870);
    expect(found?.here).toBeDefined();
  });
  test.each([
    ['BW 1.9 kg, newborn', 1900],
    ['Newborn weighing 3250 grams', 3250],
  ])('%s', (text, grams) => expect(birth(text)?.grams?.value).toBe(grams));
  test('a later visit or a transfer is not the record of the birth', () => {
    expect(
      birth('6 day old newborn, delivered vaginally, seen in clinic for a weight check.')?.here,
    ).toBeUndefined();
    expect(birth('Newborn transferred in from another hospital, born by cesarean.')?.here).toBeUndefined();
  });
  test('no newborn', () => {
    expect(birth('Asthma in a 30 year old', 30 * 365)).toBeNull();
    expect(birth('Gout')).toBeNull();
    expect(birth('G2P1, delivered a newborn boy vaginally here')).toBeNull();
  });
});

describe('where in a pregnancy', () => {
  test.each([
    ['Spontaneous vaginal delivery of a live infant.', 'delivering'],
    ['Repeat cesarean, live infant, Apgars 8 and 9.', 'delivering'],
    ['Six-week postpartum check.', 'postpartum'],
    ['PPD #2, fever.', 'postpartum'],
    ['Delivered vaginally three weeks ago, breast pain, postpartum visit.', 'postpartum'],
    ['Pregnant, prior cesarean.', 'pregnant'],
    ['Prenatal visit.', 'pregnant'],
    ['Abdominal pain, pregnancy test negative.', undefined],
    ['Gout.', undefined],
    ['2019: low transverse cesarean at term.\nAssessment: Pregnant, 20 weeks.', 'pregnant'],
    ['Assessment: Pregnant, trial of labor versus repeat cesarean reviewed.', 'pregnant'],
    ['CC: pelvic pain\nHPI: 44-year-old G3P3 with heavy periods.\nAssessment: Fibroid uterus.', undefined],
    ['HPI: She became pregnant at 24. Pregnancy was uneventful.\nAssessment: Migraine.', undefined],
    ['HPI: She is currently pregnant.\nAssessment: Migraine.', 'pregnant'],
    ['CC: cough\nHPI: A five-month-old boy; normal pregnancy and vaginal delivery, Apgar 9.', undefined],
  ])('%s → %s', (text, state) => expect(maternityOf(readNote(text, lexicon), false)?.value).toBe(state));
});
