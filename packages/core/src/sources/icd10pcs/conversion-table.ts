import type { ConversionRow } from '../../book/rows.ts';
import { eachLine } from '../files/text.ts';
import { fault } from '../problem.ts';

/** The PCS conversion table (tab-delimited): new codes with calendar year, MM.DD and what was assigned before. */
export function parsePcsConversionTable(name: string, bytes: Buffer): ConversionRow[] {
  const rows: ConversionRow[] = [];
  let columns: string[] = [];
  eachLine(bytes, (line, number) => {
    if (line.trim() === '') return;
    const cells = line.split('\t').map((cell) => cell.replace(/^"|"$/g, '').trim());
    if (number === 1) {
      columns = cells.map((cell) => cell.toLowerCase());
      return;
    }
    const cell = (start: string): string =>
      cells[columns.findIndex((column) => column.startsWith(start))] ?? '';
    const code = cell('current code');
    const year = cell('effective year');
    // Deleted codes have no current code, revised titles no predecessor.
    if (!/^[0-9A-HJ-NP-Z]{7}$/.test(code)) return;
    if (!/^\d{4}$/.test(year)) throw fault(name, `line ${number}`, `"${year}" is no effective year`);
    const day = /\b(\d\d)\.(\d\d)\b/.exec(cells.slice(5).join(' ')) ?? ['', '10', '01'];
    const previous = cell('previous code')
      .split(/[,;]\s*/)
      .filter((one) => one !== '' && one !== 'None');
    rows.push({ code, effective: `${year}-${day[1]}-${day[2]}`, previous });
  });
  return rows;
}
