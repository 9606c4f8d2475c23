import { type EncounterRule, recode, under } from './encounter.ts';

/**
 * Hypertension with heart failure, with chronic kidney disease, or with both is one combination code; the kind of
 * failure and the stage follow as additional codes (Guidelines I.C.9.a.1–3). Presumed related unless the note
 * says they are not.
 */
export const hypertensionWith: EncounterRule = {
  id: 'hypertension-with',
  authority: 'Guidelines I.C.9.a',
  apply(encounter) {
    const hypertension = encounter.drafts.find((draft) => draft.code === 'I10');
    if (hypertension === undefined) return encounter;
    const failure = encounter.drafts.find((draft) =>
      under(draft.code, 'I50', 'I51.81', 'I51.4', 'I51.7', 'I51.89', 'I51.9'),
    );
    const kidney = encounter.drafts.find((draft) => under(draft.code, 'N18'));
    if (failure === undefined && kidney === undefined) return encounter;
    const late = kidney !== undefined && under(kidney.code, 'N18.5', 'N18.6');
    const heartFails = failure !== undefined && under(failure.code, 'I50');
    const code =
      kidney === undefined
        ? heartFails
          ? 'I11.0'
          : 'I11.9'
        : failure === undefined
          ? late
            ? 'I12.0'
            : 'I12.9'
          : `I13.${heartFails ? (late ? '2' : '0') : late ? '11' : '10'}`;
    const companions = [failure, kidney].flatMap((draft) => (draft === undefined ? [] : [draft]));
    const evidence = {
      ...hypertension,
      supports: [...hypertension.supports, ...companions.flatMap((draft) => draft.supports)],
    };
    const drafts = encounter.drafts.map((draft) => (draft === hypertension ? evidence : draft));
    return recode(
      { ...encounter, drafts },
      evidence,
      code,
      hypertensionWith,
      `hypertension with ${companions.map((draft) => draft.code).join(' and ')}`,
    );
  },
};
