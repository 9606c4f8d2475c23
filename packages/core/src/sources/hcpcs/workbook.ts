import { readSheet } from '../files/sheet.ts';
import { fault } from '../problem.ts';
import { CODE, FIELDS, type HcpcsRecord, MODIFIER } from './record.ts';

type Open = { -readonly [Key in keyof HcpcsRecord]: HcpcsRecord[Key] };

/** The Level II workbook: one row a code in recent years, continuation rows (record ids 4 and 8) in older ones. */
export async function parseHcpcsWorkbook(name: string, bytes: Buffer): Promise<HcpcsRecord[]> {
  const rows = await readSheet(name, bytes);
  const header = rows.findIndex((row) => row.includes('HCPC') && row.includes('RECID'));
  const columns = new Map((rows[header] ?? []).map((title, at) => [title.replace(/\s+/g, ' '), at]));
  const at = (title: string): number => {
    const found = columns.get(title);
    if (found === undefined) throw fault(name, `row ${header + 1}`, `no column "${title}" in the header row`);
    return found;
  };
  const [codeAt, idAt, longAt, shortAt] = [
    at('HCPC'),
    at('RECID'),
    at('LONG DESCRIPTION'),
    at('SHORT DESCRIPTION'),
  ];
  const [addedAt, effectiveAt, terminatedAt] = [at('ADD DT'), at('ACT EFF DT'), at('TERM DT')];
  const fields = FIELDS.map((field) => ({
    name: field.name,
    at: field.columns.flatMap((title) => columns.get(title) ?? []),
  }));

  const records: Open[] = [];
  for (const [i, row] of rows.entries()) {
    const code = row[codeAt] ?? '';
    if (i <= header || code === '') continue;
    const place = `row ${i + 1}`;
    const cell = (column: number): string => row[column] ?? '';
    const id = cell(idAt);
    if (id === '4' || id === '8') {
      const open = records.at(-1);
      if (open?.code !== code) throw fault(name, place, `continues ${code}, which is not the code above`);
      open.long = `${open.long} ${cell(longAt)}`;
      continue;
    }
    const kind = id === '3' ? 'code' : 'modifier';
    if ((id !== '3' && id !== '7') || !(kind === 'code' ? CODE : MODIFIER).test(code))
      throw fault(name, place, `"${code}" with record id "${id}" is no Level II code or modifier`);
    const values: Record<string, string> = {};
    for (const field of fields) {
      const value = field.at
        .map(cell)
        .filter((one) => one !== '')
        .join(', ');
      if (value !== '') values[field.name] = value;
    }
    records.push({
      code,
      kind,
      long: cell(longAt),
      short: cell(shortAt),
      values,
      added: cell(addedAt),
      actionEffective: cell(effectiveAt),
      terminated: cell(terminatedAt),
      locator: place,
    });
  }
  return records;
}
