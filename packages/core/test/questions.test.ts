/**
 * The bank of questions on the starter book, and on the official FY2026 book where the files are (CASEBOOK_OFFICIAL; skipped,
 * and said so by `npm test`, elsewhere): the figures may only rise.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Casebook, loadReleases, openBook } from '../src/index.ts';
import { type AnswerMeasures, answerMeasures, gradeAnswer } from './questions/grade-answers.ts';
import { readQuestionBank } from './questions/question-bank.ts';
import { knowledge } from './starter-coder.ts';

const official = process.env.CASEBOOK_OFFICIAL ?? '';
const folder = join(knowledge, 'questions');
const bank = readQuestionBank(folder);
const baseline = JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8')) as Record<
  'starter' | 'official',
  AnswerMeasures
>;
const homes: string[] = [];
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

it('has 600 questions of different words, a tenth of them traps', () => {
  expect(bank.length).toBeGreaterThan(600);
  expect(new Set(bank.map(({ question }) => question)).size).toBe(bank.length);
  expect(bank.filter(({ trap }) => trap !== '').length).toBeGreaterThan(bank.length / 10);
});

describe('the bank', () => {
  it('is answered from the starter book no worse than baseline.json says', async () => {
    const home = newHome();
    hold(await measured(home), baseline.starter);
  }, 300_000);

  it.skipIf(official === '')(
    'is answered from the official book no worse than baseline.json says',
    async () => {
      const home = newHome();
      const folders = [
        'icd10cm/fy2026',
        'icd10cm/reconstructed',
        'icd10cm/xml/april-2026',
        'icd10pcs',
        'hcpcs',
        'guidelines',
      ];
      const loaded = await loadReleases({ home, paths: folders.map((name) => join(official, name)) });
      expect(loaded.ok).toBe(true);
      hold(await measured(home), baseline.official);
    },
    600_000,
  );
});

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'questions-'));
  homes.push(home);
  return home;
}

function hold(now: AnswerMeasures, floor: AnswerMeasures): void {
  expect(now.questions).toBeGreaterThanOrEqual(floor.questions);
  expect(now.right / now.questions, 'right').toBeGreaterThanOrEqual(floor.right / floor.questions);
  expect(now.uncited, 'uncited').toBe(0);
  expect(now.invented, 'with an invented code').toBe(0);
}

async function measured(home: string): Promise<AnswerMeasures> {
  const opened = await openBook({ home, knowledge });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { casebook } = opened;
  try {
    return answerMeasures(bank.map((asked) => gradeAnswer(askOf(casebook), asked, hasCode(casebook))));
  } finally {
    casebook.close();
  }
}

function askOf(casebook: Casebook): Parameters<typeof gradeAnswer>[0] {
  return (question, options) => {
    const outcome = casebook.ask(question, options);
    if (!outcome.ok) throw new Error(outcome.problem.message);
    return outcome.answer;
  };
}

function hasCode(casebook: Casebook): (code: string) => boolean {
  return (code) => {
    const page = casebook.show(code);
    return page.found || page.reason !== 'unknown';
  };
}
