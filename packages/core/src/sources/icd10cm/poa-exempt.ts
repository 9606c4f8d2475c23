import { readSheet } from '../files/sheet.ts';
import { eachLine } from '../files/text.ts';
import { fault } from '../problem.ts';
import { CODE } from './code-pattern.ts';

/** Codes exempt from present-on-admission reporting, from the tab-delimited list. */
export function parsePoaExemptText(name: string, bytes: Buffer): string[] {
  const codes: string[] = [];
  eachLine(bytes, (line, number) => {
    if (number === 1 || line.trim() === '') return;
    codes.push(poaCode(name, `line ${number}`, line.split('\t')[1] ?? ''));
  });
  return codes;
}

/** The same list as a workbook. */
export async function parsePoaExemptSheet(name: string, bytes: Buffer): Promise<string[]> {
  const rows = await readSheet(name, bytes);
  const header = rows.findIndex((row) => /POAexemptCode/i.test(row[1] ?? ''));
  return rows
    .slice(header + 1)
    .flatMap((row, i) => (row.join('') === '' ? [] : [poaCode(name, `row ${header + 2 + i}`, row[1] ?? '')]));
}

function poaCode(name: string, place: string, text: string): string {
  const code = text.trim();
  if (!CODE.test(code))
    throw fault(name, place, `"${code}" is no ICD-10-CM code; expected order number, code, description`);
  return code;
}
