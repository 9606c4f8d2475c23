import { intent } from '../intent.ts';
import { listed, named } from '../say.ts';

/** A word of capitals, as clinicians shorten: `POEM`, `SIADH`, `HFpEF`. */
const SHORT = /\b([A-Z][A-Za-z0-9]{1,7})\b/g;
const ASKS = / (?:stand for|stands for|abbreviation|acronym|abbreviated|short for) /;

/** What an abbreviation of a record may mean. */
export const abbreviation = intent({
  id: 'abbreviation',
  examples: ['What does SIADH stand for?', 'abbreviation HFpEF', 'What is GERD short for?'],
  read({ codes, plain, text }) {
    if (codes.length > 0 || !ASKS.test(plain)) return null;
    const short = [...text.matchAll(SHORT)]
      .map(([, word = '']) => word)
      .find((word) => /[A-Z].*[A-Z]/.test(word) && word !== 'ICD');
    return short === undefined ? null : { slots: short, sure: 0.8 };
  },
  answer(short, _question, jobs) {
    const meanings = jobs.expansions(short);
    if (meanings.length === 0)
      return {
        verdict: { kind: 'unknown' },
        says: [`“${short}” is not among the abbreviations of the loaded lexicon.`],
      };
    const [first = ''] = meanings;
    const { coded, found } = jobs.codesFor(first, {});
    const shown = coded.length > 0 ? coded.slice(0, 2) : found.slice(0, 2);
    return {
      verdict: { kind: 'value', value: first },
      says: [
        `${short}: ${listed(meanings)}${meanings.length > 1 ? '; which one, the record must say' : ''}.`,
        ...(shown.length === 0 ? [] : [`Its codes: ${listed(shown.map(named))}.`]),
      ],
      facts: meanings.map((value) => ({ name: short, value })),
      codes: shown.map(({ code }) => code),
      citations: shown.flatMap(({ citations }) => citations),
    };
  },
});
