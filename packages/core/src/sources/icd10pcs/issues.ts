import type { CodeRow, PcsRow } from '../../book/rows.ts';
import { octoberOf } from '../edition.ts';
import { codesOfRow } from './tables.ts';

/** What an order or tables file lists, reduced to what tells two issues of one fiscal year apart. */
export interface Issue {
  readonly count: number;
  /** Independent of order. */
  readonly sum: number;
  readonly april: boolean;
}

/** New in an April issue (the publisher's conversion table), for files that bear only the year. */
const APRIL_CODES: Readonly<Record<string, string>> = { '02HM3JZ': '2026' };

export function issueOf(codes: Iterable<string>, version: string): Issue {
  let count = 0;
  let sum = 0;
  let april = version.endsWith('-04');
  for (const code of codes) {
    count++;
    sum = (sum + hash(code)) % 4_294_967_291;
    if (APRIL_CODES[code] === octoberOf(version)) april = true;
  }
  return { count, sum, april };
}

export function codesOfOrder(rows: readonly CodeRow[]): string[] {
  return rows.flatMap(({ code }) => (code.length === 7 ? [code] : []));
}

export function* codesOfTables(rows: readonly PcsRow[]): Generator<string> {
  for (const row of rows) yield* codesOfRow(row);
}

export function sameIssue(a: Issue, b: Issue): boolean {
  return a.count === b.count && a.sum === b.sum;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
