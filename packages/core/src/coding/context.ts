import { type Birth, birthOf } from '../note/birth.ts';
import { handednessOf } from '../note/handedness.ts';
import { maternityOf } from '../note/maternity.ts';
import { patientOf } from '../note/patient.ts';
import type { NoteDocument, NotePatient } from '../note/types.ts';
import type { PatientFacts } from './completion/axis-words.ts';
import type { CodingContext, Setting } from './types.ts';

export interface ResolvedContext {
  /** What the result says was assumed: the caller's words first, then the note's. */
  readonly context: CodingContext;
  readonly setting: Setting;
  readonly patient: NotePatient;
}

/** The caller knows best; what is left open is read from the note. Without any hint an encounter is outpatient. */
export function resolveContext(document: NoteDocument, given: CodingContext): ResolvedContext {
  const patient = patientOf(document);
  const setting = given.setting ?? patient.setting?.value ?? 'outpatient';
  const sex = given.sex ?? patient.sex?.value;
  const age = given.age ?? years(patient);
  const context: CodingContext = {
    setting,
    ...(given.dateOfService === undefined ? {} : { dateOfService: given.dateOfService }),
    ...(sex === undefined ? {} : { sex }),
    ...(age === undefined ? {} : { age }),
  };
  return { context, setting, patient };
}

function years({ age }: NotePatient): number | undefined {
  if (age === undefined) return undefined;
  return age.value.unit === 'year' ? age.value.value : 0;
}

const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;

/** What the record says of a birth, when the patient is the newborn. */
export function birthRecord(
  document: NoteDocument,
  { age }: Pick<CodingContext, 'age'>,
  patient: NotePatient,
): Birth | null {
  const said = patient.age?.value;
  const days = said === undefined ? undefined : said.value * DAYS[said.unit];
  return birthOf(document, days ?? (age === undefined ? undefined : age * DAYS.year));
}

/** The ages for which the Medicare Code Editor takes a maternity diagnosis: 9 to 64 years. */
function mayBear(age: number | undefined): boolean {
  return age === undefined || (age >= 9 && age <= 64);
}

/** What titles and the Index may ask of the patient. */
export function patientFacts(
  document: NoteDocument,
  context: CodingContext,
  patient: NotePatient,
): PatientFacts {
  const { sex } = context;
  const newborn = birthRecord(document, context, patient) !== null;
  const gestation = newborn ? undefined : patient.gestation;
  const trimester = gestation?.value.trimester;
  const handedness = handednessOf(document);
  const maternity =
    newborn || sex === 'M' || !mayBear(context.age)
      ? undefined
      : maternityOf(document, gestation !== undefined)?.value;
  const state = newborn ? 'newborn' : maternity;
  return {
    ...(sex === undefined ? {} : { sex }),
    ...(trimester === undefined ? {} : { trimester }),
    ...(gestation?.value.weeks === undefined ? {} : { weeks: gestation.value.weeks }),
    ...(handedness === undefined ? {} : { handedness }),
    ...(state === undefined ? {} : { state }),
  };
}
