import { addCode, type Encounter, type EncounterRule, recode, reject, under } from './encounter.ts';

const INFECTION = ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J20', 'J21', 'J22'];
const ONLY_INFECTION = 'J22';

/**
 * COPD with a lower respiratory infection is J44.0, with an acute exacerbation J44.1, and both where both are
 * documented; the infection has its own code too (Guidelines I.C.10.a; "code also" at J44.0).
 */
export const copdWith: EncounterRule = {
  id: 'copd-with',
  meta: { phase: 'combine', authority: 'Guidelines I.C.10.a; code also at J44.0' },
  apply(encounter) {
    const copd = encounter.drafts.find((draft) => under(draft.code, 'J44.1', 'J44.9', 'J44.0'));
    const infection = encounter.drafts.find((draft) => under(draft.code, ...INFECTION));
    if (copd === undefined || infection === undefined) return encounter;
    const said = encounter.weak.find((draft) => draft.code === 'J44.0')?.supports ?? [];
    const supports = [...said, ...copd.supports, ...infection.supports];
    let next: Encounter =
      copd.code === 'J44.9'
        ? recode(encounter, copd, 'J44.0', copdWith, `with ${infection.code}`)
        : addCode(
            encounter,
            'J44.0',
            supports,
            Math.min(copd.confidence, infection.confidence),
            copdWith,
            `${copd.code} with ${infection.code}`,
          );
    const named = next.drafts.some(
      (draft) => under(draft.code, ...INFECTION) && draft.code !== ONLY_INFECTION,
    );
    const vague = next.drafts.find((draft) => draft.code === ONLY_INFECTION);
    if (named && vague !== undefined) next = reject(next, vague, { kind: 'infection-named' });
    return next;
  },
};
