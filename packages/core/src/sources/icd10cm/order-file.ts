import { dotted } from '../../book/code-key.ts';
import type { CodeRow } from '../../book/rows.ts';
import { eachLine } from '../files/text.ts';
import { fault } from '../problem.ts';
import { CATEGORY } from './code-pattern.ts';

const LINE = new RegExp(String.raw`^(\d{5}) (${CATEGORY}[0-9A-Z ]{4}) ([01]) (.{60}) (.*\S)\s*$`);

/**
 * The order file: which codes exist and which are billable (file layout in the publisher's icd10OrderFiles.pdf:
 * 1–5 order, 7–13 code without dot, 15 billable, 17–76 short title, 78 on long title).
 * A code's parent is the longest shorter code it begins with.
 */
export function parseOrderFile(name: string, bytes: Buffer, file: number): CodeRow[] {
  const rows: CodeRow[] = [];
  const known = new Set<string>();
  eachLine(bytes, (line, number) => {
    if (line.trim() === '') return;
    const [, , code, billable, shortTitle, title] = LINE.exec(line) ?? [];
    if (code === undefined || shortTitle === undefined || title === undefined)
      throw fault(
        name,
        `line ${number}`,
        'not an order-file line; expected number, code, 0 or 1, short title (60 columns) and long title',
      );
    const plain = code.trim();
    const parent = parentOf(plain, known);
    if (parent === null && plain.length > 3)
      throw fault(name, `line ${number}`, `${plain} comes before its category ${plain.slice(0, 3)}`);
    if (known.has(plain)) throw fault(name, `line ${number}`, `${plain} is listed twice`);
    known.add(plain);
    rows.push({
      code: dotted(plain),
      title,
      shortTitle: shortTitle.trim(),
      billable: billable === '1',
      ...(parent === null ? {} : { parent: dotted(parent) }),
      kind: 'code',
      file,
      locator: `line ${number}`,
    });
  });
  const last = rows.at(-1)?.code ?? '';
  if (!/^(?:Z99|U)/.test(last))
    throw fault(
      name,
      `line ${rows.length}`,
      `ends at ${last || 'nothing'}; a whole order file runs to Z99 or chapter 22, the file is cut`,
    );
  return rows;
}

function parentOf(code: string, known: ReadonlySet<string>): string | null {
  for (let length = code.length - 1; length >= 3; length--) {
    const parent = code.slice(0, length);
    if (known.has(parent)) return parent;
  }
  return null;
}

/** Codes first valid in a fiscal year (the publisher's conversion table gives the year), newest first. */
const MARKERS: readonly (readonly [code: string, year: number])[] = [
  ['C50.A0', 2026],
  ['F50.014', 2025],
  ['A41.54', 2024],
  ['B37.31', 2023],
  ['A79.82', 2022],
  ['A84.81', 2021],
];

/** The newest fiscal year whose new codes are in the list; null for one older than the markers. */
export function fiscalYearOf(rows: readonly CodeRow[]): number | null {
  const codes = new Set(rows.map(({ code }) => code));
  return MARKERS.find(([code]) => codes.has(code))?.[1] ?? null;
}

/** FY2021 was issued twice; COVID-19 pneumonia (J12.82) began on 1 January 2021. */
export function isJanuary2021(rows: readonly CodeRow[]): boolean {
  return fiscalYearOf(rows) === 2021 && rows.some(({ code }) => code === 'J12.82');
}
