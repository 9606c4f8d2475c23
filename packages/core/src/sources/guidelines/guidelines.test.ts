import { describe, expect, test } from 'vitest';
import { readContents } from './contents.ts';
import { printedLinesOfText } from './lines.ts';
import { guidelineSections } from './sections.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz'.slice(0, 24).split('');
const filler = (make: (letter: string) => string): string => letters.map(make).join('\n');

/** Guidelines of our own in the official layout; `dots` end every line of the contents. */
const CONTENTS = `Section I. Test conventions and all that belongs to
   them ........ 2
  A. Test conventions ..... 2
     1.    The Index ..... 2
        a. Of words ..... 2
        b. Of things and of other matters that take
              two lines ... 2
${filler((letter) => `        ${letter}. Thing ${letter} .... 2`)
  .split('\n')
  .slice(2)
  .join('\n')}
     2.    More, listed otherwise in the body . 3
${filler((letter) => `        ${letter}. Matter ${letter} .... 3`)}
Section II. Test choice ..... 3
  A. First ... 3
Appendix I 4
Test reporting ..... 4`;

const foot = (page: number): string => `
            ICD-10-CM Official Guidelines for Coding and Reporting
                                                          FY 2026
                                                   Page ${page} of 4
`;

const BODY = `Section I. Test conventions and all that belongs to
them
The first words go on
over a line.

A second para-
graph.
A. Test conventions
1. The Index
a. Of words
1) Single words
Some words. See also:
1. this is a list, not a section
2. and neither is this
2) Words in a heading so long that it needs a second line
to be printed
(a) Short
Text of (a).
(b) Longer
(i) Deep
Text of deep.
(ii) Deeper
Text of deeper.
7) is not in sequence
b. Of things and of other matters that take
two lines
Text of b.
${filler((letter) => `${letter}. Thing ${letter}\nText.`)
  .split('\n')
  .slice(4)
  .join('\n')}
${foot(2)}2. More, listed in other words
Body of two.
${filler((letter) => `${letter}. Matter ${letter}\nText.`)}
Section II. Test choice
A. First
Text of first.
${foot(3)}Appendix I
Test reporting
Text of the appendix.
${foot(4)}`;

const sections = (text: string): ReturnType<typeof guidelineSections> =>
  guidelineSections('g.txt', printedLinesOfText(text), 0);

describe('sections', () => {
  const rows = sections(`${CONTENTS}\n${foot(1)}${BODY}`);
  const row = (section: string): (typeof rows)[number] | undefined =>
    rows.find((one) => one.section === section);

  test('the contents give every heading of four levels, wrapped ones too', () => {
    const entries = readContents(printedLinesOfText(CONTENTS))?.entries ?? [];
    expect(entries.slice(0, 5).map(({ section, title }) => [section, title])).toEqual([
      ['I', 'Test conventions and all that belongs to them'],
      ['I.A', 'Test conventions'],
      ['I.A.1', 'The Index'],
      ['I.A.1.a', 'Of words'],
      ['I.A.1.b', 'Of things and of other matters that take two lines'],
    ]);
    expect(entries.at(-1)?.section).toBe('Appendix I');
  });

  test('headings below the contents come in sequence, lists stay text', () => {
    const inner = rows.map(({ section }) => section).filter((section) => section.startsWith('I.A.1.a'));
    expect(inner).toEqual([
      'I.A.1.a',
      'I.A.1.a.1',
      'I.A.1.a.2',
      'I.A.1.a.2.a',
      'I.A.1.a.2.b',
      'I.A.1.a.2.b.i',
      'I.A.1.a.2.b.ii',
    ]);
    expect(row('I.A.1.a.1')?.text).toContain('1. this is a list, not a section');
    expect(row('I.A.1.a.2')?.title).toBe(
      'Words in a heading so long that it needs a second line to be printed',
    );
    expect(row('I.A.1.a.2.b.ii')?.text).toBe('Text of deeper.\n\n7) is not in sequence');
  });

  test('titles as the body prints them, paragraphs joined, pages counted', () => {
    expect(row('I')).toMatchObject({ title: 'Test conventions and all that belongs to them', page: 2 });
    expect(row('I')?.text).toBe('The first words go on over a line.\n\nA second para-graph.');
    expect(row('I.A.1.b')?.title).toBe('Of things and of other matters that take two lines');
    expect(row('I.A.2')).toMatchObject({
      title: 'More, listed in other words',
      page: 3,
      text: 'Body of two.',
    });
    expect(row('Appendix I')).toMatchObject({
      title: 'Test reporting',
      page: 4,
      text: 'Text of the appendix.',
    });
  });

  test('a cut file and another document are told', () => {
    const cut = `${CONTENTS}\n${foot(1)}${BODY.slice(0, BODY.indexOf('Section II'))}`;
    expect(() => sections(cut)).toThrow(
      /ends before section II; the contents run to Appendix I, the file is cut/,
    );
    expect(() => sections('Some other words')).toThrow(/no table of contents found/);
  });
});
