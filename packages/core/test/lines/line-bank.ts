import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodingContext, Setting } from '../../src/coding/types.ts';

/** One clinical statement of the bank with the codes a coder would report for it. */
export interface BankLine {
  /** `infections.tsv`. */
  readonly file: string;
  /** 1-based, for messages. */
  readonly row: number;
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly context: CodingContext;
  /** Required codes; the first is principal or first-listed. Empty: nothing may be coded. */
  readonly codes: readonly string[];
  /** Codes that may be there or not. */
  readonly extras: readonly string[];
  /** Codes that may stand in place of a required one. */
  readonly standIns: ReadonlyMap<string, readonly string[]>;
  readonly mustNot: readonly string[];
  readonly why: string;
}

/** The encounters of the bank lie within FY2026. */
export const DATE_OF_SERVICE = '2026-03-02';

const COLUMNS = ['id', 'kind', 'text', 'setting', 'sex', 'age', 'codes', 'accept', 'must_not', 'why'];
const SETTINGS: ReadonlySet<string> = new Set<Setting>(['outpatient', 'inpatient', 'ed']);

/** Reads every `.tsv` of the folder, in the order of their names. Throws naming file, row and what was expected. */
export function readLineBank(folder: string): BankLine[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return files.sort().flatMap((file) => {
    const [head = '', ...rows] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    if (head !== COLUMNS.join('\t')) throw new Error(`${file}:1: expected the columns ${COLUMNS.join(', ')}`);
    return rows.map((row, i) => lineOf(file, i + 2, row));
  });
}

function lineOf(file: string, row: number, text: string): BankLine {
  const cells = text.split('\t');
  if (cells.length !== COLUMNS.length)
    throw new Error(`${file}:${row}: expected ${COLUMNS.length} columns, found ${cells.length}`);
  const cell = (name: string): string => cells[COLUMNS.indexOf(name)] ?? '';
  const accept = wordsOf(cell('accept'));
  const standIns = new Map<string, string[]>();
  for (const pair of accept) {
    const [code = '', other] = pair.split('=');
    if (other !== undefined) standIns.set(code, [...(standIns.get(code) ?? []), other]);
  }
  return {
    file,
    row,
    id: cell('id'),
    kind: cell('kind'),
    text: cell('text'),
    context: contextOf(`${file}:${row}`, cell('setting'), cell('sex'), cell('age')),
    codes: wordsOf(cell('codes')),
    extras: accept.filter((word) => !word.includes('=')),
    standIns,
    mustNot: wordsOf(cell('must_not')),
    why: cell('why'),
  };
}

function contextOf(place: string, setting: string, sex: string, age: string): CodingContext {
  if (!isSetting(setting)) throw new Error(`${place}: expected a setting, found "${setting}"`);
  if (sex !== '' && sex !== 'F' && sex !== 'M')
    throw new Error(`${place}: expected F, M or nothing, found "${sex}"`);
  if (!/^\d{0,3}$/.test(age)) throw new Error(`${place}: expected completed years, found "${age}"`);
  return {
    setting,
    dateOfService: DATE_OF_SERVICE,
    ...(sex === '' ? {} : { sex }),
    ...(age === '' ? {} : { age: Number(age) }),
  };
}

function isSetting(word: string): word is Setting {
  return SETTINGS.has(word);
}

function wordsOf(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}
