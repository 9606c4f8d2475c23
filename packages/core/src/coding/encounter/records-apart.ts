import { type EncounterRule, reject, under } from './encounter.ts';

/**
 * Chapter 15 codes are never on the record of a newborn, and chapter 16 codes and the birth of Z38 never on the
 * mother's (Guidelines I.C.15.a.2, I.C.16.a.1, I.C.16.a.2). What the mother has is the newborn's only as P00-P04, P70.
 */
export const recordsApart: EncounterRule = {
  id: 'records-apart',
  meta: { phase: 'not-so', authority: 'Guidelines I.C.15.a.2, I.C.16.a' },
  apply(encounter) {
    const { state } = encounter;
    if (state === undefined) return encounter;
    let next = encounter;
    for (const draft of encounter.drafts) {
      const ofMother =
        under(draft.code, 'O', 'Z37', 'Z3A', 'Z33', 'Z34', 'Z39') ||
        (under(draft.code, 'E08', 'E09', 'E10', 'E11', 'E13') &&
          encounter.drafts.some(({ code }) => under(code, 'P70.0', 'P70.1')));
      const ofChild = under(draft.code, 'P', 'Z38');
      if (state === 'newborn' ? ofMother : ofChild)
        next = reject(next, draft, { kind: state === 'newborn' ? 'of-mother' : 'of-newborn' });
    }
    return next;
  },
};
