import { type EncounterRule, reject, under } from './encounter.ts';

/**
 * Conditions of organs the patient does not have are misread words, not findings. Only chapters whose titles name
 * the sex are judged; the claim edit itself is no longer active in the current Medicare Code Editor.
 */
export const sexConflict: EncounterRule = {
  id: 'sex-conflict',
  meta: { phase: 'not-so', authority: 'Chapter titles N40-N53, N70-N98, O00-O9A' },
  apply(encounter) {
    const { sex } = encounter.context;
    if (sex === undefined) return encounter;
    let next = encounter;
    for (const draft of encounter.drafts) {
      const { code } = draft;
      const male = /^N(4|5[0-3])/.test(code) || under(code, 'C60', 'C61', 'C62', 'C63', 'D29', 'D40');
      const female =
        /^N(7[0-7]|8[0-9]|9[0-8])/.test(code) ||
        /^O/.test(code) ||
        under(
          code,
          'C51',
          'C52',
          'C53',
          'C54',
          'C55',
          'C56',
          'C57',
          'C58',
          'D06',
          'D25',
          'D26',
          'D27',
          'D39',
          'Z3A',
          'Z34',
        );
      if ((sex === 'F' && male) || (sex === 'M' && female))
        next = reject(next, draft, { kind: 'other-sex', by: sex === 'F' ? 'female' : 'male' });
    }
    return next;
  },
};
