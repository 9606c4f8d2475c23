import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNote, sentenceAt } from './read-note.ts';
import { lexicon } from './test-lexicon.ts';
import type { NoteDocument } from './types.ts';

const sentencesOf = (text: string): string[] => spans(readNote(text, lexicon));
const spans = (document: NoteDocument) =>
  document.sentences.map(({ start, end }) => document.text.slice(start, end));
const sectionsOf = (text: string) =>
  readNote(text, lexicon).sections.map(({ kind, heading }) => [kind, heading]);

describe('sections', () => {
  test.each([
    ['capitals with a colon', 'IMPRESSION: Gout.', [['impression', 'IMPRESSION']]],
    ['title case', 'Assessment: Gout.', [['assessment', 'Assessment']]],
    ['a line of its own', 'CHIEF COMPLAINT\n\nKnee pain.', [['chief-complaint', 'CHIEF COMPLAINT']]],
    [
      'commas for line breaks',
      'PREOPERATIVE DIAGNOSIS:,  Cataract.,POSTOPERATIVE DIAGNOSIS:,  Cataract.',
      [
        ['preoperative-diagnosis', 'PREOPERATIVE DIAGNOSIS'],
        ['postoperative-diagnosis', 'POSTOPERATIVE DIAGNOSIS'],
      ],
    ],
    [
      'Markdown',
      '## Assessment & Plan\n**Medications:** none',
      [
        ['assessment-and-plan', 'Assessment & Plan'],
        ['medications', 'Medications'],
      ],
    ],
    [
      'numbers',
      '1. HISTORY: cough\n2. IMPRESSION: asthma',
      [
        ['clinical-history', 'HISTORY'],
        ['impression', 'IMPRESSION'],
      ],
    ],
    [
      'plurals and brackets',
      'DIAGNOSIS(ES): gout\nProcedure(s) Performed: none',
      [
        ['final-diagnosis', 'DIAGNOSIS(ES)'],
        ['procedure', 'Procedure(s) Performed'],
      ],
    ],
    ['words around it', 'LEFT KNEE EXAMINATION: stable', [['physical-exam', 'LEFT KNEE EXAMINATION']]],
    [
      'systems stay inside',
      'PHYSICAL EXAM:\nHEENT: clear\nLUNGS: clear',
      [['physical-exam', 'PHYSICAL EXAM']],
    ],
    [
      'a system after relatives ends them',
      'FAMILY HISTORY: gout\nLUNGS: clear',
      [
        ['family-history', 'FAMILY HISTORY'],
        ['other', 'LUNGS'],
      ],
    ],
    ['none at all: a statement', 'He has gout.', [['statement', '']]],
    ['none in a long text', 'He has gout today. '.repeat(20), [['body', '']]],
    [
      'a word of a sentence is none',
      'The final\ndiagnosis was gout and the plan\nis rest.',
      [['statement', '']],
    ],
    [
      'SOAP letters',
      'S: cough\nO: clear\nA: bronchitis\nP: rest',
      [
        ['history-of-present-illness', 'S'],
        ['physical-exam', 'O'],
        ['assessment', 'A'],
        ['plan', 'P'],
      ],
    ],
  ] as const)('%s', (_, text, expected) => expect(sectionsOf(text)).toEqual(expected));

  test('text before the first heading is a section of its own', () => {
    expect(sectionsOf('Mr. Doe, seen today.\nPLAN: rest')).toEqual([
      ['body', ''],
      ['plan', 'PLAN'],
    ]);
  });
});

describe('sentences', () => {
  test.each([
    ['stops', 'He has gout. She has none.', ['He has gout.', 'She has none.']],
    [
      'shortened words and initials',
      'Seen by Dr. J. Smith vs. Dr. Roe today. Stable.',
      ['Seen by Dr. J. Smith vs. Dr. Roe today.', 'Stable.'],
    ],
    ['quotations', 'She has a "trick knee." It locks.', ['She has a "trick knee."', 'It locks.']],
    ['decimals', 'Hgb 9.8 today. WBC 1,200.', ['Hgb 9.8 today.', 'WBC 1,200.']],
    ['dotted doses', 'Take it b.i.d. for pain.', ['Take it b.i.d. for pain.']],
    ['numbered lists', '1. Gout\n2. Asthma', ['1. Gout', '2. Asthma']],
    ['numbered lists on one line', 'Gout, 2. Asthma, 3. Anemia', ['Gout,', '2. Asthma,', '3. Anemia']],
    ['bullets', '- gout\n• asthma\n* anemia', ['- gout', '• asthma', '* anemia']],
    ['labels in capitals', 'HEENT: clear NECK: supple', ['HEENT: clear', 'NECK: supple']],
    ['lines of a list without marks', 'Gout\nAsthma\nAnemia', ['Gout', 'Asthma', 'Anemia']],
  ] as const)('%s', (_, text, expected) => expect(sentencesOf(text)).toEqual(expected));

  test('wrapped lines are one sentence with exact offsets, CRLF or not', () => {
    const text =
      'The patient was seen in the office for a swollen and very\r\nred toe, and Dr. Roe thinks that it is caused by an attack\r\nof gout.';
    expect(sentencesOf(text)).toEqual([text]);
  });

  test('a heading is in no sentence', () => {
    const document = readNote('PLAN: rest', lexicon);
    expect(sentenceAt(document, 1)).toBeNull();
    expect(sentenceAt(document, 7)).toMatchObject({ start: 6, end: 10 });
  });

  test('an item of a list says so', () => {
    expect(readNote('1. Gout\nwell', lexicon).sentences.map(({ listItem }) => listItem)).toEqual([true]);
  });
});

describe('tokens', () => {
  test.each([
    ["Crohn's disease", ['crohn', 'disease']],
    ["doesn't", ["doesn't"]],
    ['98.6 1,200 32w4d', ['98.6', '1,200', '32w4d']],
    ['Ménière–like', ['meniere', '-', 'like']],
    ['type-2', ['type', '-', '2']],
  ])('%s', (text, norms) => expect(readNote(text, lexicon).tokens.map(({ norm }) => norm)).toEqual(norms));
});

describe('any text is a note', () => {
  const pieces = fc.constantFrom(
    'No ',
    'fever',
    ', ',
    '. ',
    '\r\n',
    '\n\n',
    '\t',
    '\u00a0',
    'PLAN:',
    '1. ',
    '- ',
    '[ ] ',
    '(',
    ')',
    '\ud800',
    '😀',
    'é',
    ':',
    'history of ',
    'Assessment and Plan',
    '??',
    '**',
    'Dr.',
    '98.6',
    '\u0000',
    ';',
    'HEENT: ',
    "'",
    '\u2028',
    'ﬁ',
    '\udc00',
    'denies ',
  );
  const notes = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  test('sections tile it; sentences and tokens are ordered, apart and inside', () => {
    fc.assert(
      fc.property(notes, (text) => checkInvariants(readNote(text, lexicon))),
      { numRuns: 400 },
    );
  });

  test.each([
    ['one line of words', 'no fever and history of cough '.repeat(170_000)],
    ['colons', ':'.repeat(1_000_000)],
    ['capitals', 'PLAN '.repeat(400_000)],
    ['unclosed marks', '[ ( '.repeat(400_000)],
  ])('5 MB of %s takes time in proportion', (_, text) => {
    const document = readNote(text, lexicon);
    expect(document.tokens.length).toBeGreaterThan(100_000);
  });
});

function checkInvariants(document: NoteDocument): void {
  const { text, sections, sentences, tokens, scopes } = document;
  let at = 0;
  for (const section of sections) {
    expect(section.start).toBe(at);
    expect(section.bodyStart).toBeGreaterThanOrEqual(section.start);
    expect(section.end).toBeGreaterThanOrEqual(section.bodyStart);
    at = section.end;
  }
  expect(at).toBe(text.length);
  let before = 0;
  for (const token of tokens) {
    expect(token.start).toBeGreaterThanOrEqual(before);
    expect(token.end).toBeGreaterThan(token.start);
    before = token.end;
  }
  expect(before).toBeLessThanOrEqual(text.length);
  before = 0;
  for (const sentence of sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(before);
    expect(tokens[sentence.firstToken]?.start).toBe(sentence.start);
    expect(tokens[sentence.endToken - 1]?.end).toBe(sentence.end);
    const section = sections[sentence.section];
    expect(sentence.start).toBeGreaterThanOrEqual(section?.bodyStart ?? Number.NaN);
    expect(sentence.end).toBeLessThanOrEqual(section?.end ?? Number.NaN);
    for (const scope of scopes.slice(sentence.firstScope, sentence.endScope)) {
      for (const span of [scope, scope.cue]) {
        expect(span.start).toBeGreaterThanOrEqual(sentence.start);
        expect(span.end).toBeLessThanOrEqual(sentence.end);
        expect(span.end).toBeGreaterThan(span.start);
      }
      expect(scope.end <= scope.cue.start || scope.start >= scope.cue.end).toBe(true);
    }
    before = sentence.end;
  }
}
