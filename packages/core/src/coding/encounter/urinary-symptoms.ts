import { within } from '../../book/code-span.ts';
import { conventionsOf } from '../conventions.ts';
import { addCode, type Encounter, type EncounterRule, recode, reject } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

const WITHOUT = /\bwithout lower urinary tract symptoms$/;

/**
 * An enlarged prostate with a symptom that the Tabular lists under "use additional code" at N40.1 or N40.3 is "with
 * lower urinary tract symptoms", and each symptom is coded beside it (Guidelines I.A.17, I.B.5).
 */
export const urinarySymptoms: EncounterRule = {
  id: 'urinary-symptoms',
  meta: { phase: 'combine', authority: 'Guidelines I.A.17, I.B.5; Tabular N40.1, N40.3' },
  apply(encounter) {
    const { codes } = encounter.release;
    const prostate = encounter.drafts.find((draft) => draft.code.startsWith('N40'));
    if (prostate === undefined) return encounter;
    const withSymptoms = codes.title(prostate.id).replace(WITHOUT, 'with lower urinary tract symptoms');
    const id = codes
      .children(codes.parent(prostate.id))
      .find((sibling) => codes.title(sibling) === withSymptoms);
    if (id === undefined) return encounter;
    const code = codes.code(id);
    const listed = encounter.release
      .notesAt('code', code)
      .flatMap((note) => (note.kind === 'useAdditionalCode' ? note.codes : []));
    let next: Encounter = encounter;
    let any = false;
    for (const { words, code: symptom } of conventionsOf(encounter.lexicon).urinarySymptoms) {
      const found = sayings(next, words);
      if (found.length === 0) continue;
      any = true;
      // "Symptoms" without naming one settles the code and adds none.
      if (symptom === code || !listed.some(({ from, to }) => within(symptom, from, to))) continue;
      const general = next.drafts.find((draft) => draft.code === `${symptom.slice(0, -1)}9`);
      next = addCode(
        next,
        symptom,
        supportsOf(found),
        prostate.confidence,
        urinarySymptoms,
        `a symptom the Tabular asks for beside ${code}`,
      );
      if (general !== undefined && general.code !== symptom)
        next = reject(next, general, { kind: 'included', by: symptom });
    }
    return any && prostate.code !== code
      ? recode(next, prostate, code, urinarySymptoms, 'with lower urinary tract symptoms')
      : next;
  },
};
