import { type EncounterRule, recode, under } from './encounter.ts';
import { sayings } from './said.ts';

const TYPE_ONE = /\b(?:[Tt]ype\s?(?:1|I)(?![\dIVa-z])|T1DM|DM\s?1|juvenile[- ](?:onset|type) diabetes)/g;
const TYPE_TWO = /\b(?:[Tt]ype\s?(?:2|II)(?![\dIVa-z])|T2DM|DM\s?2)/g;

/**
 * Diabetes whose type stands apart from the words of the complication ("DKA, type 1"): type 2 is the default only where
 * the record does not say the type (Guidelines I.C.4.a.2).
 */
export const diabetesType: EncounterRule = {
  id: 'diabetes-type',
  meta: { phase: 'not-so', authority: 'Guidelines I.C.4.a.1, I.C.4.a.2' },
  apply(encounter) {
    const assumed = encounter.drafts.filter((draft) => under(draft.code, 'E11'));
    if (
      assumed.length === 0 ||
      encounter.drafts.some((draft) => under(draft.code, 'E10', 'E13', 'E08', 'E09'))
    )
      return encounter;
    if (sayings(encounter, TYPE_ONE).length === 0 || sayings(encounter, TYPE_TWO).length > 0)
      return encounter;
    let next = encounter;
    for (const draft of assumed)
      next = recode(next, draft, `E10${draft.code.slice(3)}`, diabetesType, 'the type is said apart: type 1');
    return next;
  },
};
