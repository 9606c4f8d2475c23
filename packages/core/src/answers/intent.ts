import type { Said } from './answer.ts';
import type { Jobs } from './jobs.ts';
import type { ReadQuestion } from './read-question.ts';

/** How a question reads as one kind: what it is about, and how surely (0 to 1). */
export interface Reading<Slots> {
  readonly slots: Slots;
  readonly sure: number;
}

/** One kind of question. */
export interface Intent<Slots> {
  readonly id: string;
  /** Questions of the kind, for people and for the test that each is read as it. */
  readonly examples: readonly string[];
  readonly read: (question: ReadQuestion) => Reading<Slots> | null;
  readonly answer: (slots: Slots, question: ReadQuestion, jobs: Jobs) => Said;
}

/** An intent whose slots are its own business. */
export interface AnyIntent {
  readonly id: string;
  readonly examples: readonly string[];
  /** Null when the question is not of the kind; else how surely it is, and the way to its answer. */
  readonly take: (
    question: ReadQuestion,
  ) => { readonly sure: number; readonly answer: (jobs: Jobs) => Said } | null;
}

/** Closes an intent over its slots, so that a list of them needs no common type. */
export function intent<Slots>({ id, examples, read, answer }: Intent<Slots>): AnyIntent {
  return {
    id,
    examples,
    take(question) {
      const reading = read(question);
      if (reading === null) return null;
      return { sure: reading.sure, answer: (jobs) => answer(reading.slots, question, jobs) };
    },
  };
}
