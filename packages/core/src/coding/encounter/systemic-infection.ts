import type { Draft } from './encounter.ts';

const SYSTEMIC = /^(?:A02\.1|A22\.7|A26\.7|A32\.7|A40|A41|A42\.7|B37\.7)/;
const LOCAL = /^(?:J1[2-8]|J69|N39\.0|N10|N1[35]|L03|K35|K57|K65|K81|K83|A04|M86|L02|L89|G0[0-4]|I33)/;
/** These come before the sepsis they led to. */
const CAUSED = /^(?:T8[0-8]|O85|O86|O08|O75|P36)/;

/**
 * Sepsis that is there with a localized infection is sequenced before it (Guidelines I.C.1.d.4); sepsis after a
 * procedure or in childbirth has its own first code (I.C.1.d.5, I.C.15.j). Order is otherwise kept.
 */
export function systemicInfectionFirst(drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts];
  if (ordered.some(({ code }) => CAUSED.test(code))) return ordered;
  const from = ordered.findIndex(({ code }) => SYSTEMIC.test(code));
  const to = ordered.findIndex(({ code }) => LOCAL.test(code));
  const sepsis = ordered[from];
  if (sepsis === undefined || to < 0 || to > from) return ordered;
  ordered.splice(from, 1);
  ordered.splice(to, 0, sepsis);
  return ordered;
}
