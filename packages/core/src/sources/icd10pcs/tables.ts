import type { PcsRow, PcsValue } from '../../book/rows.ts';
import { readXml, tidy } from '../files/xml.ts';
import { fault } from '../problem.ts';

interface Axis {
  readonly pos: number;
  title: string;
  readonly values: PcsValue[];
}

/**
 * The tables XML: `pcsTable > axis@pos 1–3`, then `pcsRow@codes > axis@pos 4–7 > label@code`. Each row's declared
 * number of codes is checked against the product of its values.
 */
export function parsePcsTables(name: string, bytes: Buffer): PcsRow[] {
  const rows: PcsRow[] = [];
  let head: Axis[] = [];
  let tail: Axis[] | null = null;
  let declared = 0;
  let definition = '';
  let axis: Axis = { pos: 0, title: '', values: [] };
  let value = '';
  let text = '';

  const closeRow = (): void => {
    const [section, system, operation] = head;
    const [four, five, six, seven] = tail ?? [];
    const table = head.map((one) => one.values[0]?.value ?? '').join('');
    const place = `table ${table} row ${rows.filter((row) => row.table === table).length + 1}`;
    if (
      section === undefined ||
      system === undefined ||
      operation === undefined ||
      four === undefined ||
      five === undefined ||
      six === undefined ||
      seven === undefined
    )
      throw fault(name, place, `has ${head.length + (tail?.length ?? 0)} axes; expected seven`);
    const count = [four, five, six, seven].reduce((product, { values }) => product * values.length, 1);
    if (declared !== count)
      throw fault(name, place, `declares ${declared} codes but its values make ${count}`);
    const label = (one: Axis): string => one.values[0]?.label ?? '';
    rows.push({
      table,
      titles: [label(section), label(system), label(operation)],
      ...(definition === '' ? {} : { definition }),
      axisNames: [four.title, five.title, six.title, seven.title],
      axes: [four.values, five.values, six.values, seven.values],
    });
  };

  readXml(name, bytes, {
    open: (element, attributes) => {
      if (element === 'pcsTable') {
        head = [];
        definition = '';
      } else if (element === 'pcsRow') {
        tail = [];
        declared = Number(attributes.codes ?? 'NaN');
      } else if (element === 'axis') {
        axis = { pos: Number(attributes.pos ?? '0'), title: '', values: [] };
        (tail ?? head).push(axis);
      } else if (element === 'label') value = attributes.code ?? '';
      text = '';
    },
    text: (more) => {
      text += more;
    },
    close: (element) => {
      if (element === 'label') axis.values.push({ value, label: tidy(text) });
      else if (element === 'title') axis.title = tidy(text);
      else if (element === 'definition') definition = tidy(text);
      else if (element === 'pcsRow') {
        closeRow();
        tail = null;
      }
      text = '';
    },
  });
  if (rows.length === 0) throw fault(name, '', 'no rows; expected PCS tables (pcsTable > pcsRow)');
  return rows;
}

/** Every code of a row, in the order of its values. */
export function* codesOfRow(row: PcsRow): Generator<string> {
  const [four, five, six, seven] = row.axes;
  for (const a of four)
    for (const b of five)
      for (const c of six)
        for (const d of seven) yield `${row.table}${a.value}${b.value}${c.value}${d.value}`;
}
