import type { Support } from '../candidates.ts';
import { conventionsOf } from '../conventions.ts';
import { sectionGroup } from '../document-style.ts';
import { addCode, type Encounter, type EncounterRule, reject, under } from './encounter.ts';

/** Reported where it bears on the encounter: screening, or the same organ (Guidelines I.C.21.c.4, III.A). */
export const familyHistory: EncounterRule = {
  id: 'family-history',
  meta: { phase: 'status', authority: 'Guidelines I.C.21.c.4' },
  apply(encounter) {
    const table = conventionsOf(encounter.lexicon).familyHistory;
    let next: Encounter = encounter;
    for (const { id, why, supports } of encounter.rejected) {
      if (why.kind !== 'relative') continue;
      const code = encounter.release.codes.code(id);
      const history = table.find(({ stems }) => under(code, ...stems))?.code;
      if (history === undefined || !(bearsOn(encounter, code) || isAssessed(supports))) continue;
      next = addCode(next, history, supports, 0.5, familyHistory, `${code} in a relative`);
    }
    // A named kind in a relative leaves nothing for the unspecified code to say.
    const general = next.drafts.find((draft) => draft.code === 'Z80.9');
    const named = next.drafts.find((draft) => draft.code.startsWith('Z80.') && draft !== general);
    return general !== undefined && named !== undefined
      ? reject(next, general, { kind: 'says-less-history', by: named.code })
      : next;
  },
};

/** The provider lists it with the diagnoses of the visit, so it bears on the visit. */
function isAssessed(supports: readonly Support[]): boolean {
  return supports.some(({ section }) => sectionGroup(section) === 'diagnosis');
}

function bearsOn(encounter: Encounter, code: string): boolean {
  const screening = code.startsWith('C') && encounter.drafts.some((draft) => draft.code.startsWith('Z12'));
  return (
    screening ||
    encounter.drafts.some((draft) => /^[CD]/.test(code) && draft.code.startsWith(code.slice(0, 2)))
  );
}
