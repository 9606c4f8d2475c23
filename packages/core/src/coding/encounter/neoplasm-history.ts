import { conventionsOf } from '../conventions.ts';
import { addCode, type EncounterRule, recode, under } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

/** No tumor is left. */
const ERADICATED =
  /\b(?:no (?:clinical |radiographic |biochemical )?evidence of (?:recurren\w+|(?:active |residual |recurrent |any )?(?:disease|cancer|malignancy|tumor))|no (?:local |sign of |signs of )?recurrence|NED|disease[- ]free|PSA (?:is |remains )?undetectable|undetectable PSA|cured)\b/gi;
/** Treatment that is still directed to it keeps its own code (I.C.2.m). */
const TREATED_STILL =
  /\b(?:tamoxifen|anastrozole|letrozole|exemestane|leuprolide|lupron|bicalutamide|enzalutamide|abiraterone|imatinib|trastuzumab|pembrolizumab|nivolumab|(?:adjuvant|maintenance|ongoing|current|continue\w*) (?:chemo\w*|therapy|immunotherapy|radiation|hormon\w+))\b/gi;
/** In remission they have codes of their own (I.C.2.n). */
const LEUKEMIA = /^C9[0-5]/;
const SURVEILLANCE = /\b(?:surveillance|survivorship|follow[- ]?up|f\/u)\b/gi;

/**
 * A malignancy the note only speaks of as past is history, not disease (Guidelines I.C.2.m). One mention as present
 * is enough to keep it: treatment that still goes on keeps the neoplasm code.
 */
export const neoplasmHistory: EncounterRule = {
  id: 'neoplasm-history',
  meta: { phase: 'not-so', authority: 'Guidelines I.C.2.m, I.C.21.c.4' },
  apply(encounter) {
    const table = conventionsOf(encounter.lexicon).neoplasmHistory;
    let next = encounter;
    const eradicated = sayings(encounter, ERADICATED, ['present', 'negated', 'historical']);
    const treated = sayings(encounter, TREATED_STILL).length > 0;
    for (const draft of encounter.drafts) {
      const past =
        encounter.style !== 'narrative' &&
        draft.supports.every(({ assertion }) => assertion.assertion === 'historical');
      const history = table.find(({ stems }) => under(draft.code, ...stems))?.code;
      if (history === undefined) continue;
      if (past) next = recode(next, draft, history, neoplasmHistory, 'said only as history');
      else if (eradicated.length > 0 && !treated && !LEUKEMIA.test(draft.code)) {
        next = recode(
          next,
          draft,
          history,
          neoplasmHistory,
          'eradicated, no treatment, no evidence of disease',
        );
        const visit = sayings(
          encounter,
          SURVEILLANCE,
          ['present', 'historical', 'hypothetical'],
          true,
        ).filter(
          ({ support }) => !['plan', 'instructions', 'past-medical-history'].includes(support.section),
        );
        if (visit.length > 0)
          next = addCode(
            next,
            'Z08',
            supportsOf(visit),
            0.7,
            neoplasmHistory,
            'follow-up after completed treatment (I.C.21.c.8)',
          );
      }
    }
    return next;
  },
};
