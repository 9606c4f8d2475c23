import { addCode, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

/**
 * Dysphagia by its phase, in the words of the titles of R13.1-, also beside a sequela of stroke (I69.-91: "use additional
 * code to identify the type of dysphagia, if known").
 */
export const dysphagiaPhase: EncounterRule = {
  id: 'dysphagia-phase',
  meta: { phase: 'combine', authority: 'Guidelines I.A.17; use additional at I69.391' },
  apply(encounter) {
    const { codes } = encounter.release;
    if (!encounter.drafts.some((draft) => under(draft.code, 'R13.1') || /^I69\..91$/.test(draft.code)))
      return encounter;
    let next: Encounter = encounter;
    const parent = codes.find('R13.1');
    for (const child of parent < 0 ? [] : codes.children(parent)) {
      const phase = /^Dysphagia, (\w+) phase$/.exec(codes.title(child))?.[1];
      if (phase === undefined) continue;
      const found = sayings(
        next,
        new RegExp(`\\b(?:${phase}(?: phase)? dysphagia|dysphagia,? (?:\\(?)${phase}(?: phase)?)\\b`, 'gi'),
      );
      const code = codes.code(child);
      next = addCode(next, code, supportsOf(found), 0.7, dysphagiaPhase, `phase: ${phase}`);
      const vague = next.drafts.find((draft) => draft.code === 'R13.10');
      if (found.length > 0 && vague !== undefined)
        next = reject(next, vague, { kind: 'says-less', by: code });
    }
    return next;
  },
};
