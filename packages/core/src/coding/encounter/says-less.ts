import { conventionsOf } from '../conventions.ts';
import { type EncounterRule, reject, under } from './encounter.ts';

/**
 * An unspecified code gives way to the one that names the organism, type, degree or cause of the same condition
 * (Guidelines I.B.2). Across categories this is knowledge of the conditions: `knowledge/conventions/says-less.tsv`.
 */
export const saysLess: EncounterRule = {
  id: 'says-less',
  meta: {
    phase: 'not-so',
    authority: 'Guidelines I.B.2',
    after: ['highest-specificity', 'treated-condition'],
  },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    let next = encounter;
    for (const { general, to } of conventionsOf(encounter.lexicon).saysLess) {
      const better = next.drafts.find((draft) => under(draft.code, ...to));
      if (better === undefined) continue;
      for (const draft of next.drafts)
        if (draft !== better && under(draft.code, ...general))
          next = reject(next, draft, { kind: 'says-less', by: better.code });
    }
    return next;
  },
};
