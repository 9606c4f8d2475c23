import type { CodeRow } from '../../book/rows.ts';
import { saidLines, type TableFile, wrongLine } from './table-file.ts';

/** `hcpcs.tsv`: code, `code` or `modifier`, our own short name, first year if known. */
export function readHcpcsTable(file: TableFile): CodeRow[] {
  const rows: CodeRow[] = [];
  const seen = new Map<string, number>();
  for (const [line, number] of saidLines(file)) {
    const [code = '', kind, title = '', year = ''] = line.split('\t').map((cell) => cell.trim());
    if (kind === 'kind') continue;
    if (kind !== 'code' && kind !== 'modifier')
      throw wrongLine(
        file,
        number,
        `"${kind ?? ''}" is no kind; expected code<tab>code or modifier<tab>name<tab>year`,
      );
    const shape = kind === 'code' ? /^[A-CE-V]\d{4}$/ : /^(?:[A-Z][A-Z0-9]|\d{2})$/;
    if (!shape.test(code)) throw wrongLine(file, number, `"${code}" is no Level II ${kind}`);
    if (title === '') throw wrongLine(file, number, `${code} has no name`);
    if (!/^(?:|(?:19|20)\d\d)$/.test(year)) throw wrongLine(file, number, `"${year}" is no year`);
    once(file, number, code, seen);
    const validFrom = year === '' ? {} : { validFrom: `${year}-01-01` };
    rows.push({
      code,
      title,
      billable: true,
      kind,
      ...validFrom,
      file: file.at,
      locator: `${file.name}:${number}`,
    });
  }
  return rows;
}

const PROCEDURE_COLUMNS = ['index words', 'needs', 'not', 'after', 'units', 'side', 'includes'] as const;

/**
 * `procedures/<area>.tsv`: number, our own plain name, family, and what the reader of notes needs to tell it.
 * @param seen numbers of the files before this one.
 */
export function readProcedureTable(file: TableFile, seen: Map<string, number>): CodeRow[] {
  const rows: CodeRow[] = [];
  for (const [line, number] of saidLines(file)) {
    const [code = '', title = '', family = '', ...cells] = line.split('\t').map((cell) => cell.trim());
    if (code === 'number') continue;
    if (!/^\d{4}[0-9A-Z]$/.test(code))
      throw wrongLine(
        file,
        number,
        `"${code}" is no procedure number; expected number<tab>name<tab>family<tab>${PROCEDURE_COLUMNS.join('<tab>')}`,
      );
    if (title === '' || family === '') throw wrongLine(file, number, `${code} needs a name and a family`);
    if (cells.length > PROCEDURE_COLUMNS.length)
      throw wrongLine(file, number, `${code} has more cells than ${PROCEDURE_COLUMNS.join(', ')}`);
    once(file, number, code, seen);
    const attributes: Record<string, string> = { family };
    PROCEDURE_COLUMNS.forEach((column, i) => {
      const cell = cells[i] ?? '';
      if (cell !== '') attributes[column] = cell;
    });
    rows.push({
      code,
      title,
      billable: true,
      kind: 'code',
      attributes,
      file: file.at,
      locator: `${file.name}:${number}`,
    });
  }
  return rows;
}

/**
 * `modifiers.tsv`: two digits, what it says in our own words, what the record must show, what goes wrong, who says so.
 * @param seen numbers and modifiers of the files before this one.
 */
export function readModifierTable(file: TableFile, seen: Map<string, number>): CodeRow[] {
  return [...saidLines(file)].map(([line, number]): CodeRow => {
    const cells = line.split('\t').map((cell) => cell.trim());
    const [code = '', title = '', record = '', caution = '', authority = ''] = cells;
    if (!/^\d{2}$/.test(code) || cells.length !== 5 || cells.some((cell) => cell === ''))
      throw wrongLine(file, number, 'expected modifier, meaning, record, caution, authority, tab-separated');
    once(file, number, code, seen);
    return {
      code,
      title,
      billable: true,
      kind: 'modifier',
      attributes: { record, caution, authority },
      file: file.at,
      locator: `${file.name}:${number}`,
    };
  });
}

function once(file: TableFile, number: number, code: string, seen: Map<string, number>): void {
  const before = seen.get(code);
  if (before !== undefined) throw wrongLine(file, number, `${code} is listed already at line ${before}`);
  seen.set(code, number);
}
