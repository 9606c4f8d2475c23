import type { IsoDate } from '../book/rows.ts';
import type { Answer, Said, Understood } from './answer.ts';
import { followUp } from './follow-up.ts';
import type { AnyIntent } from './intent.ts';
import { phraseOf } from './intents/code-for-words.ts';
import type { Jobs } from './jobs.ts';
import { type AskSetting, type ReadQuestion, readQuestion } from './read-question.ts';
import { dayOf, pageAsTyped } from './say.ts';
import { splitQuestions } from './split.ts';

export interface AskOptions {
  /** The day everything is judged on, where the question names none. */
  readonly asOf?: IsoDate;
  readonly setting?: AskSetting;
  /** The question before this one, in its own words: a follow-up keeps its subject. */
  readonly before?: string;
}

export type Ask = (question: string, options?: AskOptions) => Answer;

/** Longer texts are notes, not questions. */
const LONGEST = 1000;
/** A second reading nearly as sure as the first is offered beside it. */
const NEARLY = 0.06;
const SURE_ENOUGH = 0.3;

/**
 * Answers coding questions from the book.
 * @example createAsk(intents, jobs)('Can E10.9 and E11.9 be coded together?').verdict // { kind: 'no' }
 */
export function createAsk(all: readonly AnyIntent[], jobs: Jobs): Ask {
  const known = (code: string): boolean => pageAsTyped(jobs, code).found;
  const read = (text: string, options: AskOptions): ReadQuestion => {
    const question = readQuestion(text, known);
    return {
      ...question,
      date: question.date ?? (question.versions.length > 0 ? null : (options.asOf ?? null)),
      setting: question.setting ?? options.setting ?? null,
    };
  };
  const one = (
    text: string,
    options: AskOptions,
    before: ReadQuestion | null,
  ): readonly [Answer, ReadQuestion] => {
    const own = read(text, options);
    const question = followUp(own, before) ?? own;
    return [answerOf(text, question, all, jobs), question];
  };
  return (text, options = {}) => {
    const cut = text.slice(0, LONGEST);
    const before = options.before === undefined ? null : read(options.before.slice(0, LONGEST), options);
    const [first = '', ...rest] = splitQuestions(cut);
    let [answer, last] = one(first, options, before);
    const more: Answer[] = [];
    for (const next of rest.slice(0, 4)) {
      const [another, question] = one(next, options, last);
      more.push(another);
      last = question;
    }
    if (more.length > 0) answer = { ...answer, question: first, also: [...answer.also, ...more] };
    return answer;
  };
}

function answerOf(text: string, question: ReadQuestion, all: readonly AnyIntent[], jobs: Jobs): Answer {
  const readings = all
    .flatMap((intent) => {
      const taken = intent.take(question);
      return taken === null ? [] : [{ id: intent.id, ...taken }];
    })
    .sort((a, b) => b.sure - a.sure);
  const [best, second] = readings;
  if (best === undefined) return shaped(text, question, 'unknown', NOTHING, []);
  const also =
    second !== undefined && second.sure >= SURE_ENOUGH && best.sure - second.sure < NEARLY
      ? [shaped(text, question, second.id, second.answer(jobs), [])]
      : [];
  return shaped(
    text,
    question,
    best.id,
    best.answer(jobs),
    also.filter(({ verdict }) => verdict.kind !== 'unknown'),
  );
}

const NOTHING: Said = {
  verdict: { kind: 'unknown' },
  says: ['Ask about a code, a diagnosis or procedure in words, a guideline, a modifier, or what is loaded.'],
};

function shaped(
  text: string,
  question: ReadQuestion,
  intent: string,
  said: Said,
  also: readonly Answer[],
): Answer {
  return {
    question: text,
    asOf: dayOf(question) ?? null,
    intent,
    verdict: said.verdict,
    text: said.says.filter((sentence) => sentence !== '').join(' '),
    facts: said.facts ?? [],
    codes: [...new Set(said.codes ?? [])],
    citations: said.citations ?? [],
    unverified: [],
    understood: understood(question, intent),
    also,
  };
}

function understood(question: ReadQuestion, intent: string): Understood {
  const { codes, date, setting, sex, age, modifiers, followsUp } = question;
  return {
    codes: codes.map(({ code }) => code),
    ...(intent === 'code-for-words' ? { phrase: question.quoted ?? phraseOf(question) } : {}),
    ...(date === null ? {} : { date }),
    ...(setting === null ? {} : { setting }),
    ...(sex === null ? {} : { sex }),
    ...(age === null ? {} : { age }),
    ...(modifiers.length === 0 ? {} : { modifiers }),
    ...(followsUp ? { followsUp } : {}),
  };
}
