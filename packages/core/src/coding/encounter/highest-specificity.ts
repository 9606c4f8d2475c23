import { type Draft, type Encounter, type EncounterRule, reject } from './encounter.ts';

/**
 * One condition, one code, to the highest specificity documented (Guidelines I.B.2): an unspecified code gives way
 * when a more specific code of its category stands and the same words, or words elsewhere, say no more.
 */
export const highestSpecificity: EncounterRule = {
  id: 'highest-specificity',
  authority: 'Guidelines I.B.2',
  apply(encounter) {
    // A narrative tells of several conditions over time; without a list of diagnoses two mentions may be two of them.
    if (encounter.style === 'narrative') return encounter;
    let next = encounter;
    for (const draft of encounter.drafts) {
      const better = next.drafts.find((other) => other !== draft && saysMore(next, other, draft));
      if (better !== undefined) next = reject(next, draft, `${better.code} says more of the same condition`);
    }
    return next;
  },
};

/** Laterality and type variants in one category: `N18.30` over `N18.9`, `M17.11` over `M17.9`. */
function saysMore(encounter: Encounter, specific: Draft, general: Draft): boolean {
  const { codes } = encounter.release;
  if (specific.code.slice(0, 3) !== general.code.slice(0, 3)) return false;
  if (!/^[A-TV-Z]/.test(general.code) || /^[STZ]/.test(general.code)) return false;
  const title = codes.title(general.id);
  if (!/\bunspecified\b|without complications/i.test(title)) return false;
  if (/\bunspecified\b/i.test(codes.title(specific.id)) && specific.code.length <= general.code.length) return false;
  const parent = codes.parent(general.id);
  return parent >= 0 && codes.within(specific.id, parent);
}
