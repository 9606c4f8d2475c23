import { addCode, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { sayings, spanSupport, supportsOf } from './said.ts';

const STILL = /\b(?:still ?born|still ?birth|intrauterine fetal demise|IUFD)\b/gi;
const LIVE =
  /\b(?:live[\s-]?born|live[\s-]?birth|(?:live|living|viable|vigorous|healthy)(?: \w+){0,3} (?:infant|singleton|newborn|baby|boy|girl|male|female|twins?|triplets?)|single live\b|delivered (?:of )?(?:a|an|one)(?: \w+){0,4} (?:infant|newborn|baby|boy|girl|male|female)|apgars? (?:scores? )?(?:of |were )?\d)/gi;
const TWINS = /\btwins?\b/i;
const TRIPLETS = /\btriplets?\b/i;
const SPONTANEOUS =
  /\b(?:NSVD|SVD|(?:spontaneous|normal|uncomplicated) (?:spontaneous )?vaginal (?:delivery|birth))\b/gi;
const INSTRUMENTS =
  /\b(?:c(?:a)?esarean|c-section|vacuum|forceps|breech|preterm|(?:1st|2nd|3rd|4th|first|second|third|fourth)[\s-]degree|h(?:a)?emorrhage|retained placenta|stillb\w+)\b/i;
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
    const next = normalDelivery(encounter);
    if (next.drafts.some(({ code }) => under(code, 'Z37'))) return next;
    const live = supportsOf(sayings(encounter, LIVE));
    const still = supportsOf(sayings(encounter, STILL));
    const { text } = encounter.document;
    const many = TRIPLETS.test(text) ? 3 : TWINS.test(text) ? 2 : 1;
    const code = outcome(many, live.length > 0, still.length > 0);
    return code === null
      ? next
      : addCode(next, code, [...live, ...still], 0.85, deliveryOutcome, 'born at this delivery');
  },
};

/**
 * A full-term, spontaneous vaginal delivery of one healthy infant, with nothing else of chapter 15 on the record, is O80
 * (Guidelines I.C.15.n.1).
 */
function normalDelivery(encounter: Encounter): Encounter {
  const { text } = encounter.document;
  const weeks = encounter.gestation?.value.weeks;
  const complicated =
    encounter.drafts.some(({ code }) => code.startsWith('O')) ||
    (weeks !== undefined && weeks < 37) ||
    [TWINS, TRIPLETS, INSTRUMENTS].some((words) => words.test(text));
  const delivered = supportsOf(sayings(encounter, SPONTANEOUS));
  if (complicated || delivered.length === 0 || sayings(encounter, LIVE).length === 0) return encounter;
  const next = addCode(
    encounter,
    'O80',
    delivered,
    0.85,
    deliveryOutcome,
    'nothing complicates the delivery',
  );
  const gestation = encounter.gestation === undefined ? null : spanSupport(next, encounter.gestation);
  return weeks === undefined || gestation === null
    ? next
    : addCode(next, `Z3A.${weeks}`, [gestation], 0.85, deliveryOutcome, `${weeks} completed weeks`);
}

function outcome(born: 1 | 2 | 3, live: boolean, still: boolean): string | null {
  if (!live && !still) return null;
  if (born === 1) return live ? 'Z37.0' : 'Z37.1';
  if (born === 2) return live ? (still ? 'Z37.3' : 'Z37.2') : 'Z37.4';
  return live ? (still ? 'Z37.61' : 'Z37.51') : 'Z37.7';
}
