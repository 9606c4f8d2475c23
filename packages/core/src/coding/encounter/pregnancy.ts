import type { Support } from '../candidates.ts';
import { addCode, type Draft, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { sayings, spanSupport, supportsOf } from './said.ts';

/**
 * Weeks of gestation beside every chapter 15 code (I.C.21.c.11), and no diabetes of chapter 4 beside a gestational one,
 * which is not there before the pregnancy (I.C.15.i); a pre-existing one keeps its code (I.C.15.g).
 */
export const pregnancy: EncounterRule = {
  id: 'pregnancy',
  meta: { phase: 'status', authority: 'Guidelines I.C.15, I.C.21.c.11', after: ['antepartum'] },
  apply(encounter) {
    const any =
      encounter.drafts.find(({ code }) => code.startsWith('O') && !NO_WEEKS.test(code)) ?? normal(encounter);
    if (any === undefined) return encounter;
    let next: Encounter = encounter;
    if (next.drafts.some((draft) => under(draft.code, 'O24.4', 'O24.9')))
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
    const { weeks } = gestation.value;
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
