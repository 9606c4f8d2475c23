import { conventionsOf } from '../conventions.ts';
import { type Encounter, type EncounterRule, recode, reject, under } from './encounter.ts';

/**
 * Disease of two or three heart valves, its cause not told, is one code of I08 (Tabular I08 "specified as rheumatic or
 * unspecified"; Excludes1 at I34 and I35). Where the record says "nonrheumatic" each valve keeps its own.
 */
export const severalValves: EncounterRule = {
  id: 'several-valves',
  meta: { phase: 'combine', authority: 'Tabular I08; Excludes1 at I34, I35, I36' },
  apply(encounter) {
    if (/\bnon-?rheumatic\b/i.test(encounter.document.text)) return encounter;
    const { valves, valveCombinations } = conventionsOf(encounter.lexicon);
    const ill = valves
      .map(({ valve, stems }) => ({
        valve,
        drafts: encounter.drafts.filter((draft) => under(draft.code, ...stems)),
      }))
      .filter(({ drafts }) => drafts.length > 0);
    const code = valveCombinations.get(ill.map(({ valve }) => valve).join(' '));
    const [first, ...others] = ill.flatMap(({ drafts }) => drafts);
    if (code === undefined || first === undefined) return encounter;
    const supports = [first, ...others].flatMap((draft) => draft.supports);
    const whole = { ...first, supports };
    let next: Encounter = {
      ...encounter,
      drafts: encounter.drafts.map((draft) => (draft === first ? whole : draft)),
    };
    next = recode(next, whole, code, severalValves, 'disease of several valves, its cause not told');
    if (!next.drafts.some((draft) => draft.code === code)) return encounter;
    for (const draft of others) next = reject(next, draft, { kind: 'included', by: code });
    return next;
  },
};
