/** The largest note that is read: far above any chart document, and small enough to be read in a second or two. */
export const NOTE_LIMIT_BYTES = 8 * 1024 * 1024;

/** What is wrong with a file that should be a note; never any of its words, which may be a patient's. */
export interface NoteProblem {
  readonly what: string;
  readonly where: string;
  readonly expected: string;
}

export type NoteInput =
  | { readonly ok: true; readonly text: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problem: NoteProblem };

const EXPECTED = 'a clinical note as plain text (UTF-8)';

/** First bytes of what people send by mistake, and what to do instead. */
const FORMATS: readonly {
  readonly bytes: readonly number[];
  readonly name: string;
  readonly instead: string;
}[] = [
  {
    bytes: [0x25, 0x50, 0x44, 0x46, 0x2d],
    name: 'a PDF',
    instead: 'the text of the PDF (for example from pdftotext), saved as .txt',
  },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    name: 'a zip archive or an Office document (.docx, .xlsx, .odt)',
    instead: 'the document saved as plain text (.txt)',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    name: 'an old Office document (.doc, .xls)',
    instead: 'the document saved as plain text (.txt)',
  },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    name: 'a rich-text document (.rtf)',
    instead: 'the document saved as plain text (.txt)',
  },
  {
    bytes: [0x89, 0x50, 0x4e, 0x47],
    name: 'a PNG image',
    instead: 'text: a scanned note needs text recognition first',
  },
  {
    bytes: [0xff, 0xd8, 0xff],
    name: 'a JPEG image',
    instead: 'text: a scanned note needs text recognition first',
  },
  {
    bytes: [0x47, 0x49, 0x46, 0x38],
    name: 'a GIF image',
    instead: 'text: a scanned note needs text recognition first',
  },
  {
    bytes: [0x49, 0x49, 0x2a, 0x00],
    name: 'a TIFF image',
    instead: 'text: a scanned note needs text recognition first',
  },
  {
    bytes: [0x4d, 0x4d, 0x00, 0x2a],
    name: 'a TIFF image',
    instead: 'text: a scanned note needs text recognition first',
  },
  { bytes: [0x1f, 0x8b], name: 'a gzip file', instead: 'the file inside it, unpacked' },
];

/**
 * The text of a note from a file's bytes: UTF-8, UTF-16 with its byte-order mark, or Windows-1252 (of which Latin-1 is
 * a part) with a warning. `name` is the file's, used to say where the problem is.
 */
export function readNoteBytes(bytes: Uint8Array, name: string): NoteInput {
  const refuse = (what: string, expected = EXPECTED): NoteInput => ({
    ok: false,
    problem: { what, where: name, expected },
  });
  if (bytes.length === 0) return refuse('the file is empty');
  if (bytes.length > NOTE_LIMIT_BYTES)
    return refuse(
      `the file has ${bytes.length} bytes`,
      `a note of at most ${NOTE_LIMIT_BYTES} bytes (8 MiB)`,
    );
  const format = FORMATS.find((candidate) => candidate.bytes.every((byte, i) => bytes[i] === byte));
  if (format) return refuse(`this is ${format.name}, not text`, format.instead);
  const decoded = decode(bytes);
  if (!decoded) return refuse('the file is binary: it holds zero bytes or control characters');
  return checkNoteText(decoded.text, name, decoded.warnings);
}

/** The same checks for text that came as text: a request body, a paste. */
export function checkNoteText(text: string, name: string, warnings: readonly string[] = []): NoteInput {
  const refuse = (what: string, expected = EXPECTED): NoteInput => ({
    ok: false,
    problem: { what, where: name, expected },
  });
  if (text.length > NOTE_LIMIT_BYTES)
    return refuse(
      `the note has ${text.length} characters`,
      `a note of at most ${NOTE_LIMIT_BYTES} characters`,
    );
  if (/^[\s\ufeff\u200b]*$/.test(text)) return refuse('the note is empty or only white space');
  return { ok: true, text, warnings };
}

function decode(bytes: Uint8Array): { text: string; warnings: string[] } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), warnings: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), warnings: [] };
  const strange = controlBytes(bytes);
  if (strange.zero || strange.others * 20 > bytes.length) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    // Not UTF-8, and no byte of it is a zero: the encoding that older Windows systems export.
    return {
      text: windows1252(bytes),
      warnings: ['not UTF-8: read as Windows-1252 (Latin-1); check accented letters'],
    };
  }
}

/** 0x80 to 0x9F of Windows-1252. By hand, because Node 20 decodes these as Latin-1's control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...Array.from(bytes.subarray(at, at + 8192), charCode)));
  return parts.join('');
}

function charCode(byte: number): number {
  return byte >= 0x80 && byte <= 0x9f ? HIGH.charCodeAt(byte - 0x80) : byte;
}

function controlBytes(bytes: Uint8Array): { zero: boolean; others: number } {
  let others = 0;
  for (const byte of bytes) {
    if (byte === 0) return { zero: true, others };
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 11) others++;
  }
  return { zero: false, others };
}
