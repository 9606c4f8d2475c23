import { conventionsOf } from '../conventions.ts';
import { type Encounter, type EncounterRule, recode, reject, under } from './encounter.ts';
import { sayings } from './said.ts';

/**
 * A STEMI is coded by the artery where it is told (I21.01, I21.02, I21.11, I21.21; Index: Infarct, myocardium, ST
 * elevation, involving), not only by the wall.
 */
export const infarctVessel: EncounterRule = {
  id: 'infarct-vessel',
  meta: { phase: 'combine', authority: 'Guidelines I.B.2, I.C.9.e.1' },
  apply(encounter) {
    const infarct = encounter.drafts.find((draft) => under(draft.code, 'I21.0', 'I21.1', 'I21.2', 'I21.3'));
    if (infarct === undefined) return encounter;
    for (const { words, code } of conventionsOf(encounter.lexicon).infarctVessels) {
      const found = sayings(encounter, words);
      if (found.length === 0 || infarct.code === code) continue;
      let next: Encounter = recode(encounter, infarct, code, infarctVessel, 'the artery is told');
      for (const draft of next.drafts)
        if (
          under(draft.code, 'I25.9', 'I24.9') &&
          draft.supports.every(({ span }) =>
            found.some(({ support }) => span.start < support.span.end && support.span.start < span.end),
          )
        )
          next = reject(next, draft, { kind: 'included', by: code });
      return next;
    }
    return encounter;
  },
};
