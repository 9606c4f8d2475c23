import type { GuidelineRow } from '../../book/rows.ts';
import { fault } from '../problem.ts';
import { type ContentsEntry, partOf, readContents } from './contents.ts';
import type { PrintedLine } from './lines.ts';

/** How many listed headings may be missing from the body before a line is matched to a later one. */
const SKIP = 3;

/** Headings the contents do not list: `1)`, `(a)`, `(i)`, levels 4 to 6. */
const INNER = /^(\d{1,2}\)|\([a-z]{1,4}\)) (\S.*)$/;

/** Below this many characters a heading fills its line and does not go on in the next. */
const FULL_LINE = 50;
/** Shorter lines under a full heading are its end, unless they end a sentence. */
const SHORT_LINE = 40;

interface Open {
  readonly path: readonly string[];
  readonly page: number;
  title: string;
  readonly lines: string[];
}

/**
 * The guidelines as numbered sections with title, page and text. The table of contents gives the first four levels
 * (it lists them all); `1)`, `(a)` and `(i)` below them are headings when they come in sequence.
 */
export function guidelineSections(name: string, lines: readonly PrintedLine[], file: number): GuidelineRow[] {
  const contents = readContents(lines);
  if (contents === null || contents.entries.length < 50)
    throw fault(
      name,
      '',
      'no table of contents found; expected the Official Guidelines with Section I and its parts',
    );
  const found: Open[] = [];
  let next = 0;
  for (let i = contents.end; i < lines.length; i++) {
    const { text, page } = lines[i] ?? { text: '', page: 0 };
    const at = matching(contents.entries, next, text);
    const entry = at === null ? undefined : contents.entries[at];
    if (at !== null && entry !== undefined) {
      next = at + 1;
      const [title, used] = listedTitle(entry, lines, i);
      found.push({ path: entry.section.split('.'), page, title, lines: [] });
      i += used;
      continue;
    }
    const open = found.at(-1);
    if (open === undefined) continue;
    const [, marker = '', words = ''] = INNER.exec(text) ?? [];
    const path = marker === '' ? null : innerPath(open.path, marker);
    if (path === null) open.lines.push(text);
    else {
      const [title, used] = unlistedTitle(words, lines, i);
      found.push({ path, page, title, lines: [] });
      i += used;
    }
  }
  const last = contents.entries.at(-1);
  if (next < contents.entries.length)
    throw fault(
      name,
      `page ${lines.at(-1)?.page ?? 0}`,
      `ends before section ${contents.entries[next]?.section}; the contents run to ${last?.section}, the file is cut`,
    );
  return found.map(({ path, page, title, lines: own }) => ({
    section: path.join('.'),
    title,
    page,
    text: paragraphs(own),
    file,
  }));
}

function matching(entries: readonly ContentsEntry[], next: number, text: string): number | null {
  for (let at = next; at < Math.min(entries.length, next + SKIP); at++) {
    const { marker, title } = entries[at] ?? { marker: '', title: '' };
    if (marker.startsWith('Appendix') ? text === marker : text.startsWith(`${marker} `)) {
      const [wanted, words] = [wordsOf(title), wordsOf(text.slice(marker.length))];
      const enough = Math.min(2, wanted.length, words.length);
      if (wanted.slice(0, enough).join(' ') === words.slice(0, enough).join(' ')) return at;
    }
  }
  return null;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** The heading as printed, with following lines while the contents say that it goes on. */
function listedTitle(
  entry: ContentsEntry,
  lines: readonly PrintedLine[],
  at: number,
): [title: string, used: number] {
  let title = (lines[at]?.text ?? '').slice(entry.marker.length).trim();
  const whole = wordsOf(entry.title).join(' ');
  if (title === '' && entry.title === '') return [lines[at + 1]?.text ?? '', 1];
  let used = 0;
  while (used < 3) {
    const joined = `${title} ${lines[at + used + 1]?.text ?? ''}`;
    const words = wordsOf(joined).join(' ');
    if (words === wordsOf(title).join(' ') || !whole.startsWith(words)) break;
    title = joined;
    used++;
  }
  // The contents may word a heading differently; a line that begins small still belongs to it.
  const next = lines[at + used + 1]?.text ?? '';
  if (wordsOf(title).join(' ') !== whole && /^[a-z]/.test(next)) return [`${title} ${next}`, used + 1];
  return [title, used];
}

/** A heading the contents do not list goes on in a line that begins small, or in a short one under a full one. */
function unlistedTitle(
  words: string,
  lines: readonly PrintedLine[],
  at: number,
): [title: string, used: number] {
  const next = lines[at + 1]?.text ?? '';
  if (/-$/.test(words)) return [`${words}${next}`, 1];
  const short = words.length >= FULL_LINE && next !== '' && next.length < SHORT_LINE && !/[.:]$/.test(next);
  return /^[a-z]/.test(next) || short ? [`${words} ${next}`, 1] : [words, 0];
}

/** Where an inner heading stands, or null when its number is out of sequence and it is only a list item. */
function innerPath(open: readonly string[], marker: string): readonly string[] | null {
  const part = partOf(marker);
  if (/^\d/.test(part)) return sequel(open, 4, part, Number(part), (before) => Number(before));
  const letter = part.length === 1 ? part.charCodeAt(0) - 96 : 0;
  const asLetter = letter > 0 ? sequel(open, 5, part, letter, (before) => before.charCodeAt(0) - 96) : null;
  const roman = ROMAN.indexOf(part) + 1;
  const asRoman =
    roman > 0 && open.length >= 6
      ? sequel(open, 6, part, roman, (before) => ROMAN.indexOf(before) + 1)
      : null;
  // `(i)` after `(h)` is a letter, after `(a)` a roman number.
  return asLetter ?? asRoman;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** `open` cut to `level` with `part` added, when `part` begins a list there or follows the one before it. */
function sequel(
  open: readonly string[],
  level: number,
  part: string,
  value: number,
  numberOf: (part: string) => number,
): readonly string[] | null {
  const before = open[level];
  if (before === undefined) {
    const parents = Math.min(level, open.length);
    // One level may be missing above: `(a)` straight under `a.`.
    return value === 1 && parents >= Math.min(3, level - 1) ? [...open.slice(0, parents), part] : null;
  }
  const step = value - numberOf(before);
  return step >= 1 && step <= 2 ? [...open.slice(0, level), part] : null;
}

/** Wrapped lines joined; a blank line, or a short line that ends a sentence, ends a paragraph. */
function paragraphs(lines: readonly string[]): string {
  const parts: string[] = [];
  let open = '';
  for (const line of lines) {
    if (line === '') {
      if (open !== '') parts.push(open);
      open = '';
      continue;
    }
    open = open === '' ? line : /[a-zA-Z0-9]-$/.test(open) ? `${open}${line}` : `${open} ${line}`;
    if (/[.:]$/.test(line) && line.length < 70) {
      parts.push(open);
      open = '';
    }
  }
  if (open !== '') parts.push(open);
  return parts.join('\n\n');
}
