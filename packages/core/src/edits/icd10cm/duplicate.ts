import { dotless } from '../../book/code-key.ts';
import { citeCode } from '../cite-code.ts';
import { editRule } from '../rule.ts';

/** Each unique code is reported once for an encounter (Guidelines I.B.12). */
export const duplicate = editRule({
  id: 'icd10cm/duplicate',
  meta: {
    title: 'A diagnosis code stands once',
    authority: 'Guidelines I.B.12 (reporting same diagnosis code more than once)',
    needs: ['icd10cm'],
    messages: {
      repeated: {
        verdict: 'deny',
        says: '{code} is listed more than once',
        fix: 'Keep the first; two conditions with one code are still one code.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    const first = new Map<string, number>();
    diagnoses.forEach((code, at) => {
      const known = first.get(dotless(code));
      if (known === undefined) first.set(dotless(code), at);
      else
        report({
          message: 'repeated',
          diagnoses: [at, known],
          data: { code },
          cite: citeCode(release, code),
        });
    });
  },
});
