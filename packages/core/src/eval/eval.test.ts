import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StarterCoder, starterCoder } from '../../test/starter-coder.ts';
import { evaluate } from './index.ts';
import { byPrefix, current, strict } from './match.ts';
import { scoreOf } from './score.ts';

let starter: StarterCoder;
let folder: string;
beforeAll(() => {
  starter = starterCoder();
  folder = mkdtempSync(join(tmpdir(), 'casebook-eval-'));
  mkdirSync(join(folder, 'notes'));
  writeFileSync(join(folder, 'notes', 'a.txt'), 'ASSESSMENT:\n1. Hypokalemia.\n2. Hypertension.\n');
  writeFileSync(join(folder, 'notes', 'b.txt'), 'ASSESSMENT:\n1. Hyperlipidemia.\n');
  writeFileSync(
    join(folder, 'gold.tsv'),
    'id\tsystem\tcode\na\ticd10cm\tE87.6\na\ticd10cm\tJ18.9\nb\ticd10cm\tE78\n',
  );
  writeFileSync(join(folder, 'split.tsv'), 'id\tsplit\na\tdev\nb\tdev\n');
});
afterAll(() => {
  starter.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('ways to match', () => {
  test('strict: code for code', () => {
    expect(strict(['A00.0', 'B20'], ['B20', 'I10'])).toEqual({ truePositives: 1, predicted: 2, gold: 2 });
  });
  test('category: each once', () => {
    expect(byPrefix(['E11.9', 'E11.65'], ['E11.22'], 3)).toEqual({ truePositives: 1, predicted: 1, gold: 1 });
  });
  test('current: a header is met by one descendant, a code that is gone is not asked for', () => {
    const choice = starter.book.asOf('icd10cm');
    if (!choice.found) throw new Error('no release');
    const { codes } = choice.release;
    expect(current(['E78.5', 'E78.2'], ['E78', 'Q99.999'], codes)).toEqual({
      truePositives: 1,
      predicted: 2,
      gold: 1,
    });
    expect(current(['E78.5', 'E78.2'], ['E78', 'E78.2'], codes)).toEqual({
      truePositives: 2,
      predicted: 2,
      gold: 2,
    });
  });
});

describe('scores', () => {
  test('micro-averaged, with an interval that is the same on every run', () => {
    const documents = [
      { truePositives: 1, predicted: 2, gold: 1 },
      { truePositives: 1, predicted: 1, gold: 3 },
    ];
    const score = scoreOf(documents);
    expect(score.precision).toBeCloseTo(2 / 3, 4);
    expect(score.recall).toBeCloseTo(0.5, 4);
    expect(score.f1).toBeCloseTo(4 / 7, 4);
    expect(scoreOf(documents)).toEqual(score);
    expect(score.f1Interval[0]).toBeLessThanOrEqual(score.f1);
    expect(score.f1Interval[1]).toBeGreaterThanOrEqual(score.f1);
  });
});

describe('a labelled set', () => {
  test('counts hits, misses and false alarms', () => {
    const outcome = evaluate(starter.book, starter.code, folder, { split: 'dev', system: 'icd10cm' });
    if (!outcome.ok) throw new Error(outcome.problem.message);
    const scores = outcome.report.systems.find(({ system }) => system === 'icd10cm');
    expect(outcome.report.notes).toBe(2);
    expect(outcome.report.invalidCodeRate).toBe(0);
    expect(scores?.current).toMatchObject({ predicted: 3, gold: 3 });
    expect(scores?.current.recall).toBeCloseTo(2 / 3, 3);
    expect(scores?.strict.recall).toBeCloseTo(1 / 3, 3);
  });
  test.each([
    ['a folder that is not there', join('nowhere', 'at-all'), {}],
    ['a split without rows', null, { split: 'test' }],
    ['an unknown system', null, { system: 'icd9' }],
  ])('%s is one clear problem', (_what, path, options) => {
    expect(evaluate(starter.book, starter.code, path ?? folder, options).ok).toBe(false);
  });
});
