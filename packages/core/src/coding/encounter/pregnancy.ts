import type { Support } from '../candidates.ts';
import { addCode, type Draft, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { sayings, spanSupport, supportsOf } from './said.ts';

/** Chapter 15 names a disease that complicates the pregnancy; the disease's own code follows it (Guidelines I.C.15.a.1). */
const COMPLICATING: readonly (readonly [RegExp, string])[] = [
  [/^D5|^D6[0-4]/, 'O99.01'],
  [/^F1[0-9]/, 'O99.32'],
  [/^J45/, 'O99.51'],
  [/^E0[0-7]/, 'O99.28'],
];

/**
 * Weeks of gestation beside every chapter 15 code (I.C.21.c.11), the trimester's complication code before the
 * disease's own, and no diabetes or hypertension code where chapter 15 already says it (I.C.15.g, I.C.15.c).
 */
export const pregnancy: EncounterRule = {
  id: 'pregnancy',
  meta: { phase: 'status', authority: 'Guidelines I.C.15, I.C.21.c.11', after: ['antepartum'] },
  apply(encounter) {
    const any =
      encounter.drafts.find(({ code }) => code.startsWith('O') && !NO_WEEKS.test(code)) ?? normal(encounter);
    if (any === undefined) return encounter;
    let next: Encounter = encounter;
    if (next.drafts.some((draft) => draft.code.startsWith('O24')))
      for (const draft of next.drafts.filter(
        (other) => under(other.code, 'E08', 'E09', 'E10', 'E11', 'E13') && other.code.endsWith('.9'),
      ))
        next = reject(next, draft, { kind: 'already-said', by: any.code });
    const [first] = any.supports;
    const gestation = encounter.gestation;
    if (first === undefined || gestation === undefined) return next;
    const said: Support = spanSupport(encounter, gestation) ?? {
      ...first,
      span: { start: gestation.start, end: gestation.end },
    };
    const { weeks, trimester } = gestation.value;
    for (const draft of next.drafts) {
      const stem = COMPLICATING.find(([disease]) => disease.test(draft.code))?.[1];
      if (stem !== undefined)
        next = addCode(
          next,
          `${stem}${trimester}`,
          draft.supports,
          draft.confidence,
          pregnancy,
          `${draft.code} complicates the pregnancy`,
        );
    }
    if (weeks === undefined) return next;
    const again = sayings(
      next,
      new RegExp(`\\b${weeks} (?:completed )?(?:weeks?|wks?)\\b(?! (?:ago|old|postpartum))`, 'gi'),
    );
    return addCode(
      next,
      weeksCode(weeks),
      [said, ...supportsOf(again)],
      0.85,
      pregnancy,
      `${weeks} completed weeks`,
    );
  },
};

/** Weeks of gestation do not go with an abortive outcome, nor with the time after delivery (I.C.21.c.11). */
const NO_WEEKS = /^O(?:0[0-8]|8[5-9]|9[0-2])/;

/** A normal pregnancy under supervision has its weeks too. */
function normal(encounter: Encounter): Draft | undefined {
  return encounter.drafts.find(({ code }) => code.startsWith('Z34'));
}

function weeksCode(weeks: number): string {
  if (weeks < 8) return 'Z3A.01';
  if (weeks > 42) return 'Z3A.49';
  return `Z3A.${String(weeks).padStart(2, '0')}`;
}
