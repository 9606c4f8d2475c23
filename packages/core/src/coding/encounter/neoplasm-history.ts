import { addCode, type EncounterRule, recode } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

/** Personal history of malignant neoplasm by the category it was, longest stem first (Index: History, personal, malignant neoplasm). */
const HISTORY_OF: readonly (readonly [RegExp, string])[] = [
  [/^C0|^C1[0-4]/, 'Z85.819'],
  [/^C15/, 'Z85.01'],
  [/^C16/, 'Z85.028'],
  [/^C18/, 'Z85.038'],
  [/^C19|^C2[01]/, 'Z85.048'],
  [/^C22/, 'Z85.05'],
  [/^C25/, 'Z85.07'],
  [/^C17/, 'Z85.068'],
  [/^C32/, 'Z85.21'],
  [/^C3[34]/, 'Z85.118'],
  [/^C4[01]/, 'Z85.830'],
  [/^C43/, 'Z85.820'],
  [/^C44/, 'Z85.828'],
  [/^C49/, 'Z85.831'],
  [/^C50/, 'Z85.3'],
  [/^C53/, 'Z85.41'],
  [/^C5[45]/, 'Z85.42'],
  [/^C56/, 'Z85.43'],
  [/^C61/, 'Z85.46'],
  [/^C62/, 'Z85.47'],
  [/^C64/, 'Z85.528'],
  [/^C67/, 'Z85.51'],
  [/^C7[01]/, 'Z85.841'],
  [/^C73/, 'Z85.850'],
  [/^C81/, 'Z85.71'],
  [/^C8[2-8]/, 'Z85.72'],
  [/^C9[1-5]/, 'Z85.6'],
];

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
    let next = encounter;
    const eradicated = sayings(encounter, ERADICATED, ['present', 'negated', 'historical']);
    const treated = sayings(encounter, TREATED_STILL).length > 0;
    for (const draft of encounter.drafts) {
      const past =
        encounter.style !== 'narrative' &&
        draft.supports.every(({ assertion }) => assertion.assertion === 'historical');
      const history = HISTORY_OF.find(([stem]) => stem.test(draft.code))?.[1];
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
