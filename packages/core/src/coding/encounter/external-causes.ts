import { type EncounterRule, reject } from './encounter.ts';

/**
 * External cause codes describe an injury or other condition due to an external cause; without one they say nothing
 * (Guidelines I.C.20.a). In a narrative the injury may stand in words that were not coded, so they stay.
 */
export const externalCauses: EncounterRule = {
  id: 'external-causes',
  meta: { phase: 'status', authority: 'Guidelines I.C.20.a', after: ['external-cause-details'] },
  apply(encounter) {
    if (
      encounter.style === 'narrative' ||
      encounter.drafts.some((draft) => /^[ST]/.test(draft.code) || /^M/.test(draft.code))
    )
      return encounter;
    let next = encounter;
    for (const draft of encounter.drafts)
      if (/^[VWXY]/.test(draft.code)) next = reject(next, draft, { kind: 'no-injury' });
    return next;
  },
};
