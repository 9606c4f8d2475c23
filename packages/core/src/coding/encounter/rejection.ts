/** Why a code the note speaks of is not handed out; `by` is the code (or codes) that stands in its place. */
export interface RejectionReason {
  readonly kind: RejectionKind;
  readonly by?: string;
}

/** How each reason reads to a person. The only place where a reason becomes a sentence. */
const WORDS = {
  negated: () => 'negated',
  'ruled-out': () => 'negated: ruled out',
  relative: () => 'said of a relative',
  'uncertain-outpatient': () => 'uncertain: not coded in an outpatient setting (Guidelines IV.H)',
  'uncertain-confirmed-only': () => 'uncertain, and coded only when confirmed',
  hypothetical: () => 'hypothetical: not said to be so',
  historical: () => 'historical: not said to be current',
  'only-past': () => 'historical: said only as past',
  unsupported: () => 'not supported',
  'other-sex': (sex) => `the patient is ${sex}`,
  'other-reading': (code) => `another reading of the words of ${code}`,
  'says-less': (code) => `${code} says more of the same condition`,
  'says-less-ulcer': (code) => `${code} says more of the same ulcer`,
  'says-less-history': (code) => `${code} says more of the same history`,
  included: (code) => `included in ${code}`,
  integral: (code) => `integral to ${code}`,
  excluded: (code) => `Excludes1: not coded beside ${code} (Guidelines I.A.12.a)`,
  'no-etiology': () => 'a manifestation whose cause the note does not give (Guidelines I.A.13)',
  'already-said': (code) => `${code} already says it`,
  'infection-named': () => 'the infection is named elsewhere',
  'pathology-named': (codes) => `${codes}: the pathology names the polyp`,
  'spread-here': () => 'the tumor has spread there from elsewhere',
  'comes-from-there': () => 'the tumor comes from there',
  vaccine: () => 'named as what a vaccine protects against',
  planned: () => 'planned, not the reason for this encounter',
  'of-mother': () => 'of the mother, never on the record of the newborn',
  'of-newborn': () => 'of the newborn, never on the record of the mother',
  'birth-elsewhere': () => 'only on the record of the birth',
  'no-delivery': () => 'only on the record of the delivery',
  superficial: (code) => `superficial, at the site of ${code}`,
  'not-normal-pregnancy': (code) => `${code}: not a normal pregnancy`,
  'supervised-pregnancy': () => 'the visit supervises the pregnancy',
  'no-injury': () => 'no injury it could be the cause of',
  'no-mechanism': () => 'no external cause it could add to',
  'initial-only': () => 'told only at the initial encounter',
  once: () => 'told once',
  'open-axis': () => 'not reported when the note does not say',
  'product-named': () => 'the product is named',
  'still-smokes': () => 'the patient still smokes',
  'past-use': () => 'past, not present, use',
} as const satisfies Readonly<Record<string, (by: string) => string>>;

export type RejectionKind = keyof typeof WORDS;

/** The sentence for `rejected[].why`. */
export function wordsOf({ kind, by = '' }: RejectionReason): string {
  return WORDS[kind](by);
}
