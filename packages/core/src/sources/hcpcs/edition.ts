import type { IsoDate } from '../../book/rows.ts';
import type { HcpcsRecord } from './record.ts';

const QUARTERS: readonly (readonly [first: string, last: string])[] = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
];

/** The whole file came out once a year until 2019, then every quarter. */
const LAST_ANNUAL = 2019;

/** `2025-10` for a quarter, `2018` for a year; null when the name says neither. */
export function hcpcsVersionInName(name: string): string | null {
  const last = name.split(/ › |\//).at(-1) ?? '';
  const year = /HCPC[S_-]?(20\d\d)/i.exec(last)?.[1];
  if (year === undefined) return null;
  if (Number(year) <= LAST_ANNUAL) return year;
  const month = ['JAN', 'APR', 'JUL', 'OCT'].findIndex((quarter) =>
    new RegExp(`_${quarter}`, 'i').test(last),
  );
  return month < 0 ? null : `${year}-${QUARTERS[month]?.[0].slice(0, 2)}`;
}

/** The quarter (or year) of the newest code in the file: a code is published when it takes effect. */
export function hcpcsVersionByContent(records: readonly HcpcsRecord[]): string | null {
  let newest = '';
  for (const { added, actionEffective } of records) {
    if (/^\d{8}$/.test(added) && added > newest) newest = added;
    if (/^\d{8}$/.test(actionEffective) && actionEffective > newest) newest = actionEffective;
  }
  if (newest === '') return null;
  const year = newest.slice(0, 4);
  if (Number(year) <= LAST_ANNUAL) return year;
  return `${year}-${QUARTERS[Math.floor((Number(newest.slice(4, 6)) - 1) / 3)]?.[0].slice(0, 2)}`;
}

export function hcpcsEffective(version: string): readonly [IsoDate, IsoDate] {
  const year = version.slice(0, 4);
  const quarter = QUARTERS.find(([first]) => first.slice(0, 2) === version.slice(5));
  return [`${year}-${quarter?.[0] ?? '01-01'}`, `${year}-${quarter?.[1] ?? '12-31'}`];
}
