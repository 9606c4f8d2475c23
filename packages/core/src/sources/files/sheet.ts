import readExcelFile from 'read-excel-file/node';
import { fault } from '../problem.ts';
import { reasonOf } from './bytes.ts';

/** A cell as text; dates as `YYYY-MM-DD`, empty cells as the empty string. */
type SheetRow = readonly string[];

/** The first sheet's rows. Throws a SourceFault when the workbook cannot be read. */
export async function readSheet(name: string, bytes: Buffer): Promise<SheetRow[]> {
  let sheets: Awaited<ReturnType<typeof readExcelFile>>;
  try {
    sheets = await readExcelFile(bytes);
  } catch (error) {
    throw fault(name, '', `not a whole workbook (${reasonOf(error)})`);
  }
  return (sheets[0]?.data ?? []).map((row) => row.map(cellText));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
