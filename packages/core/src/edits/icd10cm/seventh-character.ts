import { dotted } from '../../book/code-key.ts';
import { editRule } from '../rule.ts';

/** Where a category has 7th characters, a code without one is not valid (Guidelines I.A.5). */
export const seventhCharacter = editRule({
  id: 'icd10cm/seventh-character',
  meta: {
    title: 'A required 7th character is there',
    authority: 'Guidelines I.A.5 (7th characters), I.A.4 (placeholder X)',
    needs: ['icd10cm'],
    messages: {
      missing: {
        verdict: 'deny',
        says: '{code} needs a 7th character: {characters}',
        fix: 'Add the character the record supports, after placeholders X where the code is shorter than six.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    diagnoses.forEach((code, at) => {
      const id = release.codes.find(code);
      if (id < 0 || release.codes.billable(id)) return;
      const sevenths = release.seventhCharacters(code);
      if (sevenths === null) return;
      report({
        message: 'missing',
        diagnoses: [at],
        data: { code, characters: sevenths.characters.map(({ character }) => character).join(', ') },
        cite: release.cite(`${dotted(sevenths.scope)} seventh`),
      });
    });
  },
});
