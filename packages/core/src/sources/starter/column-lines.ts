import type { IndexRow, IndexTable } from '../../book/rows.ts';
import { CATEGORY } from '../icd10cm/code-pattern.ts';
import { LevelStack, setTitle } from './index-lines.ts';
import { saidLines, type TableFile, wrongLine } from './table-file.ts';

const CELL = new RegExp(String.raw`^${CATEGORY}(?:\.[0-9A-Z]{1,4})?(?:\.?-)?$`);
const ROOT = 'Neoplasm, neoplastic';

/**
 * Adds the neoplasm or drug table (`term | six columns`). Sites of the neoplasm table hang under its one main
 * term, as in the official one.
 */
export function readColumnLines(
  file: TableFile,
  table: IndexTable & ('neoplasm' | 'drug'),
  rows: IndexRow[],
): void {
  const levels = new LevelStack(file, rows);
  let below = 0;
  for (const [line, number] of saidLines(file)) {
    const { level, rest } = levels.split(line);
    const [term = '', ...cells] = rest.split('|').map((cell) => cell.trim());
    if (cells.length !== 6)
      throw wrongLine(file, number, `has ${cells.length} columns after the term; expected six`);
    if (/^(?:site|substance)$/i.test(term)) continue;
    if (table === 'neoplasm' && rows.every((row) => row.table !== 'neoplasm') && !/^neoplasm/i.test(term)) {
      levels.add({ table, parent: -1, level: 0, title: ROOT, nonEssential: [] }, 0, number);
      below = 1;
    }
    const at = level + below;
    const row = {
      table,
      parent: levels.parent(at, number),
      level: at,
      title: '',
      nonEssential: [],
      cells: cells.map((cell) => cellOf(file, number, cell)),
    };
    setTitle(row, term);
    levels.add(row, at, number);
  }
}

function cellOf(file: TableFile, number: number, cell: string): string {
  if (/^-*$/.test(cell)) return '';
  if (!CELL.test(cell)) throw wrongLine(file, number, `"${cell}" is no code; expected a code or --`);
  return cell;
}
