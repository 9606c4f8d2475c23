import { wordsOf } from '../../words/fold.ts';
import { stem } from '../../words/stem.ts';
import { intent } from '../intent.ts';
import { dayOf } from '../say.ts';

const ASKS = / (?:root operation|root operations|pcs operation|root op) /;
const DEFINES = / (?:what is|define|definition|mean|means|difference between|versus|vs) /;

/** Words of a question that say nothing of what was done. */
const EMPTY = new Set(
  'what which is the a an root operation operations op pcs icd 10 for of in to when used use do i you code that it are does mean means define definition difference between versus vs and or body part something procedure correct right'.split(
    ' ',
  ),
);

/** Root operations of ICD-10-PCS: what one means, how two differ, which one an action is. */
export const pcsOperation = intent({
  id: 'pcs-operation',
  examples: [
    'Which root operation is cutting out all of a body part?',
    'difference between excision and resection root operation',
    'define root operation Bypass',
  ],
  read({ plain, codes }) {
    if (codes.length > 0) return null;
    if (ASKS.test(plain)) return { slots: null, sure: 0.85 };
    return / pcs /.test(plain) && DEFINES.test(plain) && !/ codes? /.test(plain)
      ? { slots: null, sure: 0.6 }
      : null;
  },
  answer(_, question, jobs) {
    const operations = jobs.operations(dayOf(question));
    if (operations.length === 0)
      return {
        verdict: { kind: 'unknown' },
        says: ['The definitions of ICD-10-PCS are not loaded: casebook pull icd10pcs.'],
      };
    const named = operations.filter(({ name }) => question.plain.includes(` ${name.toLowerCase()} `));
    const meant = named.length > 0 ? named : byDefinition(question.words, operations).slice(0, 3);
    const [first] = meant;
    if (first === undefined)
      return {
        verdict: { kind: 'unknown' },
        says: [
          'No definition of a root operation uses those words. Say what is done to the body part: cut out all, cut out some, put in, take out, free, restrict.',
        ],
      };
    return {
      verdict: { kind: 'value', value: first.name },
      says: meant.map(({ name, definition }) => `${name}: ${definition}.`.replace(/\.\.$/, '.')),
      facts: meant.map(({ name, definition }) => ({ name, value: definition })),
      citations: meant.map(({ citation }) => citation),
    };
  },
});

/** Operations whose definition shares the question's words, the closest first. */
function byDefinition<Operation extends { readonly name: string; readonly definition: string }>(
  words: readonly string[],
  operations: readonly Operation[],
): Operation[] {
  const own = operations.map(({ definition }) => new Set(wordsOf(definition).map(stem)));
  const rarity = (word: string): number =>
    Math.log((operations.length + 1) / (1 + own.filter((words) => words.has(word)).length));
  const asked = [...new Set(words.filter((word) => !EMPTY.has(word)).map(stem))];
  const scored = operations.map((operation, at) => {
    const definition = own[at] ?? new Set<string>();
    const shared = asked.filter((word) => definition.has(word)).reduce((sum, word) => sum + rarity(word), 0);
    return { operation, score: shared - definition.size / 40 };
  });
  return scored
    .filter(({ score }) => score > 0.2)
    .sort((a, b) => b.score - a.score)
    .map(({ operation }) => operation);
}
