import type { CodeRow } from '../../book/rows.ts';
import { eachLine } from '../files/text.ts';
import { fault } from '../problem.ts';

const LINE = /^\d{5} ([0-9A-HJ-NP-Z]{3}(?: {4}|[0-9A-HJ-NP-Z]{4})) ([01]) (.{60}) (.*\S)\s*$/;

/** The PCS order file: tables (three characters, not billable) and codes (seven) with short and long titles. */
export function parsePcsOrderFile(name: string, bytes: Buffer, file: number): CodeRow[] {
  const rows: CodeRow[] = [];
  const tables = new Set<string>();
  eachLine(bytes, (line, number) => {
    if (line.trim() === '') return;
    const [, padded, billable, shortTitle, title] = LINE.exec(line) ?? [];
    if (padded === undefined || shortTitle === undefined || title === undefined)
      throw fault(
        name,
        `line ${number}`,
        'not an order-file line; expected number, code, 0 or 1, short title (60 columns) and long title',
      );
    const code = padded.trim();
    const parent = code.slice(0, 3);
    if (code.length === 3) tables.add(code);
    else if (!tables.has(parent))
      throw fault(name, `line ${number}`, `${code} comes before its table ${parent}`);
    rows.push({
      code,
      title,
      shortTitle: shortTitle.trim(),
      billable: billable === '1',
      ...(code.length === 3 ? {} : { parent }),
      kind: 'code',
      file,
      locator: `line ${number}`,
    });
  });
  const last = rows.at(-1)?.code ?? '';
  if (!last.startsWith('X'))
    throw fault(
      name,
      `line ${rows.length}`,
      `ends at ${last || 'nothing'}; a whole order file runs to section X, the file is cut`,
    );
  return rows;
}
