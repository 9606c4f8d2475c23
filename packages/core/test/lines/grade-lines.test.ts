import { expect, test } from 'vitest';
import type { Coder } from '../../src/coding/index.ts';
import type { CodedCode, CodedNote, Role } from '../../src/coding/types.ts';
import { gradeLine, measuresOf, sumOf } from './grade-lines.ts';
import type { BankLine } from './line-bank.ts';

const line: BankLine = {
  file: 'x.tsv',
  row: 2,
  id: 'x-001',
  kind: 'x',
  text: 'COPD on home oxygen',
  context: { setting: 'outpatient' },
  codes: ['J44.9', 'Z99.81'],
  extras: ['J96.11'],
  standIns: new Map([['J44.9', ['J43.9']]]),
  mustNot: ['J44.1'],
  why: 'x',
};

const suggested = (code: string, role: Role): CodedCode => ({
  system: 'icd10cm',
  code,
  title: code,
  role,
  confidence: 1,
  by: 'table',
  billable: true,
  evidence: [],
  trail: [],
  alternatives: [],
  queries: [],
  citations: [],
});

/** A coder that always gives these codes, the first of them first-listed. */
const coderOf =
  (...codes: string[]): Coder =>
  (): CodedNote => ({
    context: {},
    book: [],
    codes: codes.map((code, i) => suggested(code, i === 0 ? 'first-listed' : 'secondary')),
    rejected: [],
    unnumbered: [],
    notChecked: [],
    findings: [],
    elapsedMs: 0,
  });

test('a stand-in counts for the code it stands for, and an accepted extra does no harm', () => {
  expect(gradeLine(coderOf('J43.9', 'J96.11', 'Z99.81'), line).tally).toMatchObject({
    exact: 1,
    first: 1,
    found: 2,
    good: 3,
  });
});

test('a code too many, a code too few and a forbidden one are each seen', () => {
  expect(gradeLine(coderOf('J44.9', 'Z99.81', 'R05.9'), line).tally).toMatchObject({ exact: 0, good: 2 });
  expect(gradeLine(coderOf('J44.9'), line).tally).toMatchObject({ exact: 0, found: 1, first: 1 });
  expect(gradeLine(coderOf('J44.1', 'J44.9', 'Z99.81'), line)).toMatchObject({
    forbidden: ['J44.1'],
    tally: { exact: 0, first: 0, mustNot: 1 },
  });
});

test('nothing is right only where nothing is wanted', () => {
  expect(gradeLine(coderOf(), line).tally).toMatchObject({ silent: 1, exact: 0, first: 0 });
  expect(gradeLine(coderOf(), { ...line, codes: [] }).tally).toMatchObject({ silent: 0, exact: 1, first: 1 });
});

test('measures are shares of the sums', () => {
  const graded = [gradeLine(coderOf('J44.9', 'Z99.81'), line), gradeLine(coderOf(), line)];
  expect(measuresOf(sumOf(graded))).toEqual({
    exact: 0.5,
    first: 0.5,
    recall: 0.5,
    precision: 1,
    mustNot: 0,
    silent: 1,
  });
});
