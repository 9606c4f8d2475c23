import type { IndexRow, IndexTable } from '../../book/rows.ts';
import { tidy } from '../files/xml.ts';
import { CATEGORY } from '../icd10cm/code-pattern.ts';
import { modifiersIn } from '../index-xml.ts';
import { remember, saidLines, type TableFile, wrongLine } from './table-file.ts';

const CODE = String.raw`${CATEGORY}(?:\.[0-9A-Z]{1,4})?(?:\.?-)?`;
const CM_ENDING = new RegExp(String.raw`\s(${CODE})(?:\s\[(${CODE})\])?$`);
const PCS_ENDING = /\s([0-9A-HJ-NP-Z]{3,7})$/;

type Draft = { -readonly [Key in keyof IndexRow]: IndexRow[Key] };

/**
 * Adds an index file's lines to `rows`. `pcsTables` names the PCS tables of the starter, so that a capital word
 * (`MRI`) is not taken for one; null for an ICD-10-CM index.
 */
export function readIndexLines(
  file: TableFile,
  table: IndexTable,
  rows: IndexRow[],
  pcsTables: ReadonlySet<string> | null,
): void {
  const levels = new LevelStack(file, rows);
  for (const [line, number] of saidLines(file)) {
    const { level, rest } = levels.split(line);
    const row: Draft = { table, parent: levels.parent(level, number), level, title: '', nonEssential: [] };
    let words = takeReference(row, rest);
    words = pcsTables === null ? takeCmCode(row, words) : takePcsCode(row, words, pcsTables);
    setTitle(row, words);
    if (row.title === '' && row.code === undefined && row.see === undefined && row.use === undefined)
      throw wrongLine(file, number, 'an index line needs words');
    levels.add(row, level, number);
  }
}

/** `term — see X`, `— see also X`, `— use X` at the end of a line. */
function takeReference(row: Draft, text: string): string {
  const [, words, kind, target] = /^(.*?)\s*—\s*(see also|see|use)\b\s*(.*)$/.exec(text) ?? [];
  if (words === undefined || kind === undefined || target === undefined) return text;
  if (target === '') return words;
  if (kind === 'see') row.see = target;
  else if (kind === 'see also') row.seeAlso = target;
  else row.use = target;
  return words;
}

function takeCmCode(row: Draft, words: string): string {
  const match = CM_ENDING.exec(` ${words}`);
  if (match === null) return words;
  row.code = match[1] ?? '';
  if (match[2] !== undefined) row.manifestation = match[2];
  return words.slice(0, Math.max(0, match.index - 1)).trimEnd();
}

function takePcsCode(row: Draft, words: string, tables: ReadonlySet<string>): string {
  const match = PCS_ENDING.exec(` ${words}`);
  const code = match?.[1];
  if (match === null || code === undefined) return words;
  if (!/\d/.test(code) && !tables.has(code.slice(0, 3))) return words;
  row.code = code;
  return words.slice(0, Math.max(0, match.index - 1)).trimEnd();
}

/** Words in parentheses are non-essential modifiers; the rest is the line's own title. */
export function setTitle(row: Draft, words: string): void {
  const outside: string[] = [];
  const inside: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of words) {
    if (char === '(' && depth++ === 0) {
      outside.push(part);
      part = '';
    } else if (char === ')' && depth > 0 && --depth === 0) {
      inside.push(part);
      part = '';
    } else part += char;
  }
  outside.push(part);
  row.title = tidy(outside.join(' ')).replace(/ (?=[,;])/g, '');
  row.nonEssential = inside.flatMap((words) => modifiersIn(words));
}

/** Leading `- ` once per level, and the line each level stands under. */
export class LevelStack {
  readonly #file: TableFile;
  readonly #rows: IndexRow[];
  readonly #open: number[] = [];

  constructor(file: TableFile, rows: IndexRow[]) {
    this.#file = file;
    this.#rows = rows;
  }

  split(line: string): { readonly level: number; readonly rest: string } {
    const dashes = /^(?:- )*/.exec(line)?.[0] ?? '';
    return { level: dashes.length / 2, rest: line.slice(dashes.length).trim() };
  }

  parent(level: number, number: number): number {
    if (level > this.#open.length)
      throw wrongLine(
        this.#file,
        number,
        `${level} dashes under a line with ${this.#open.length - 1}; expected at most one more`,
      );
    return level === 0 ? -1 : (this.#open[level - 1] ?? -1);
  }

  add(row: IndexRow, level: number, number: number): void {
    remember(row, this.#file, number);
    this.#open.length = level;
    this.#open.push(this.#rows.length);
    this.#rows.push(row);
  }
}
