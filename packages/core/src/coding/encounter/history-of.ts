import { conventionsOf } from '../conventions.ts';
import { addCode, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { type Saying, sayings, supportsOf } from './said.ts';

/** Deficits of an old stroke are sequelae, so history is the wrong word for it (Guidelines I.C.9.d.3). */
const STROKE_DEFICIT = /^I69/;

/**
 * A condition that no longer exists, needs no treatment and may recur is personal history (Guidelines I.C.21.c.4);
 * the condition's own code goes when the note has it only as past (IV.J). Old myocardial infarction is I25.2
 * (I.C.9.e.1).
 */
export const historyOf: EncounterRule = {
  id: 'history-of',
  meta: { phase: 'not-so', authority: 'Guidelines I.C.21.c.4, IV.J' },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    let next: Encounter = encounter;
    const { pastConditions, pastConditionsIn } = conventionsOf(encounter.lexicon);
    for (const row of pastConditionsIn(encounter.document.text)) {
      const condition = pastConditions[row];
      if (condition === undefined) continue;
      const { words, dated, code, active } = condition;
      const found = [
        ...sayings(encounter, words, ['present', 'historical']),
        ...sayings(encounter, dated, ['present', 'historical']).filter((saying) => isPast(encounter, saying)),
      ];
      if (found.length === 0 || found.every(({ support }) => support.section === 'family-history')) continue;
      if (code === 'Z86.73' && next.drafts.some((draft) => STROKE_DEFICIT.test(draft.code))) continue;
      if (code === 'Z86.0100' && next.drafts.some((draft) => draft.code.startsWith('Z86.010'))) continue;
      const standing = next.drafts.find((draft) => under(draft.code, ...active));
      const onlyPast =
        standing?.supports.every(
          ({ assertion, span }) =>
            assertion.assertion === 'historical' ||
            found.some(({ support }) => support.span.start <= span.start && span.end <= support.span.end),
        ) ?? true;
      if (!onlyPast) continue;
      next = addCode(next, code, supportsOf(found), 0.5, historyOf, 'past, no longer under treatment');
      if (standing !== undefined && next.drafts.some((draft) => draft.code === code))
        next = reject(next, standing, { kind: 'only-past' });
    }
    return next;
  },
};

/** A year before that of the encounter; "prior" and "old" need none. */
function isPast({ context, document }: Encounter, { match }: Saying): boolean {
  const year = match.groups?.year;
  if (year === undefined) return true;
  const here = context.dateOfService?.slice(0, 4) ?? /\b20\d\d\b(?=-\d\d-\d\d)/.exec(document.text)?.[0];
  return here !== undefined && year < here;
}
