import type { CodeSystem } from '../../book/source.ts';
import { intent } from '../intent.ts';
import type { Circumstances } from '../jobs.ts';
import type { ReadQuestion } from '../read-question.ts';
import { dayOf, listed, named } from '../say.ts';

const ASKS =
  / (?:code for|codes for|coded for|icd10|icd|icd 10|icd 10 cm|dx code|diagnosis code|procedure code|cpt code|cpt for|hcpcs code|hcpcs for|pcs code|pcs for|how (?:do|would|should) (?:i|you|we) code|how is|how to code|how are|what code|which code|what is the code|code this|coding for|coding of|code it) /;

/** What stands around the words that are to be coded. */
const AROUND =
  /\b(?:what(?:'s| is| are| would be)?|which|give me|tell me|find|i need|need|please|the|an?|correct|right|proper|best|most specific|billable|icd-?\s?10(?:-?\s?(?:cm|pcs))?|icd|hcpcs(?: level ii)?|cpt|pcs|dx|diagnosis|procedure|codes?|coded|coding|for|of|to|in|how|do|does|would|should|can|i|you|we|one|is|are|assign(?:ed)?|used?|report(?:ed)?|patient with|pt with|patient|pt|case of|a case|when|if|documented as|this|it|outpatient|inpatient|office|visit|setting)\b/gi;

const SYSTEMS: readonly (readonly [RegExp, readonly CodeSystem[]])[] = [
  [/ (?:pcs|icd 10 pcs) /, ['icd10pcs']],
  [/ (?:hcpcs|j code) /, ['hcpcs']],
  [/ cpt /, ['cpt']],
  [/ (?:icd|icd 10|icd10|dx|diagnosis) /, ['icd10cm']],
];

/** The code of words: as the note coder reads them, then as the search finds them. */
export const codeForWords = intent({
  id: 'code-for-words',
  examples: [
    'code for achalasia',
    'What is the ICD-10 code for left knee pain?',
    'how do I code type 2 diabetes with neuropathy',
    'hcpcs code for dexamethasone injection',
  ],
  read(question) {
    if (question.codes.length > 0) return null;
    const phrase = question.quoted ?? phraseOf(question);
    if (phrase.length < 2) return null;
    return { slots: phrase, sure: ASKS.test(question.plain) ? 0.6 : 0.25 };
  },
  answer(phrase, question, jobs) {
    const systems = SYSTEMS.find(([cue]) => cue.test(question.plain))?.[1];
    const { coded, found } = jobs.codesFor(phrase, circumstancesOf(question), systems);
    const wanted = systems === undefined ? coded : coded.filter(({ system }) => systems.includes(system));
    const best = wanted.length > 0 ? wanted : found.slice(0, 5);
    if (best.length === 0)
      return {
        verdict: { kind: 'unknown' },
        says: [
          `The loaded book has no code for “${phrase}”. Try the main term of the Index: the condition, not the site.`,
        ],
      };
    const beside = found.filter((one) => !best.some(({ code }) => code === one.code)).slice(0, 5);
    return {
      verdict: { kind: 'codes' },
      says: [
        `${listed(best.map(named), 6)}.`,
        ...best.slice(0, 3).map(({ code, why }) => `${code}: ${why}.`),
        ...(beside.length === 0 ? [] : [`Near it: ${listed(beside.map(named), 5)}.`]),
      ],
      facts: [{ name: 'phrase', value: phrase }],
      codes: [...best, ...beside].map(({ code }) => code),
      citations: best.flatMap(({ citations }) => citations),
    };
  },
});

/** The words to be coded: the question without what asks. */
export function phraseOf({ text }: ReadQuestion): string {
  const after =
    /\b(?:codes? (?:for|is used for|would be used for)|cpt for|hcpcs for|pcs for|icd-?10 for|code|coded?)\s+(.{3,})$/i.exec(
      text,
    )?.[1];
  const rest = (after ?? text).replace(AROUND, (word, at: number, all: string) =>
    keeps(word, at, all) ? word : ' ',
  );
  return rest
    .replace(/[?!"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:-]+|[\s,.;:-]+$/g, '');
}

/** Inside the words to be coded "of", "in" and "for" bind them; at the ends they only ask. */
function keeps(word: string, at: number, all: string): boolean {
  if (!/^(?:of|in|to|for|the|an?|with|is|are)$/i.test(word)) return false;
  const before = all.slice(0, at).trim().split(/\s+/).at(-1) ?? '';
  return before !== '' && !new RegExp(`^(?:${AROUND.source})$`, 'i').test(before);
}

function circumstancesOf(question: ReadQuestion): Circumstances {
  const { setting, sex, age } = question;
  const day = dayOf(question);
  return {
    ...(day === undefined ? {} : { asOf: day }),
    ...(setting === null ? {} : { setting }),
    ...(sex === null ? {} : { sex }),
    ...(age === null ? {} : { age }),
  };
}
