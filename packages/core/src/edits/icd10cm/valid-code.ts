import { citeCode } from '../cite-code.ts';
import { editRule } from '../rule.ts';

/** A diagnosis must be a code of the release, to its full number of characters (Guidelines I.B.2). */
export const validCode = editRule({
  id: 'icd10cm/valid-code',
  meta: {
    title: 'The code exists on the date and is complete',
    authority: 'ICD-10-CM order file; Guidelines I.B.2 (highest number of characters available)',
    needs: ['icd10cm'],
    messages: {
      unknown: {
        verdict: 'deny',
        says: '{code} is no ICD-10-CM code of {version}',
        fix: 'Look the condition up again; the code may have been deleted or mistyped.',
      },
      incomplete: {
        verdict: 'deny',
        says: '{code} is a category: codes below it must be used',
        fix: 'Use the code below it that the record supports.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    diagnoses.forEach((code, at) => {
      const id = release.codes.find(code);
      if (id >= 0 && release.codes.billable(id)) return;
      // What lacks only its 7th character is that edit's to tell.
      if (id >= 0 && release.seventhCharacters(code) !== null) return;
      report({
        message: id < 0 ? 'unknown' : 'incomplete',
        diagnoses: [at],
        data: { code, version: release.manifest.version },
        cite: citeCode(release, code),
      });
    });
  },
});
