import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StarterCoder, starterCoder } from '../../../../test/starter-coder.ts';
import type { CodedNote, CodingContext } from '../../types.ts';

/** Each kind of procedure by sentences of our own: what decides between siblings, what is counted, what is not reported. */
let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

const code = (text: string, more: CodingContext = {}): CodedNote =>
  starter.code(text, { setting: 'outpatient', ...more });
const numbers = (text: string, more: CodingContext = {}): string[] =>
  code(text, more)
    .codes.filter(({ system }) => system === 'cpt' || system === 'hcpcs')
    .map(({ code: number }) => number)
    .sort();
const said = (text: string, number: string, more: CodingContext = {}): unknown => {
  const found = code(text, more).codes.find((one) => one.code === number);
  return found === undefined ? null : { units: found.units, modifiers: found.modifiers };
};
const operation = (line: string, told = ''): string =>
  `PREOPERATIVE DIAGNOSIS: As below.\nPROCEDURE PERFORMED: ${line}\nANESTHESIA: General.\nDESCRIPTION OF PROCEDURE: ${told || 'The patient tolerated it well.'}\n`;
const visit = (line: string): string => `PHYSICAL EXAMINATION: Unremarkable.\nPLAN: ${line}\n`;

describe('siblings by size, site, views, count and age', () => {
  test.each([
    ['Excision of benign lesion, left forearm, 0.8 cm.', ['11401']],
    ['Excision of benign lesion, scalp, 1.6 cm.', ['11422']],
    ['Excision of basal cell carcinoma of the chin, excised diameter 2.4 cm.', ['11643']],
    ['Simple repair of 3 cm laceration of the forearm.', ['12002']],
    ['Layered repair of 4.1 cm laceration of the chin.', ['12052']],
    ['Split-thickness skin graft to the left calf, 12 x 10 cm.', ['15100', '15101']],
    ['Percutaneous nephrolithotomy, left, 3 cm stone.', ['50081']],
    ['Transurethral resection of bladder tumor, 3 cm.', ['52235']],
    ['Repair of reducible umbilical hernia, 2 cm defect.', ['49591']],
    ['Repair of reducible ventral hernia, 6 cm defect, with mesh.', ['49593']],
  ])('%s', (line, expected) => {
    expect(numbers(operation(line))).toEqual(expected);
  });
  test('tonsils and adenoids by age', () => {
    expect(numbers(operation('Tonsillectomy and adenoidectomy.'), { age: 7 })).toEqual(['42820']);
    expect(numbers(operation('1. Tonsillectomy.\n2. Adenoidectomy.'), { age: 19 })).toEqual(['42821']);
  });
  test('films by views, with the side', () => {
    expect(
      numbers(visit('X-rays of the right wrist, 2 views, obtained here today show no fracture.')),
    ).toEqual(['73100']);
    expect(said(visit('X-ray of the left knee, three views, taken in the office today.'), '73562')).toEqual({
      units: undefined,
      modifiers: ['LT'],
    });
  });
  test('contrast', () => {
    const report = (line: string): string => `EXAM: ${line}\nFINDINGS: Normal.\n`;
    expect(numbers(report('CT of the abdomen and pelvis with contrast'))).toEqual(['74177']);
    expect(numbers(report('MRI of the lumbar spine without contrast'))).toEqual(['72148']);
    expect(numbers(report('MRI of the brain with and without contrast'))).toEqual(['70553']);
  });
});

describe('counts make units and add-on numbers', () => {
  test('sun-damage spots', () => {
    const text = visit('Cryotherapy with liquid nitrogen applied to 4 actinic keratoses of the scalp today.');
    expect(numbers(text)).toEqual(['17000', '17003']);
    expect(said(text, '17003')).toEqual({ units: 3, modifiers: undefined });
    expect(numbers(visit('Liquid nitrogen applied to 18 actinic keratoses today.'))).toEqual(['17004']);
  });
  test('spinal levels, both sides', () => {
    const text = operation('Bilateral lumbar facet joint injections at L3-4 and L4-5.');
    expect(numbers(text)).toEqual(['64493', '64494']);
    expect(said(text, '64493')).toEqual({ units: undefined, modifiers: ['50'] });
  });
  test('two lesions in a list are two units of one number', () => {
    const text = operation(
      '\n1. Excision of nevus, left cheek, 0.7 cm.\n2. Excision of nevus, forehead, 0.9 cm.',
    );
    expect(said(text, '11441')).toEqual({ units: 2, modifiers: undefined });
  });
  test('wound cleaning past the first 20 square cm', () => {
    const text = visit('Sharp excisional debridement of subcutaneous tissue performed today, 45 sq cm.');
    expect(numbers(text)).toEqual(['11042', '11045']);
    expect(said(text, '11045')).toEqual({ units: 2, modifiers: undefined });
  });
  test('timed therapy', () => {
    expect(said(visit('Therapeutic exercise 30 minutes performed today.'), '97110')).toEqual({
      units: 2,
      modifiers: undefined,
    });
  });
});

describe('the fuller number holds the lesser', () => {
  test.each([
    ['EGD with Savary dilation of the esophagus.', ['43248']],
    ['ERCP with sphincterotomy and stone extraction by balloon sweep.', ['43262', '43264']],
    ['Cystoscopy, right ureteroscopy, laser lithotripsy and stent placement.', ['52356']],
    ['Arthroscopy of the right knee with partial medial and lateral meniscectomy.', ['29880']],
    ['Right knee arthroscopy with medial meniscus repair and chondroplasty.', ['29882']],
    ['Hysteroscopy with dilation and curettage.', ['58558']],
    ['Left heart catheterization, coronary angiography and left ventriculogram.', ['93458']],
    ['Laparoscopic right colectomy.', ['44205']],
    ['Laparoscopic total hysterectomy with bilateral salpingectomy.', ['58571']],
  ])('%s', (line, expected) => {
    expect(numbers(operation(line))).toEqual(expected);
  });
  test('an act belongs to the scope named before it, in one line too', () => {
    expect(numbers(operation('Colonoscopy with hot snare polypectomy and EGD with biopsy.'))).toEqual([
      '43239',
      '45385',
    ]);
  });
  test('the look is told as part of it', () => {
    const rejected = code(operation('Colonoscopy with biopsy.')).rejected.find((one) => one.code === '45378');
    expect(rejected?.why).toContain('45380');
  });
  test('no strapping beside an injection at the same foot', () => {
    const text = `ASSESSMENT: Plantar fasciitis, left foot.\nPLAN: The left plantar fascia was injected with Kenalog 20 mg. Low dye strapping was applied.\n`;
    expect(numbers(text)).toEqual(['20550', 'J3301']);
  });
});

describe('acts told in a visit', () => {
  test.each([
    ['Right knee injected with 40 mg of Kenalog today.', ['20610', 'J3301']],
    ['12-lead EKG performed in the office today shows sinus rhythm.', ['93000']],
    ['Cerumen was removed from the right ear with a curette.', ['69210']],
    ['Rapid strep test negative.', ['87880']],
    ['Urine dipstick: negative for nitrites.', ['81002']],
    ['Urine pregnancy test negative.', ['81025']],
    ['Spirometry before and after albuterol performed today.', ['94060']],
    ['Endometrial biopsy obtained with a pipelle.', ['58100']],
    ['Nexplanon inserted in the left arm without difficulty.', ['11981']],
    ['Abscess of the thigh incised and drained, packed with iodoform gauze.', ['10061']],
    ['Sugar tong splint applied to the left arm.', ['29105']],
    ['Nursemaid elbow reduced by supination.', ['24640']],
    ['Anterior nosebleed controlled with silver nitrate cautery.', ['30901']],
    ['Bladder scan: post void residual 40 ml.', ['51798']],
    ['Tympanometry performed today, type A bilaterally.', ['92567']],
  ])('%s', (line, expected) => {
    expect(numbers(visit(line))).toEqual(expected);
  });
});

describe('ordered, planned, declined, past or from elsewhere is not reported', () => {
  test.each([
    'X-rays of the right wrist ordered.',
    'Will get an EKG next week.',
    'Referred for colonoscopy.',
    'She had a cortisone injection of the right knee last year.',
    'EKG from 2019 showed sinus rhythm.',
    'Outside chest x-ray reviewed: no infiltrate.',
    'Spirometry to be done at the next visit.',
    'Flu vaccine declined today.',
    'Tetanus shot is up to date.',
    'If no better, consider injection of the shoulder.',
    'Schedule cystoscopy in the office.',
    'Prescribed ceftriaxone 1 g IM daily.',
    'Recommend cryotherapy of the actinic keratoses.',
    'Continue albuterol nebulizer at home.',
  ])('%s', (line) => {
    expect(numbers(visit(line))).toEqual([]);
  });
  test('under headings of the past', () => {
    expect(
      numbers('PAST SURGICAL HISTORY: Laparoscopic cholecystectomy, tonsillectomy.\nPLAN: Rest.\n'),
    ).toEqual([]);
  });
  test('but what the line itself says was done today', () => {
    expect(
      numbers(
        'SOCIAL HISTORY: Retired.\nCORNEAS: clear.\nVisual field testing today: full OU.\nPLAN: Return in a year.\n',
      ),
    ).toEqual(['92083']);
  });
});

describe('modifiers of sides and digits', () => {
  test.each([
    ['Release of right trigger thumb.', '26055', ['F5']],
    ['Hammertoe repair, left second toe.', '28285', ['T1']],
    ['Excision of chalazion, right upper eyelid.', '67800', ['E3']],
    ['Phacoemulsification with intraocular lens, left eye.', '66984', ['LT']],
    ['Bilateral myringotomy and tubes.', '69436', ['50']],
    ['Open carpal tunnel release, right.', '64721', ['RT']],
  ])('%s', (line, number, modifiers) => {
    expect(said(operation(line), number)).toEqual({ units: undefined, modifiers });
  });
  test('a digit that is not told is asked for, not guessed', () => {
    const found = code(operation('Trigger finger release.')).codes.find((one) => one.code === '26055');
    expect(found?.modifiers).toBeUndefined();
    expect(found?.queries[0]?.kind).toBe('laterality');
  });
});

describe('what was read but has no number', () => {
  test('is shown with its place and the way to add it', () => {
    const text = operation('Total artificial larynx transplantation.');
    const { unnumbered } = code(text);
    expect(unnumbered).toHaveLength(1);
    expect(text.slice(unnumbered[0]?.start, unnumbered[0]?.end)).toBe(unnumbered[0]?.text);
    expect(unnumbered[0]?.why).toContain('knowledge/starter/procedures');
  });
  test('nothing is unnumbered where everything was read', () => {
    expect(code(operation('Laparoscopic appendectomy.')).unnumbered).toEqual([]);
  });
});

describe('a lump that is not of the skin is none of the skin numbers', () => {
  test.each([
    'Craniotomy for resection of parietal tumor.',
    'Resection of tumor of the tongue.',
    'Craniectomy with evacuation of hematoma.',
  ])('%s', (line) => {
    expect(numbers(operation(line)).filter((number) => /^1[01]/.test(number))).toEqual([]);
  });
});

test('a hospital stay has no procedure numbers', () => {
  expect(
    code(operation('Laparoscopic appendectomy.'), { setting: 'inpatient' }).codes.filter(
      ({ system }) => system === 'cpt',
    ),
  ).toEqual([]);
});

test('every piece of evidence is the very words of the note', () => {
  const text = operation('EGD with biopsy; colonoscopy with cold snare polypectomy.');
  for (const { evidence } of code(text).codes)
    for (const { start, end, text: words } of evidence) expect(text.slice(start, end)).toBe(words);
});
