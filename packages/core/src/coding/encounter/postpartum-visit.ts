import { addCode, type EncounterRule, reject, under } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

const VISIT =
  /\b(?:(?:\w+[\s-])?(?:weeks?|wks?)[\s-])?post-?partum (?:visit|check[\s-]?up|check|exam(?:ination)?|follow[\s-]?up)\b/gi;

/**
 * A routine visit after the delivery is Z39.2 (Guidelines I.C.21.c.11); fever and the like are part of the infection
 * that causes them, which the puerperium has codes of its own for (I.B.5).
 */
export const postpartumVisit: EncounterRule = {
  id: 'postpartum-visit',
  meta: { phase: 'status', authority: 'Guidelines I.C.21.c.11, I.B.5' },
  apply(encounter) {
    if (encounter.state !== 'postpartum') return encounter;
    let next = encounter;
    const infection = next.drafts.find(({ code }) => under(code, 'O85', 'O86.0', 'O86.1', 'O86.2', 'O91'));
    if (infection !== undefined)
      for (const draft of encounter.drafts)
        if (under(draft.code, 'O86.4', 'R50'))
          next = reject(next, draft, { kind: 'integral', by: infection.code });
    for (const draft of encounter.drafts)
      if (under(draft.code, 'O80', 'Z33', 'Z34')) next = reject(next, draft, { kind: 'no-delivery' });
    return addCode(
      next,
      'Z39.2',
      supportsOf(sayings(encounter, VISIT)),
      0.85,
      postpartumVisit,
      'routine visit after the delivery',
    );
  },
};
