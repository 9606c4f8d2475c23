import { describe, expect, test } from 'vitest';
import { NOTE_LIMIT_BYTES, readNoteBytes } from './input.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('read', () => {
  test.each([
    ['UTF-8', utf8('Ménière'), 'Ménière', 0],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...utf8('gout')), 'gout', 0],
    ['UTF-16 little-endian', bytes(0xff, 0xfe, 0x67, 0, 0x6f, 0), 'go', 0],
    ['UTF-16 big-endian', bytes(0xfe, 0xff, 0, 0x67, 0, 0x6f), 'go', 0],
    ['Windows-1252', bytes(0x4d, 0xe9, 0x6e, 0x20, 0x93, 0x78, 0x94), 'Mén “x”', 1],
    ['CRLF, tabs and form feeds', utf8('a\r\n\tb\f'), 'a\r\n\tb\f', 0],
  ])('%s', (_, input, text, warnings) => {
    const result = readNoteBytes(input, 'note.txt');
    expect(result).toMatchObject({ ok: true, text });
    if (result.ok) expect(result.warnings).toHaveLength(warnings);
  });

  test('a note of 5 MB', () => {
    expect(readNoteBytes(utf8('gout '.repeat(1024 * 1024)), 'note.txt').ok).toBe(true);
  });
});

describe('refused, in one line that names the file and none of its words', () => {
  test.each([
    ['empty', bytes(), 'the file is empty'],
    ['only white space', utf8(' \r\n\t\u00a0'), 'empty or only white space'],
    ['only a byte-order mark', bytes(0xef, 0xbb, 0xbf), 'empty or only white space'],
    ['zero bytes', utf8('secret\u0000note'), 'binary'],
    ['control characters', bytes(1, 2, 3, 4, 65, 66), 'binary'],
    ['PDF', utf8('%PDF-1.7 secret'), 'a PDF'],
    ['DOCX', bytes(0x50, 0x4b, 3, 4, 1), 'Office document'],
    ['DOC', bytes(0xd0, 0xcf, 0x11, 0xe0, 1), 'old Office'],
    ['RTF', utf8('{\\rtf1 secret}'), 'rich-text'],
    ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 1), 'PNG'],
    ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'JPEG'],
    ['too long', new Uint8Array(NOTE_LIMIT_BYTES + 1).fill(65), 'bytes'],
  ])('%s', (_, input, what) => {
    const result = readNoteBytes(input, 'note.txt');
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.problem.what).toContain(what);
    expect(result.problem.where).toBe('note.txt');
    const line = Object.values(result.problem).join(' ');
    expect(line).not.toMatch(/secret|\n/);
  });
});
