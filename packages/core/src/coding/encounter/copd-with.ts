import { addCode, type Encounter, type EncounterRule, recode, reject, under } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

const INFECTION = ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J20', 'J21', 'J22'];
const ONLY_INFECTION = 'J22';
const BRONCHITIS = /\bacute bronchitis\b/gi;
const EXACERBATION =
  /\b(?:(?:COPD|chronic obstructive pulmonary disease)[^.;,\n]{0,25}\b(?:exacerbations?|exac|flare)|(?:exacerbation|flare)(?: of| in)?(?: \w+){0,2} (?:COPD|chronic obstructive)|AECOPD)\b/gi;

/**
 * COPD with a lower respiratory infection is J44.0, with an acute exacerbation J44.1, and both where both are
 * documented; the infection has its own code too (Guidelines I.C.10.a; "code also" at J44.0).
 */
export const copdWith: EncounterRule = {
  id: 'copd-with',
  meta: { phase: 'combine', authority: 'Guidelines I.C.10.a; code also at J44.0' },
  apply(encounter) {
    const copd = encounter.drafts.find((draft) => under(draft.code, 'J44.1', 'J44.9', 'J44.0'));
    if (copd === undefined) return encounter;
    const flare = sayings(encounter, EXACERBATION);
    const exacerbated = (after: Encounter): Encounter =>
      flare.length === 0 || !after.drafts.some((draft) => draft.code === 'J44.0')
        ? after
        : addCode(
            after,
            'J44.1',
            supportsOf(flare),
            copd.confidence,
            copdWith,
            'exacerbation and infection both',
          );
    const infection = encounter.drafts.find((draft) => under(draft.code, ...INFECTION));
    if (infection === undefined) {
      // "COPD with acute bronchitis" is one line of the Index, and the infection is coded also.
      const bronchitis = copd.code === 'J44.0' ? sayings(encounter, BRONCHITIS) : [];
      return exacerbated(
        addCode(encounter, 'J20.9', supportsOf(bronchitis), copd.confidence, copdWith, 'code also at J44.0'),
      );
    }
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
    next = exacerbated(next);
    const named = next.drafts.some(
      (draft) => under(draft.code, ...INFECTION) && draft.code !== ONLY_INFECTION,
    );
    const vague = next.drafts.find((draft) => draft.code === ONLY_INFECTION);
    if (named && vague !== undefined) next = reject(next, vague, { kind: 'infection-named' });
    return next;
  },
};
