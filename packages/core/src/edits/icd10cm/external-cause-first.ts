import { citeCode } from '../cite-code.ts';
import { editRule } from '../rule.ts';

/** An external cause code is never the principal or first-listed diagnosis (Guidelines I.C.20.a.6). */
export const externalCauseFirst = editRule({
  id: 'icd10cm/external-cause-first',
  meta: {
    title: 'An external cause is never first',
    authority: 'Guidelines I.C.20.a.6',
    needs: ['icd10cm'],
    messages: {
      first: {
        verdict: 'deny',
        says: '{code} says how something happened and cannot stand first',
        fix: 'Put the code of the condition first.',
      },
    },
  },
  check({ diagnoses: [first] }, on, report) {
    const release = on.release('icd10cm');
    if (release !== null && first !== undefined && /^[VWXY]/i.test(first))
      report({
        message: 'first',
        diagnoses: [0],
        data: { code: first },
        cite: citeCode(release, first),
      });
  },
});
