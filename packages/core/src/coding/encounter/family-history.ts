import { addCode, type Encounter, type EncounterRule, reject } from './encounter.ts';

/** What a relative's condition is called for the patient (Index: History, family). */
const FAMILY: readonly (readonly [RegExp, string])[] = [
  [/^C1[5-9]|^C2[0-6]/, 'Z80.0'],
  [/^C3[34]/, 'Z80.1'],
  [/^C50/, 'Z80.3'],
  [/^C56/, 'Z80.41'],
  [/^C61/, 'Z80.42'],
  [/^C64/, 'Z80.51'],
  [/^C67/, 'Z80.52'],
  [/^C9[1-5]/, 'Z80.6'],
  [/^E(08|09|1[0-3])/, 'Z83.3'],
  [/^I6[0-9]/, 'Z82.3'],
  [/^I2[0-5]|^I1[0-5]|^I5/, 'Z82.49'],
  [/^J45/, 'Z82.5'],
  [/^G30/, 'Z82.0'],
];

/** Reported where it bears on the encounter: screening, or the same organ (Guidelines I.C.21.c.4, III.A). */
export const familyHistory: EncounterRule = {
  id: 'family-history',
  meta: { phase: 'status', authority: 'Guidelines I.C.21.c.4' },
  apply(encounter) {
    let next: Encounter = encounter;
    for (const { id, why, supports } of encounter.rejected) {
      if (why.kind !== 'relative') continue;
      const code = encounter.release.codes.code(id);
      const history = FAMILY.find(([stem]) => stem.test(code))?.[1];
      if (history === undefined || !bearsOn(encounter, code)) continue;
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

function bearsOn(encounter: Encounter, code: string): boolean {
  const screening = code.startsWith('C') && encounter.drafts.some((draft) => draft.code.startsWith('Z12'));
  return (
    screening ||
    encounter.drafts.some((draft) => /^[CD]/.test(code) && draft.code.startsWith(code.slice(0, 2)))
  );
}
