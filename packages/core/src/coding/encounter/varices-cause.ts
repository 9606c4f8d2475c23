import { type Encounter, type EncounterRule, recode, under } from './encounter.ts';

const CAUSES = ['K70.3', 'K70.2', 'K71.7', 'K74', 'K76.6', 'B65'];

/**
 * Esophageal varices of a patient with cirrhosis or portal hypertension are secondary, behind their cause (Index:
 * Varix, esophagus, in (due to); "code first" at I85.1; Guidelines I.A.13, I.A.15).
 */
export const varicesCause: EncounterRule = {
  id: 'varices-cause',
  meta: { phase: 'combine', authority: 'Guidelines I.A.13, I.A.15; code first at I85.1' },
  apply(encounter) {
    const cause = encounter.drafts.find((draft) => under(draft.code, ...CAUSES));
    if (cause === undefined) return encounter;
    let next: Encounter = encounter;
    for (const draft of encounter.drafts)
      if (under(draft.code, 'I85.0'))
        next = recode(next, draft, `I85.1${draft.code.slice(-1)}`, varicesCause, `due to ${cause.code}`);
    return next;
  },
};
