import { eachLine } from '../files/text.ts';
import { fault } from '../problem.ts';
import { CODE, FIELDS, type HcpcsRecord, MODIFIER } from './record.ts';

/** Positions 1–11: code (or three blanks and a modifier), sequence number, record id. */
const START = /^( {3}[A-Z0-9]{2}|[A-Z]\d{4})(\d{5})([3478])/;

type Open = { -readonly [Key in keyof HcpcsRecord]: HcpcsRecord[Key] };

/** Whether a line begins a record, to know the file by. */
export function isHcpcsLine(line: string): boolean {
  return START.test(line) && line.length >= 293;
}

/**
 * The 320-column contractor record file (record layout in the publisher's zip). A description longer than 80
 * characters goes on in records 4 and 8. Disclaimer lines before the first record are passed over.
 */
export function parseHcpcsText(name: string, bytes: Buffer): HcpcsRecord[] {
  const records: Open[] = [];
  eachLine(bytes, (line, number) => {
    const [, padded, , id] = START.exec(line) ?? [];
    if (padded === undefined || id === undefined) {
      if (records.length > 0 && line.trim() !== '')
        throw fault(
          name,
          `line ${number}`,
          'not a Level II record; expected code, sequence number and record id',
        );
      return;
    }
    const code = padded.trim();
    const long = line.slice(11, 91);
    if (id === '4' || id === '8') {
      const open = records.at(-1);
      if (open?.code !== code)
        throw fault(name, `line ${number}`, `continues ${code}, which is not the code above`);
      open.long = `${open.long.trimEnd()} ${long.trim()}`;
      return;
    }
    if (line.length < 293)
      throw fault(name, `line ${number}`, `is ${line.length} columns long; expected 320, the file is cut`);
    const kind = id === '3' ? 'code' : 'modifier';
    if (!(kind === 'code' ? CODE : MODIFIER).test(code))
      throw fault(name, `line ${number}`, `"${code}" is no Level II ${kind}`);
    records.push({
      code,
      kind,
      long: long.trimEnd(),
      short: line.slice(91, 119).trim(),
      values: valuesOf(line),
      added: line.slice(268, 276).trim(),
      actionEffective: line.slice(276, 284).trim(),
      terminated: line.slice(284, 292).trim(),
      locator: `line ${number}`,
    });
  });
  return records;
}

function valuesOf(line: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, from, to, each } of FIELDS) {
    const parts: string[] = [];
    for (let at = from - 1; at < to; at += each) {
      const part = line.slice(at, Math.min(at + each, to)).trim();
      if (part !== '') parts.push(part);
    }
    if (parts.length > 0) values[name] = parts.join(', ');
  }
  return values;
}
