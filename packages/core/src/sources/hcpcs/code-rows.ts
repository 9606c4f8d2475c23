import type { CodeRow, IsoDate } from '../../book/rows.ts';
import { tidy } from '../files/xml.ts';
import type { HcpcsRecord } from './record.ts';

/** In words, from the record layout's code lists. */
const COVERAGE: Readonly<Record<string, string>> = {
  C: 'carrier judgment',
  D: 'special coverage instructions apply',
  I: 'not payable by Medicare',
  M: 'not covered by Medicare',
  S: 'not covered, by statute',
};

const ACTION: Readonly<Record<string, string>> = {
  A: 'added',
  B: 'long description and data changed',
  C: 'long description changed',
  D: 'discontinued',
  F: 'data changed',
  N: 'unchanged',
  P: 'payment changed',
  R: 'reactivated',
  S: 'short description changed',
  T: 'miscellaneous change',
};

/**
 * The file's records as code rows. The file keeps discontinued codes for four years: one that ended before the
 * release's first day is there, with its dates, and not billable.
 */
export function hcpcsCodeRows(records: readonly HcpcsRecord[], from: IsoDate, file: number): CodeRow[] {
  return records.map((record) => {
    const validFrom = dateOf(record.added);
    const validTo = dateOf(record.terminated);
    const values: Record<string, string> = { ...record.values };
    inWords(values, 'coverage', COVERAGE);
    inWords(values, 'action', ACTION);
    const effective = dateOf(record.actionEffective);
    if (effective !== null) values['action effective'] = effective;
    return {
      code: record.code,
      title: tidy(record.long),
      ...(record.short === '' ? {} : { shortTitle: record.short }),
      billable: validTo === null || validTo >= from,
      kind: record.kind,
      ...(validFrom === null ? {} : { validFrom }),
      ...(validTo === null ? {} : { validTo }),
      attributes: values,
      file,
      locator: record.locator,
    };
  });
}

function inWords(
  values: Record<string, string>,
  name: string,
  words: Readonly<Record<string, string>>,
): void {
  const value = values[name];
  if (value !== undefined && words[value] !== undefined) values[name] = `${value}: ${words[value]}`;
}

function dateOf(digits: string): IsoDate | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(digits) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
