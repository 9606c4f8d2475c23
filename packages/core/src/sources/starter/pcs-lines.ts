import type { PcsKeyRow, PcsRow, PcsValue } from '../../book/rows.ts';
import { remember, saidLines, type TableFile, wrongLine } from './table-file.ts';

type Four<T> = [T, T, T, T];

/** A `.pcs` file: one table, its rows' axes 4 to 7 as `value label | value label`. */
export function readPcsTable(file: TableFile): PcsRow[] {
  const rows: PcsRow[] = [];
  let table = '';
  let titles: [string, string, string] = ['', '', ''];
  let axes: { name: string; values: PcsValue[] }[] = [];
  let opened = 0;
  const close = (): void => {
    if (opened === 0) return;
    const [a, b, c, d] = axes;
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw wrongLine(file, opened, `the row has ${axes.length} axes; expected 4, 5, 6 and 7`);
    const axisNames: Four<string> = [a.name, b.name, c.name, d.name];
    const row: PcsRow = { table, titles, axisNames, axes: [a.values, b.values, c.values, d.values] };
    remember(row, file, opened);
    rows.push(row);
  };
  for (const [line, number] of saidLines(file)) {
    if (line === 'row') {
      if (table === '') throw wrongLine(file, number, 'a row before the table line');
      close();
      axes = [];
      opened = number;
      continue;
    }
    const [, code, words] = /^table ([0-9A-HJ-NP-Z]{3}) (.+)$/.exec(line) ?? [];
    if (code !== undefined && words !== undefined) {
      if (table !== '') throw wrongLine(file, number, 'a second table; expected one a file');
      const [section, system, operation, more] = words.split('|').map((part) => part.trim());
      if (!section || !system || !operation || more !== undefined)
        throw wrongLine(file, number, 'expected "table 0D8 section | body system | operation"');
      table = code;
      titles = [section, system, operation];
      continue;
    }
    const [, position, name, list] = /^ {2}([4-7]) ([^:]+): (.+)$/.exec(line) ?? [];
    if (position === undefined || name === undefined || list === undefined)
      throw wrongLine(file, number, 'expected "table …", "row" or "  4 body part: 1 Label | 2 Label"');
    if (opened === 0 || Number(position) !== axes.length + 4)
      throw wrongLine(file, number, `axis ${position} is out of turn; expected ${axes.length + 4}`);
    axes.push({ name: titled(name), values: list.split('|').map((text) => pcsValue(file, number, text)) });
  }
  close();
  if (rows.length === 0) throw wrongLine(file, 1, 'no rows; expected a table line, then rows');
  return rows;
}

function pcsValue(file: TableFile, number: number, text: string): PcsValue {
  const [, value, label] = /^([0-9A-HJ-NP-Z]) (\S.*)$/.exec(text.trim()) ?? [];
  if (value === undefined || label === undefined)
    throw wrongLine(file, number, `"${text.trim()}" is no value; expected one character and its label`);
  return { value, label };
}

/** The official tables print axis names in capitals and lower case: `Body Part`. */
function titled(name: string): string {
  return name
    .trim()
    .replace(/(^|[\s/])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** `keys.tsv`: axis, term, preferred value. */
export function readPcsKeys(file: TableFile): PcsKeyRow[] {
  const rows: PcsKeyRow[] = [];
  for (const [line, number] of saidLines(file)) {
    const [axis, term, preferred, more] = line.split('\t').map((cell) => cell.trim());
    if (!axis || !term || !preferred || more !== undefined)
      throw wrongLine(file, number, 'expected axis<tab>term<tab>preferred value');
    if (axis === 'axis') continue;
    const row: PcsKeyRow = { axis: axis.toLowerCase(), term, preferred };
    remember(row, file, number);
    rows.push(row);
  }
  return rows;
}
