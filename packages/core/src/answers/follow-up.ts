import type { ReadQuestion } from './read-question.ts';

/** "And", "what about", "how about", "then": the question leans on the one before it. */
const LEANS = /^\s*(?:and|but|or|what about|how about|what if|same for|also|then|ok|okay|so)\b/i;
const POINTS =
  / (?:it|its|that|this|these|those|them|they|the other|other eye|other side|same code|that code|this code) /;

/**
 * A question that leans on the one before it, with the subject it leans on: codes it does not name itself, the date, the
 * setting and the patient it does not change. Null when it stands by itself.
 */
export function followUp(question: ReadQuestion, before: ReadQuestion | null): ReadQuestion | null {
  if (
    before === null ||
    !(LEANS.test(question.text) || (POINTS.test(question.plain) && question.codes.length === 0))
  )
    return null;
  const short = question.words.length <= 9;
  if (!short && question.codes.length > 0) return null;
  const [own] = question.codes;
  const [subject] = before.codes;
  // "And N18.4?" asks the same of another code; "and with N18.4?" asks of both.
  const beside =
    own !== undefined && subject !== undefined && / (?:with|together|plus|alongside) /.test(question.plain);
  const codes = own === undefined ? before.codes : beside ? [subject, own] : question.codes;
  const asks = own !== undefined && !beside && question.words.length <= 5;
  return {
    ...question,
    codes,
    modifiers: question.modifiers.length > 0 ? question.modifiers : asks ? before.modifiers : [],
    plain:
      asks || question.words.length <= 4
        ? `${before.plain}${question.plain}`.replace(/ {2,}/g, ' ')
        : question.plain,
    words: question.words.length <= 4 ? [...before.words, ...question.words] : question.words,
    date: question.date ?? (question.versions.length > 0 ? null : before.date),
    versions:
      question.versions.length > 0 ? question.versions : question.date === null ? before.versions : [],
    setting: question.setting ?? before.setting,
    sex: question.sex ?? before.sex,
    age: question.age ?? before.age,
    followsUp: true,
  };
}
