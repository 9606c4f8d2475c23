import type { ConversionRow, IsoDate } from '../../book/rows.ts';
import { readSheet } from '../files/sheet.ts';
import { fault } from '../problem.ts';
import { CODE } from './code-pattern.ts';

/** The ICD-10-CM conversion table: each new code, when it began, and what was assigned before. */
export async function parseConversionTable(name: string, bytes: Buffer): Promise<ConversionRow[]> {
  const rows = await readSheet(name, bytes);
  const header = rows.findIndex((row) => /^current code/i.test(row[0] ?? ''));
  if (header < 0)
    throw fault(name, '', 'no header row; expected "Current code assignment", "Effective", "Previous …"');
  return rows.slice(header + 1).flatMap((row, i) => {
    const [code = '', effective = '', ...previous] = row;
    if (!CODE.test(code)) return [];
    const date = effectiveDate(effective);
    if (date === null)
      throw fault(name, `row ${header + 2 + i}`, `"${effective}" is no date; expected a year or a date`);
    return [{ code, effective: date, previous: previous.flatMap(codesIn) }];
  });
}

/** A bare year means 1 October of it (the table's own preamble says so). */
function effectiveDate(text: string): IsoDate | null {
  if (/^\d{4}$/.test(text)) return `${text}-10-01`;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text) ?? [];
  if (month !== undefined && day !== undefined)
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [, name = '', ofMonth = '', ofYear] = /^([A-Za-z]+)\.? (\d{1,2}),? (\d{4})/.exec(text) ?? [];
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? null : `${ofYear}-${String(at + 1).padStart(2, '0')}-${ofMonth.padStart(2, '0')}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function codesIn(text: string): string[] {
  return text.split(/[,;\n]+|\band\b/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}
