import type { GivenVaccine } from './vaccines.ts';

export interface VaccineAdministration {
  readonly number: string;
  readonly units: number;
  readonly vaccines: readonly GivenVaccine[];
  readonly why: string;
}

/** What decides how giving a vaccine is reported. */
export interface VaccineVisit {
  readonly age: number | undefined;
  /** The physician counselled on the vaccines. */
  readonly counselled: boolean;
  readonly medicare: boolean;
}

/** Under this age counselling by the physician is reported by the parts of each vaccine. */
const COUNSELLED_BELOW = 19;
/** Medicare's own codes for giving (Medicare Claims Processing Manual, chapter 18, section 10). */
const MEDICARE: Readonly<Record<string, string>> = { flu: 'G0008', pneumo: 'G0009', hepb: 'G0010' };

/** Numbers for giving vaccines, from what was given, the age, the counselling and who pays. */
export function vaccineAdministrations(
  given: readonly GivenVaccine[],
  { age, counselled, medicare }: VaccineVisit,
): VaccineAdministration[] {
  const found: VaccineAdministration[] = [];
  const child = age !== undefined && age < COUNSELLED_BELOW;
  const left: GivenVaccine[] = [];
  for (const vaccine of given) {
    const own = medicare ? MEDICARE[vaccine.program] : undefined;
    if (own !== undefined)
      found.push({
        number: own,
        units: 1,
        vaccines: [vaccine],
        why: 'Medicare has its own code for giving it',
      });
    else if (vaccine.program === 'covid')
      found.push({ number: '90480', units: 1, vaccines: [vaccine], why: 'a covid vaccine' });
    else if (vaccine.program === 'rsv antibody')
      found.push({
        number: counselled ? '96380' : '96381',
        units: 1,
        vaccines: [vaccine],
        why: 'an antibody, not a vaccine',
      });
    else left.push(vaccine);
  }
  if (left.length === 0) return found;
  if (child && counselled) {
    found.push({
      number: '90460',
      units: left.length,
      vaccines: left,
      why: `under ${COUNSELLED_BELOW} with counselling: the first part of each vaccine`,
    });
    const further = left.reduce((sum, { parts }) => sum + parts - 1, 0);
    const several = left.filter(({ parts }) => parts > 1);
    if (further > 0)
      found.push({
        number: '90461',
        units: further,
        vaccines: several,
        why: 'each further part of a vaccine',
      });
    return found;
  }
  const needles = left.filter(({ needle }) => needle);
  const others = left.filter(({ needle }) => !needle);
  const [first] = needles;
  if (first !== undefined) {
    found.push({ number: '90471', units: 1, vaccines: [first], why: 'the first by needle' });
    if (needles.length > 1)
      found.push({
        number: '90472',
        units: needles.length - 1,
        vaccines: needles.slice(1),
        why: 'each further one by needle',
      });
  }
  if (others.length > 0) {
    const number = first === undefined ? '90473' : '90474';
    found.push({ number, units: 1, vaccines: others.slice(0, 1), why: 'by nose or mouth' });
    const more = others.slice(1);
    if (more.length > 0)
      found.push({
        number: '90474',
        units: more.length,
        vaccines: more,
        why: 'each further one by nose or mouth',
      });
  }
  return found;
}

const COUNSELLED =
  /\bcounsel+(?:ed|ing)\b[^.;]{0,60}\b(?:vaccin\w*|immuni[sz]\w*|each|shots?|components?)\b|\b(?:vaccin\w*|immuni[sz]\w*|shots?)\b[^.;]{0,80}\b(?:counsel+(?:ed|ing)|risks? and benefits? (?:discussed|reviewed))\b/i;
const MEDICARE_SAID = /\bmedicare\b/i;
const NOT_MEDICARE =
  /\b(?:commercial|private insurance|medicaid|blue cross|bcbs|aetna|cigna|uninsured|self[- ]pay)\b/i;

/** Reads counselling and payer from the words of a note. */
export function vaccineVisit(text: string, age: number | undefined): VaccineVisit {
  return {
    age,
    counselled: COUNSELLED.test(text),
    medicare: MEDICARE_SAID.test(text) && !NOT_MEDICARE.test(text),
  };
}
