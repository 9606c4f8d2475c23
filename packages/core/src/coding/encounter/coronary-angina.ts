import { type EncounterRule, recode, reject, under } from './encounter.ts';

/** Atherosclerosis of a native coronary artery with each kind of angina, by the angina's own code. */
const WITH_ANGINA: readonly (readonly [string, string])[] = [
  ['I20.0', 'I25.110'],
  ['I20.1', 'I25.111'],
  ['I20.2', 'I25.112'],
  ['I20.8', 'I25.118'],
  ['I20.9', 'I25.119'],
];

/**
 * Coronary atherosclerosis and angina are one combination code; a causal relationship is presumed unless the note
 * gives another cause (Guidelines I.C.9.b).
 */
export const coronaryAngina: EncounterRule = {
  id: 'coronary-angina',
  meta: { phase: 'combine', authority: 'Guidelines I.C.9.b' },
  apply(encounter) {
    const artery = encounter.drafts.find((draft) => draft.code === 'I25.10');
    if (artery === undefined) return encounter;
    for (const [stem, code] of WITH_ANGINA) {
      const angina = encounter.drafts.find((draft) => under(draft.code, stem));
      if (angina === undefined) continue;
      const both = { ...artery, supports: [...artery.supports, ...angina.supports] };
      const drafts = encounter.drafts.map((draft) => (draft === artery ? both : draft));
      const next = recode({ ...encounter, drafts }, both, code, coronaryAngina, `I25.10 with ${angina.code}`);
      return next.drafts.some((draft) => draft.code === code)
        ? reject(next, angina, { kind: 'included', by: code })
        : encounter;
    }
    return encounter;
  },
};
