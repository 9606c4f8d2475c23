import { conventionsOf } from '../conventions.ts';
import { sectionGroup } from '../document-style.ts';
import { addCode, type Draft, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { type Saying, sayings, supportsOf } from './said.ts';

const GIVEN = /\b(?:given|administered|received today|today|gave|\bIM\b|here for|injected|provided)\b/i;
const NOT_TODAY =
  /\b(?:declin\w+|refus\w+|defer\w+|up[- ]to[- ]date|utd|last (?:year|month|week|fall|winter)|previously|overdue|due (?:for|in|next)|due$|recommend\w*|discuss\w*|consider\w*|next visit|will get|pharmacy|history of|prior|completed (?:in|at)|ago|in the (?:last|past)|titers?|(?:has|have) been given|had (?:a|an|his|her))\b/i;
const INFECTION = /^(?:A|B|J09|J10|J11|J12|J13|G00|N30|U07\.1)/;

/**
 * A vaccine given at the visit is Z23 (Guidelines I.C.21.c.2); the disease it protects against is named, not present.
 * What was given elsewhere, is due or was declined is neither.
 */
export const vaccination: EncounterRule = {
  id: 'vaccination',
  meta: { phase: 'not-so', authority: 'Guidelines I.C.21.c.2' },
  apply(encounter) {
    const named = sayings(encounter, conventionsOf(encounter.lexicon).vaccines, [
      'present',
      'historical',
      'hypothetical',
      'negated',
    ]);
    if (named.length === 0) return encounter;
    let next = encounter;
    for (const draft of encounter.drafts)
      if (INFECTION.test(draft.code) && isOnlyVaccine(encounter, draft, named))
        next = reject(next, draft, { kind: 'vaccine' });
    const given = named.filter(
      ({ support }) => support.assertion.assertion === 'present' && isGiven(encounter, support),
    );
    return addCode(next, 'Z23', supportsOf(given), 0.6, vaccination, 'a vaccine is given at the visit');
  },
};

function isGiven({ document }: Encounter, { span, section }: Saying['support']): boolean {
  const words = clauseAt(document, span.start);
  if (NOT_TODAY.test(words)) return false;
  if (/\btoday\b/i.test(words) && GIVEN.test(words)) return true;
  // A story tells what was given elsewhere; the plan and the list of diagnoses tell what is given here.
  return (
    sectionGroup(section) === 'diagnosis' ||
    section === 'chief-complaint' ||
    ((section === 'plan' || section === 'immunizations') && GIVEN.test(words))
  );
}

/** Every place that speaks for the code names a vaccine, or stands in a list with one. */
function isOnlyVaccine({ document }: Encounter, { supports }: Draft, named: readonly Saying[]): boolean {
  return supports.every(({ span }) =>
    named.some(({ support }) => clauseAt(document, support.span.start) === clauseAt(document, span.start)),
  );
}

/** The sentence without what stands behind a semicolon, where another matter begins. */
function clauseAt(document: Encounter['document'], at: number): string {
  const sentence = document.sentences.find(({ start, end }) => at >= start && at < end);
  if (sentence === undefined) return '';
  const text = document.text.slice(sentence.start, sentence.end);
  const offset = at - sentence.start;
  const from = text.lastIndexOf(';', offset) + 1;
  const to = text.indexOf(';', offset);
  return text.slice(from, to < 0 ? text.length : to);
}
