import { addCode, type EncounterRule, reject, under } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

const STILL = /\b(?:still ?born|still ?birth|intrauterine fetal demise|IUFD)\b/gi;
const LIVE =
  /\b(?:live[\s-]?born|live[\s-]?birth|(?:live|living|viable|vigorous|healthy)(?: \w+){0,3} (?:infant|singleton|newborn|baby|boy|girl|male|female|twins?|triplets?)|single live\b|delivered (?:of )?(?:a|an|one)(?: \w+){0,4} (?:infant|newborn|baby|boy|girl|male|female)|apgars? (?:scores? )?(?:of |were )?\d)/gi;
const TWINS = /\btwins?\b/i;
const TRIPLETS = /\btriplets?\b/i;
/** On the delivery record, and only there. */
const NAMES_BIRTH = /\b(?:outcome of delivery)\b/i;

/**
 * The outcome of delivery is told once on the mother's record of the delivery (Guidelines I.C.15.b.5, I.C.21.c.11): how
 * many were born and whether they live.
 */
export const deliveryOutcome: EncounterRule = {
  id: 'delivery-outcome',
  meta: { phase: 'status', authority: 'Guidelines I.C.15.b.5, I.C.21.c.11' },
  apply(encounter) {
    if (encounter.state !== 'delivering') {
      let next = encounter;
      if (encounter.state !== undefined && !NAMES_BIRTH.test(encounter.document.text))
        for (const draft of encounter.drafts)
          if (under(draft.code, 'Z37')) next = reject(next, draft, { kind: 'no-delivery' });
      return next;
    }
    if (encounter.drafts.some(({ code }) => under(code, 'Z37'))) return encounter;
    const live = supportsOf(sayings(encounter, LIVE));
    const still = supportsOf(sayings(encounter, STILL));
    const { text } = encounter.document;
    const many = TRIPLETS.test(text) ? 3 : TWINS.test(text) ? 2 : 1;
    const code = outcome(many, live.length > 0, still.length > 0);
    return code === null
      ? encounter
      : addCode(encounter, code, [...live, ...still], 0.85, deliveryOutcome, 'born at this delivery');
  },
};

function outcome(born: 1 | 2 | 3, live: boolean, still: boolean): string | null {
  if (!live && !still) return null;
  if (born === 1) return live ? 'Z37.0' : 'Z37.1';
  if (born === 2) return live ? (still ? 'Z37.3' : 'Z37.2') : 'Z37.4';
  return live ? (still ? 'Z37.61' : 'Z37.51') : 'Z37.7';
}
