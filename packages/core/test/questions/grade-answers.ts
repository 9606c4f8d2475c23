import type { Answer } from '../../src/answers/answer.ts';
import type { Ask } from '../../src/answers/ask.ts';
import type { BankQuestion } from './question-bank.ts';

/** An answer held against the bank: what is wrong with it; nothing when it is right. */
export interface GradedAnswer {
  readonly asked: BankQuestion;
  readonly answer: Answer;
  readonly wrong: readonly string[];
  /** Codes named in the text that the book does not have and the question did not name. */
  readonly invented: readonly string[];
  readonly uncited: boolean;
}

export interface AnswerMeasures {
  readonly questions: number;
  readonly right: number;
  /** Answers that are neither cited nor `unknown`. */
  readonly uncited: number;
  /** Answers that name a code that is not in the book. */
  readonly invented: number;
}

/** Whether the book has a code, in any system. */
export type HasCode = (code: string) => boolean;

const CODE_SHAPED = /\b(?:[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}|[A-Z]\d{4}|[0-9A-HJ-NP-Z]{7}|\d{4}[0-9FTUM])\b/g;

export function gradeAnswer(ask: Ask, asked: BankQuestion, hasCode: HasCode): GradedAnswer {
  const answer = ask(asked.question);
  const { verdict, text, codes, citations, facts } = answer;
  const wrong: string[] = [];
  if (verdict.kind !== asked.verdict) wrong.push(`verdict ${verdict.kind}`);
  // Of a guideline matter the value is the section that decides it.
  const value = verdict.value ?? facts.find(({ name }) => name === 'section')?.value;
  if (asked.value !== '' && String(value) !== asked.value) wrong.push(`value ${value}`);
  const named = new Set(codes);
  for (const code of asked.codes) if (!named.has(code)) wrong.push(`no ${code}`);
  const [source = '', locator] = asked.cites.split(' ');
  if (
    source !== '' &&
    !citations.some(
      (one) => one.source === source && (locator === undefined || one.locator.startsWith(locator)),
    )
  )
    wrong.push(`not cited: ${asked.cites}`);
  // A code inside a publisher's own words is the publisher's.
  const quoted = citations.map(({ quote = '' }) => quote).join('\n');
  const said = asked.question.toUpperCase();
  const invented = [
    ...new Set([...codes, ...(text.match(CODE_SHAPED) ?? []).filter((code) => !quoted.includes(code))]),
  ].filter(
    (code) => /\d/.test(code) && !said.includes(code) && !/^(?:19|20)\d\d/.test(code) && !hasCode(code),
  );
  return { asked, answer, wrong, invented, uncited: verdict.kind !== 'unknown' && citations.length === 0 };
}

export function answerMeasures(graded: readonly GradedAnswer[]): AnswerMeasures {
  return {
    questions: graded.length,
    right: graded.filter(({ wrong }) => wrong.length === 0).length,
    uncited: graded.filter(({ uncited }) => uncited).length,
    invented: graded.filter(({ invented }) => invented.length > 0).length,
  };
}
