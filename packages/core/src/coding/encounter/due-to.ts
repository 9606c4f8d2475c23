import { conventionsOf } from '../conventions.ts';
import { addCode, type Encounter, type EncounterRule, recode, reject, under } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

/**
 * A condition that is another code when its cause is told: delirium due to a known condition, anemia in neoplastic
 * disease, pulmonary hypertension due to lung disease (Index: the subterms "due to" and "in"; the rows of
 * `knowledge/conventions/due-to.tsv` name the line).
 */
export const dueTo: EncounterRule = {
  id: 'due-to',
  meta: { phase: 'combine', authority: 'Guidelines I.A.15, I.B.2', after: ['named-cause'] },
  apply(encounter) {
    let next: Encounter = encounter;
    for (const { words, code, instead, beside } of conventionsOf(encounter.lexicon).dueTo) {
      const found = sayings(next, words);
      if (found.length === 0) continue;
      if (beside.length > 0 && !next.drafts.some((draft) => under(draft.code, ...beside))) continue;
      const [general, ...others] = next.drafts.filter((draft) => under(draft.code, ...instead));
      next =
        general === undefined
          ? addCode(next, code, supportsOf(found), 0.6, dueTo, 'its cause is told')
          : recode(next, general, code, dueTo, 'its cause is told');
      if (next.drafts.some((draft) => draft.code === code))
        for (const draft of others) next = reject(next, draft, { kind: 'included', by: code });
    }
    return next;
  },
};
