import type { Coder } from '../../src/coding/index.ts';
import type { BankLine } from './line-bank.ts';

/** Counts over some lines; the measures are quotients of these. */
export interface Tally {
  lines: number;
  exact: number;
  first: number;
  wanted: number;
  found: number;
  suggested: number;
  good: number;
  /** Lines with a forbidden code. */
  mustNot: number;
  /** Lines that want a code and got none. */
  silent: number;
}

export interface GradedLine {
  readonly line: BankLine;
  /** ICD-10-CM codes that came back, in order. */
  readonly got: readonly string[];
  readonly forbidden: readonly string[];
  readonly tally: Readonly<Tally>;
}

/** The measures that may only rise, 0 to 1, and the two counts that may only fall. */
export interface Measures {
  readonly exact: number;
  readonly first: number;
  readonly recall: number;
  readonly precision: number;
  readonly mustNot: number;
  readonly silent: number;
}

export const nothing = (): Tally => ({
  lines: 0,
  exact: 0,
  first: 0,
  wanted: 0,
  found: 0,
  suggested: 0,
  good: 0,
  mustNot: 0,
  silent: 0,
});

/** Codes one line and holds what came back against what is wanted. */
export function gradeLine(code: Coder, line: BankLine): GradedLine {
  const suggested = code(line.text, line.context).codes.filter(({ system }) => system === 'icd10cm');
  const got = suggested.map((entry) => entry.code);
  const first = suggested.find(({ role }) => role === 'first-listed' || role === 'principal')?.code;
  const mayBe = (wanted: string): string[] => [wanted, ...(line.standIns.get(wanted) ?? [])];
  const allowed = new Set([...line.codes.flatMap(mayBe), ...line.extras]);
  const found = line.codes.filter((wanted) => mayBe(wanted).some((one) => got.includes(one))).length;
  const good = got.filter((one) => allowed.has(one)).length;
  const forbidden = line.mustNot.filter((one) => got.includes(one));
  const [wantedFirst] = line.codes;
  const firstRight =
    wantedFirst === undefined ? got.length === 0 : first !== undefined && mayBe(wantedFirst).includes(first);
  return {
    line,
    got,
    forbidden,
    tally: {
      lines: 1,
      exact: Number(found === line.codes.length && good === got.length),
      first: Number(firstRight),
      wanted: line.codes.length,
      found,
      suggested: got.length,
      good,
      mustNot: Number(forbidden.length > 0),
      silent: Number(line.codes.length > 0 && got.length === 0),
    },
  };
}

export function sumOf(graded: readonly GradedLine[]): Tally {
  const total = nothing();
  for (const { tally } of graded)
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
  return total;
}

export function measuresOf(tally: Readonly<Tally>): Measures {
  const share = (part: number, whole: number): number =>
    whole === 0 ? 1 : Math.round((1000 * part) / whole) / 1000;
  return {
    exact: share(tally.exact, tally.lines),
    first: share(tally.first, tally.lines),
    recall: share(tally.found, tally.wanted),
    precision: share(tally.good, tally.suggested),
    mustNot: tally.mustNot,
    silent: tally.silent,
  };
}
