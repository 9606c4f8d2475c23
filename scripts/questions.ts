/**
 * Asks the bank of questions (`knowledge/questions`) and prints how many are answered right, by kind, and how fast:
 *   npm run questions -- HOME [--show] [--kind KIND] [--as-of DAY]
 * HOME is a home folder with a pulled book; `--show` prints every answer that is not right. The
 * bank's answers are those of the FY2026 book, so it is asked as of a day in that year unless another is given.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBook } from '../packages/core/src/index.ts';
import {
  answerMeasures,
  type GradedAnswer,
  gradeAnswer,
} from '../packages/core/test/questions/grade-answers.ts';
import { readQuestionBank } from '../packages/core/test/questions/question-bank.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'boolean' },
    kind: { type: 'string' },
    'as-of': { type: 'string', default: '2026-03-02' },
  },
});
const [home] = positionals;
if (home === undefined) {
  console.error('usage: questions.ts HOME [--show] [--kind KIND]');
  process.exit(2);
}
const knowledge = join(import.meta.dirname, '..', 'knowledge');
const opened = await openBook({ home, knowledge });
if (!opened.ok) throw new Error(opened.problem.message);
const { casebook } = opened;
const ask: Parameters<typeof gradeAnswer>[0] = (question, options) => {
  const outcome = casebook.ask(question, { asOf: values['as-of'], ...options });
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.answer;
};
const hasCode = (code: string): boolean => {
  const page = casebook.show(code);
  return page.found || page.reason !== 'unknown';
};
const bank = readQuestionBank(join(knowledge, 'questions')).filter(
  ({ kind }) => values.kind === undefined || kind === values.kind,
);
for (const { question } of bank.slice(0, 20)) ask(question);
const times: number[] = [];
const graded = bank.map((asked) => {
  const start = performance.now();
  ask(asked.question);
  times.push(performance.now() - start);
  return gradeAnswer(ask, asked, hasCode);
});
casebook.close();

if (values.show)
  for (const { asked, answer, wrong, invented, uncited } of graded) {
    const faults = [...wrong, ...invented.map((code) => `invented ${code}`), ...(uncited ? ['uncited'] : [])];
    if (faults.length > 0)
      console.log(
        `${asked.kind}:${asked.row} ${asked.question} | ${faults.join(', ')} | ${answer.intent}: ${answer.text.slice(0, 120)}`,
      );
  }
for (const kind of [...new Set(bank.map((one) => one.kind))])
  print(
    kind,
    graded.filter(({ asked }) => asked.kind === kind),
  );
print(
  'traps',
  graded.filter(({ asked }) => asked.trap !== ''),
);
print('all', graded);
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
console.log(`milliseconds an answer: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(0.9999)}`);

function print(name: string, of: readonly GradedAnswer[]): void {
  const { questions, right, uncited, invented } = answerMeasures(of);
  console.log(
    `${name.padEnd(20)} ${right} of ${questions} right (${(right / questions).toFixed(3)}), ${uncited} uncited, ${invented} with an invented code`,
  );
}
