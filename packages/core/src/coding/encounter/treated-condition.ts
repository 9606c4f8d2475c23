import { type Draft, type Encounter, type EncounterRule, under } from './encounter.ts';
import { type Medicine, medicinesOf } from './medicines.ts';

/**
 * A chronic condition under treatment is coded though the visit was for something else (Guidelines IV.I, IV.J, III):
 * a condition of the history or problem list beside a drug taken for it. What is past by its own words is not.
 */
export const treatedCondition: EncounterRule = {
  id: 'treated-condition',
  meta: { phase: 'not-so', authority: 'Guidelines III, IV.I, IV.J' },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    const medicines = medicinesOf(encounter);
    const called = encounter.weak.flatMap((draft): Draft[] => {
      const medicine = medicines.find(
        (taken) =>
          under(draft.code, ...taken.drug.treats) &&
          taken.drug.treats.length > 0 &&
          goesWith(encounter, draft, taken),
      );
      if (
        medicine === undefined ||
        encounter.drafts.some((chosen) => chosen.code.slice(0, 3) === draft.code.slice(0, 3))
      )
        return [];
      const step = {
        step: 'rule',
        rule: 'treated-condition',
        result: `under treatment with ${medicine.drug.name}`,
        authority: treatedCondition.meta.authority,
      } as const;
      return [{ ...draft, confidence: Math.max(draft.confidence, 0.5), trail: [...draft.trail, step] }];
    });
    return called.length === 0 ? encounter : { ...encounter, drafts: [...encounter.drafts, ...called] };
  },
};

function goesWith({ document }: Encounter, draft: Draft, { sentence }: Medicine): boolean {
  const place = document.sentences[sentence];
  const kind = place === undefined ? undefined : document.sections[place.section]?.kind;
  return draft.supports.some(({ selected, assertion, section, rank, share }) => {
    if (rank > 0 || selected.overlap >= 0.5 || assertion.because === 'cue') return false;
    if (selected.mention.sentence === sentence) return true;
    return section === 'past-medical-history' && kind === 'medications' && share >= 0.3;
  });
}
