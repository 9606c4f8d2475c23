import type { Support } from '../candidates.ts';
import type { Setting } from '../types.ts';
import type { RejectionReason } from './rejection.ts';

/**
 * Uncertain diagnoses ("probable", "suspected", "rule out"): an inpatient stay codes them as if they existed
 * (Guidelines II.H and III.C), every outpatient encounter does not (IV.H). HIV, Zika, COVID-19 and influenza of an identified virus
 * are coded only when confirmed in any setting (I.C.1.a, I.C.1.f, I.C.1.g, I.C.10.c).
 */
function codesUncertain(setting: Setting, code: string): boolean {
  if (setting !== 'inpatient') return false;
  return !/^(B20|A92\.5|U07\.1|J09|J10)/.test(code);
}

/** The supports of a code that count in this setting, and why the others do not. */
export function countedSupports(
  supports: readonly Support[],
  setting: Setting,
  code: string,
): readonly Support[] {
  return supports.filter(({ assertion }) => {
    if (assertion.assertion === 'present' || assertion.assertion === 'historical') return true;
    return assertion.assertion === 'possible' && codesUncertain(setting, code);
  });
}

/** The reason for `rejected`, from what the note says of a code that was not counted. */
export function whyNotCounted(supports: readonly Support[], setting: Setting): RejectionReason {
  const kinds = new Set(supports.map((support) => support.assertion.assertion));
  if (kinds.has('negated')) return { kind: 'negated' };
  if (kinds.has('family')) return { kind: 'relative' };
  if (kinds.has('possible'))
    return { kind: setting === 'inpatient' ? 'uncertain-confirmed-only' : 'uncertain-outpatient' };
  if (kinds.has('hypothetical')) return { kind: 'hypothetical' };
  return { kind: 'unsupported' };
}
