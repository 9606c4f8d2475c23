import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallBook, smallBook } from './small-book.fixture.ts';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

/** Words that the official book holds elsewhere, for the dictionary. */
const WORDS = 'Z99 Mild, severe, intermediate, dry, stage, toe, macular edema';

function book(codes: string, sevenths?: string, nos?: string): SmallBook {
  const made = smallBook(`${codes}\n${WORDS}`, sevenths, nos);
  books.push(made);
  return made;
}

describe('I.B.13: sides', () => {
  let eyes: SmallBook;
  beforeAll(() => {
    eyes = book(`
      H25 Age-related cataract
      H25.1 Age-related nuclear cataract
      H25.10 Age-related nuclear cataract, unspecified eye
      H25.11 Age-related nuclear cataract, right eye
      H25.12 Age-related nuclear cataract, left eye
      H25.13 Age-related nuclear cataract, bilateral
      M16 Osteoarthritis of hip
      M16.0 Bilateral primary osteoarthritis of hip
      M16.1 Unilateral primary osteoarthritis of hip
      M16.10 Unilateral primary osteoarthritis, unspecified hip
      M16.11 Unilateral primary osteoarthritis, right hip
      M16.12 Unilateral primary osteoarthritis, left hip
      M76 Enthesopathies of lower limb
      M76.6 Achilles tendinitis
      M76.60 Achilles tendinitis, unspecified leg
      M76.61 Achilles tendinitis, right leg
      M76.62 Achilles tendinitis, left leg`);
  });
  test.each([
    ['Nuclear age-related cataract OS', ['H25.12']],
    ['Age-related nuclear cataract of both eyes', ['H25.13']],
    ['Age-related nuclear cataract', ['H25.10']],
    ['Unilateral primary osteoarthritis, unspecified hip, both hips', ['M16.0']],
    ['Achilles tendinitis, bilateral', ['M76.61', 'M76.62']],
    ['Achilles tendinitis in a left-handed typist', ['M76.60']],
  ])('%s', (line, codes) => {
    expect(eyes.codesOf(line)).toEqual(codes);
  });
  test('the side the note gives the same words elsewhere', () => {
    expect(
      eyes.codesOf('Exam: tender right Achilles insertion.\nAssessment: Achilles tendinitis.'),
    ).toContain('M76.61');
    expect(
      eyes.codesOf(
        'Exam: tender right Achilles insertion, left Achilles intact.\nAssessment: Achilles tendinitis.',
      ),
    ).toContain('M76.60');
  });
});

describe('I.C.19.c: fractures', () => {
  let bones: SmallBook;
  beforeAll(() => {
    bones = book(
      `
      S82 Fracture of lower leg
      S82.0 Fracture of patella
      S82.02 Longitudinal fracture of patella
      S82.021 Displaced longitudinal fracture of right patella
      S82.022 Displaced longitudinal fracture of left patella
      S82.023 Displaced longitudinal fracture of unspecified patella
      S82.024 Nondisplaced longitudinal fracture of right patella
      S82.025 Nondisplaced longitudinal fracture of left patella
      S82.026 Nondisplaced longitudinal fracture of unspecified patella`,
      `
      S82 A initial encounter for closed fracture
      S82 B initial encounter for open fracture type I or II
      S82 C initial encounter for open fracture type IIIA, IIIB, or IIIC
      S82 D subsequent encounter for closed fracture with routine healing
      S82 F subsequent encounter for open fracture type IIIA, IIIB, or IIIC with routine healing
      S82 G subsequent encounter for closed fracture with delayed healing
      S82 K subsequent encounter for closed fracture with nonunion
      S82 S sequela`,
    );
  });
  test.each([
    ['neither is displaced, and closed', 'Longitudinal fracture of left patella', 'S82.022A'],
    ['said otherwise', 'Nondisplaced longitudinal fracture of left patella', 'S82.025A'],
    ['no side', 'Longitudinal fracture of patella', 'S82.023A'],
    ['open without its type', 'Open longitudinal fracture of right patella', 'S82.021B'],
    ['its type', 'Open longitudinal fracture of right patella, Gustilo type IIIA', 'S82.021C'],
    ['delayed', 'Longitudinal fracture of right patella, delayed healing, follow-up visit', 'S82.021G'],
    [
      'an open one that heals',
      'Follow-up of open longitudinal fracture of right patella, Gustilo IIIB',
      'S82.021F',
    ],
    ['nonunion is seen afterwards', 'Nonunion of longitudinal fracture of right patella', 'S82.021K'],
    ['from an old one', 'Stiff knee from an old longitudinal fracture of right patella', 'S82.021S'],
    ['late effect', 'Stiffness, late effect of longitudinal fracture of right patella', 'S82.021S'],
  ])('%s', (_, line, code) => {
    expect(bones.codesOf(line)).toContain(code);
  });
});

describe('I.C.6.a: the dominant side', () => {
  let palsies: SmallBook;
  beforeAll(() => {
    palsies = book(`
      G81 Hemiplegia and hemiparesis
      G81.1 Spastic hemiplegia
      G81.10 Spastic hemiplegia affecting unspecified side
      G81.11 Spastic hemiplegia affecting right dominant side
      G81.12 Spastic hemiplegia affecting left dominant side
      G81.13 Spastic hemiplegia affecting right nondominant side
      G81.14 Spastic hemiplegia affecting left nondominant side`);
  });
  test.each([
    ['Right spastic hemiplegia', 'G81.11'],
    ['Left spastic hemiplegia', 'G81.14'],
    ['Left spastic hemiplegia in a left-handed man', 'G81.12'],
    ['Right spastic hemiplegia, left hand dominant', 'G81.13'],
    ['Left spastic hemiplegia, ambidextrous', 'G81.12'],
    ['Spastic hemiplegia', 'G81.10'],
  ])('%s', (line, code) => {
    expect(palsies.codesOf(line)).toEqual([code]);
  });
});

describe('the 7th character that is no episode', () => {
  let more: SmallBook;
  beforeAll(() => {
    more = book(
      `
      H40 Glaucoma
      H40.12 Low-tension glaucoma
      H40.121 Low-tension glaucoma, right eye
      H40.122 Low-tension glaucoma, left eye
      H40.123 Low-tension glaucoma, bilateral
      H40.129 Low-tension glaucoma, unspecified eye
      H35.31 Nonexudative age-related macular degeneration
      H35.312 Nonexudative age-related macular degeneration, left eye
      O41 Other disorders of amniotic fluid and membranes
      O41.0 Oligohydramnios
      O41.00 Oligohydramnios, unspecified trimester
      O41.02 Oligohydramnios, second trimester
      O41.03 Oligohydramnios, third trimester
      H34.81 Central retinal vein occlusion
      H34.811 Central retinal vein occlusion, right eye`,
      `
      H40 0 stage unspecified
      H40 1 mild stage
      H40 3 severe stage
      H35.31 0 stage unspecified
      H35.31 2 intermediate dry stage
      O41 0 not applicable or unspecified
      O41 1 fetus 1
      O41 2 fetus 2
      H34.81 0 with macular edema
      H34.81 1 with retinal neovascularization
      H34.81 2 stable`,
    );
  });
  test.each([
    ['Low-tension glaucoma OD, severe stage', 'H40.1213'],
    ['Low-tension glaucoma of both eyes, mild stage', 'H40.1231'],
    ['Low-tension glaucoma, left eye', 'H40.1220'],
    ['Nonexudative age-related macular degeneration, left eye, intermediate dry', 'H35.3122'],
    ['Oligohydramnios at 30 weeks', 'O41.03X0'],
    ['Oligohydramnios of twin B, 25 weeks', 'O41.02X2'],
    ['Central retinal vein occlusion, right eye, with macular edema', 'H34.8110'],
  ])('%s', (line, code) => {
    expect(more.codesOf(line)).toContain(code);
  });
  test('none of them is unspecified: no code, but a question', () => {
    const line = 'Central retinal vein occlusion, right eye';
    expect(more.codesOf(line)).toEqual([]);
    expect(more.incompleteOf(line)).toContain('H34.811');
  });
});

describe('loss of consciousness', () => {
  let heads: SmallBook;
  beforeAll(() => {
    heads = book(
      `
      S06 Intracranial injury
      S06.4X Epidural hemorrhage
      S06.4X0 Epidural hemorrhage without loss of consciousness
      S06.4X1 Epidural hemorrhage with loss of consciousness of 30 minutes or less
      S06.4X3 Epidural hemorrhage with loss of consciousness of 1 hour to 5 hours 59 minutes
      S06.4X9 Epidural hemorrhage with loss of consciousness of unspecified duration
      S06.4XA Epidural hemorrhage with loss of consciousness status unknown`,
      'S06 A initial encounter',
      'S06.4XA Epidural hemorrhage NOS',
    );
  });
  test.each([
    ['Epidural hemorrhage', 'S06.4XAA'],
    ['Epidural hemorrhage, denies LOC', 'S06.4X0A'],
    ['Epidural hemorrhage. He lost consciousness for about 10 minutes.', 'S06.4X1A'],
    ['Epidural hemorrhage, unconscious for 2 hours', 'S06.4X3A'],
    ['Epidural hemorrhage; she was knocked out', 'S06.4X9A'],
  ])('%s', (line, code) => {
    expect(heads.codesOf(line)).toEqual([code]);
  });
});

describe('from what is unspecified to what the statement says', () => {
  let skin: SmallBook;
  beforeAll(() => {
    skin = book(`
      C44 Other and unspecified malignant neoplasm of skin
      C44.6 Other and unspecified malignant neoplasm of skin of upper limb, including shoulder
      C44.60 Unspecified malignant neoplasm of skin of upper limb, including shoulder
      C44.602 Unspecified malignant neoplasm of skin of right upper limb, including shoulder
      C44.609 Unspecified malignant neoplasm of skin of left upper limb, including shoulder
      M10 Gout
      M10.0 Idiopathic gout
      M10.00 Idiopathic gout, unspecified site
      M10.07 Idiopathic gout, ankle and foot
      M10.071 Idiopathic gout, right ankle and foot
      M10.072 Idiopathic gout, left ankle and foot
      M10.079 Idiopathic gout, unspecified ankle and foot
      C50 Malignant neoplasm of breast
      C50.1 Malignant neoplasm of central portion of breast
      C50.11 Malignant neoplasm of central portion of breast, female
      C50.111 Malignant neoplasm of central portion of right female breast
      C50.119 Malignant neoplasm of central portion of unspecified female breast
      C50.12 Malignant neoplasm of central portion of breast, male
      C50.121 Malignant neoplasm of central portion of right male breast`);
  });
  test('a toe is of the foot, and "and" is met by either (I.A.14)', () => {
    expect(skin.codesOf('Idiopathic gout, left great toe')).toEqual(['M10.072']);
    expect(skin.codesOf('Idiopathic gout of the right ankle')).toEqual(['M10.071']);
    expect(skin.codesOf('Idiopathic gout')).toEqual(['M10.00']);
  });
  test('the words must stand near, not in another statement', () => {
    const codes = skin.codesOf('Idiopathic gout; old sprain of the left ankle');
    expect(codes).toContain('M10.00');
    expect(codes).not.toContain('M10.072');
  });
  test('the sex of the patient chooses; without it there is no code', () => {
    const line = 'Malignant neoplasm of central portion of right breast';
    expect(skin.codesOf(line, { sex: 'F' })).toContain('C50.111');
    expect(skin.codesOf(line, { sex: 'M' })).toContain('C50.121');
    expect(skin.codesOf(line)).toEqual([]);
  });
});

describe('how many, and how many weeks', () => {
  let more: SmallBook;
  beforeAll(() => {
    more = book(
      `
      S22 Fracture of ribs, sternum and thoracic spine
      S22.3 Fracture of one rib
      S22.31 Fracture of one rib, right side
      S22.32 Fracture of one rib, left side
      S22.39 Fracture of one rib, unspecified side
      S22.4 Multiple fractures of ribs
      S22.41 Multiple fractures of ribs, right side
      S22.42 Multiple fractures of ribs, left side
      S22.49 Multiple fractures of ribs, unspecified side
      O47 False labor
      O47.0 False labor before 37 completed weeks of gestation
      O47.02 False labor before 37 completed weeks of gestation, second trimester
      O47.03 False labor before 37 completed weeks of gestation, third trimester
      O47.1 False labor at or after 37 completed weeks of gestation
      O47.9 False labor, unspecified`,
      'S22 A initial encounter for closed fracture',
    );
  });
  test.each([
    ['Fracture of one rib, left', 'S22.32XA'],
    [
      'Left 3rd and 4th fractures of one rib each: left 3rd, 4th and 5th rib fracture of one side',
      'S22.42XA',
    ],
    ['False labor, pregnant, 39 weeks', 'O47.1'],
    ['False labor, pregnant, 30 weeks', 'O47.03'],
    ['False labor', 'O47.9'],
  ])('%s', (line, code) => {
    expect(more.codesOf(line)).toContain(code);
  });
});
