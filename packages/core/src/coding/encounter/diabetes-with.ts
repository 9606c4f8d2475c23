import { addCode, type Encounter, type EncounterRule, recode, reject, under } from './encounter.ts';

/**
 * The classification presumes that a condition listed under "Diabetes, with" is due to the diabetes unless the
 * provider says otherwise (Guidelines I.A.15 and I.C.4.a). Companion stems, and the digits the Index gives for them.
 */
const COMPANIONS: readonly {
  readonly stems: readonly string[];
  readonly digits: string;
  readonly absorbed?: boolean;
}[] = [
  { stems: ['N18'], digits: '22' },
  { stems: ['G62.9'], digits: '42', absorbed: true },
  { stems: ['G63', 'G60.9'], digits: '42', absorbed: true },
  { stems: ['G90.9', 'K31.84'], digits: '43' },
  { stems: ['H35.00', 'H35.9'], digits: '319', absorbed: true },
  { stems: ['I73.9'], digits: '51', absorbed: true },
  { stems: ['L97.4', 'L97.5'], digits: '621' },
  { stems: ['R73.9'], digits: '65', absorbed: true },
];

const TYPES = ['E08', 'E09', 'E10', 'E11', 'E13'];

export const diabetesWith: EncounterRule = {
  id: 'diabetes-with',
  meta: { phase: 'combine', authority: 'Guidelines I.A.15, I.C.4.a' },
  apply(encounter) {
    const plain = encounter.drafts.find((draft) => TYPES.some((type) => draft.code === `${type}.9`));
    const type = (plain ?? encounter.drafts.find((draft) => under(draft.code, ...TYPES)))?.code.slice(0, 3);
    if (type === undefined) return encounter;
    let next: Encounter = encounter;
    for (const { stems, digits, absorbed } of COMPANIONS) {
      const companion = next.drafts.find((draft) => under(draft.code, ...stems));
      if (companion === undefined) continue;
      const combined = `${type}.${digits}`;
      const base = next.drafts.find((draft) => draft.code === `${type}.9`);
      const result = `${companion.code} is presumed due to the diabetes`;
      if (base !== undefined) {
        const evidence = { ...base, supports: [...base.supports, ...companion.supports] };
        next = recode(
          { ...next, drafts: next.drafts.map((draft) => (draft === base ? evidence : draft)) },
          evidence,
          combined,
          diabetesWith,
          result,
        );
      }
      // Further complications each have their code (I.C.4.a); one that says more of this complication is enough.
      else if (!next.drafts.some((draft) => draft.code.startsWith(combined.slice(0, 5))))
        next = addCode(next, combined, companion.supports, companion.confidence, diabetesWith, result);
      const holder = next.drafts.find(
        (draft) =>
          draft.code === combined || (digits !== '65' && draft.code.startsWith(combined.slice(0, 5))),
      );
      if (absorbed === true && holder !== undefined)
        next = reject(next, companion, { kind: 'included', by: holder.code });
    }
    return next;
  },
};
