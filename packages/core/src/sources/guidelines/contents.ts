import type { PrintedLine } from './lines.ts';

/** A heading the table of contents lists: `Section I.`, `C.`, `9.`, `a.`. */
export interface ContentsEntry {
  readonly marker: string;
  readonly level: number;
  readonly title: string;
  /** `I.C.9.a`. */
  readonly section: string;
}

const MARKER = /^(Section [IVX]+\.|Appendix [IVX]+|[A-Z]\.|\d{1,2}\.|[a-z]\.)(?: +(.*))?$/;

/** Dot leaders, blanks and the page number that end an entry. */
const ENDING = /(?:[\s.]+)(\d{1,3})$/;

/** 0 section, 1 capital, 2 number, 3 small letter. */
function levelOf(marker: string): number {
  if (/^(?:Section|Appendix)/.test(marker)) return 0;
  return /^[A-Z]/.test(marker) ? 1 : /^\d/.test(marker) ? 2 : 3;
}

/** The part a marker adds to the section number. */
export function partOf(marker: string): string {
  return marker.replace(/^Section /, '').replace(/[.()]/g, '');
}

/**
 * The table of contents and the index of the first line after it. It decides what is a heading of the first four
 * levels: the body has numbered lists that look the same. Null when there is none.
 */
export function readContents(
  lines: readonly PrintedLine[],
): { readonly entries: readonly ContentsEntry[]; readonly end: number } | null {
  const start = lines.findIndex(({ text }) => /^Section I\. /.test(text));
  if (start < 0) return null;
  const entries: ContentsEntry[] = [];
  const path: string[] = [];
  let open: { marker: string; words: string } | null = null;
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    if (i > start && /^Section I\. /.test(text)) break;
    const [, marker, words = ''] = MARKER.exec(text) ?? [];
    if (marker !== undefined) open = { marker, words };
    else if (open !== null) open.words += ` ${text}`;
    const ending = ENDING.exec(` ${text}`);
    if (ending === null) continue;
    end = i + 1;
    if (open === null) continue;
    const title = open.words
      .replace(ENDING, '')
      .replace(/[\s.]+$/, '')
      .replace(/^\d+$/, '')
      .trim();
    const level = levelOf(open.marker);
    path.length = level;
    path.push(partOf(open.marker));
    entries.push({ marker: open.marker, level, title, section: path.join('.') });
    open = null;
  }
  return { entries, end };
}
