import type { QuotedCitation, Said } from '../answer.ts';
import { intent } from '../intent.ts';
import type { Passage } from '../jobs.ts';
import type { GuidelineRule } from '../knowledge.ts';
import { bestRule, stemmed } from '../match-rule.ts';
import { dayOf } from '../say.ts';

const SECTION = /\b(I{1,3}|IV)\.[A-Z](?:\.\d+(?:\.[a-z](?:\.\d+(?:\.[a-z](?:\.[ivx]+)?)?)?)?)?\b/;
const ASKS =
  / (?:guideline|guidelines|convention|rule|rules|allowed|should|can|may|must|do|does|is|are|when|how|why|what|which|sequence|report|code|coded) /;
const NAMES = / (?:guideline|guidelines|convention|conventions|official|section) /;

/** Sentences of a passage shown before "and more": the whole is one click away. */
const MOST_QUOTED = 900;

const OWN_WORDS = 'In our words; for the official text: casebook pull guidelines.';

/** A section by its number, a rule whose words the question has, or neither: then the passages decide. */
interface Slots {
  readonly section: string | null;
  readonly rule: GuidelineRule | null;
}

/** Matters of the Official Guidelines: a yes or no in our own words where we have it, and always the passage itself. */
export const guidelineOf = (rules: readonly GuidelineRule[]) =>
  intent<Slots>({
    id: 'guideline',
    examples: [
      'Is a suspected diagnosis coded in the office?',
      'guideline I.C.9.a',
      'When is sepsis sequenced first?',
      'what do the guidelines say about laterality',
      'Can a code from chapter 15 be used on the newborn record?',
    ],
    read(question) {
      const section = SECTION.exec(question.text)?.[0];
      if (section !== undefined) return { slots: { section, rule: null }, sure: 0.88 };
      const rule = bestRule(rules, question);
      if (rule !== null)
        return { slots: { section: null, rule: rule.rule }, sure: Math.min(0.83, 0.5 + rule.score * 0.11) };
      if (!ASKS.test(question.plain)) return null;
      if (NAMES.test(question.plain)) return { slots: { section: null, rule: null }, sure: 0.64 };
      return { slots: { section: null, rule: null }, sure: question.codes.length > 0 ? 0.1 : 0.3 };
    },
    answer({ section, rule }, question, jobs): Said {
      const day = dayOf(question);
      if (section !== null) {
        const passage = jobs.section(section, day);
        if (passage === null)
          return {
            verdict: { kind: 'unknown' },
            says: [
              loaded(jobs.releases('guidelines').length) ??
                `The loaded guidelines number no section ${section}.`,
            ],
          };
        return ofPassages([passage]);
      }
      if (rule !== null) {
        const passage = jobs.section(rule.section, day);
        if (passage === null)
          return {
            verdict: { kind: 'unknown' },
            says: [
              loaded(jobs.releases('guidelines').length) ??
                `The guidelines in force on that date number no section ${rule.section}.`,
            ],
          };
        return {
          verdict: { kind: rule.verdict },
          says: [
            `${rule.says} (Guidelines ${rule.section}, page ${passage.page}).`,
            passage.ownWords ? OWN_WORDS : `“${short(passage.text)}”`,
          ],
          facts: [{ name: 'section', value: rule.section }],
          citations: [cited(passage)],
        };
      }
      const passages = jobs.passages(stemmed(question), day, 3);
      const [first] = passages;
      if (first === undefined)
        return {
          verdict: { kind: 'unknown' },
          says: [
            loaded(jobs.releases('guidelines').length) ??
              'The loaded guidelines do not answer that. Ask with the name of the condition, or of the convention.',
          ],
        };
      return ofPassages(passages);
    },
  });

function loaded(count: number): string | null {
  return count > 0 ? null : 'The Official Guidelines are not loaded: casebook pull guidelines.';
}

function ofPassages(passages: readonly Passage[]): Said {
  const [first, ...more] = passages;
  if (first === undefined) return { verdict: { kind: 'unknown' }, says: [] };
  return {
    verdict: { kind: 'value', value: first.section },
    says: [
      first.ownWords
        ? `Guidelines ${first.section} ${first.title}, page ${first.page}: ${short(first.text)} ${OWN_WORDS}`
        : `Guidelines ${first.section} ${first.title}, page ${first.page}: “${short(first.text)}”`,
      ...(more.length === 0
        ? []
        : [`See also ${more.map(({ section, title }) => `${section} ${title}`).join('; ')}.`]),
    ],
    facts: [{ name: 'section', value: first.section }],
    citations: passages.map(cited),
  };
}

function cited({ section, version, text }: Passage): QuotedCitation {
  return { source: 'guidelines', version, locator: section, quote: text };
}

/** Whole sentences from the beginning, as many as fit. */
function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= MOST_QUOTED) return plain;
  const cut = plain.slice(0, MOST_QUOTED);
  const end = cut.lastIndexOf('. ');
  return `${end > 200 ? cut.slice(0, end + 1) : cut} …`;
}
