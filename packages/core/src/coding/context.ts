import { handednessOf } from '../note/handedness.ts';
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

/** What titles may ask of the patient. */
export function patientFacts(
  document: NoteDocument,
  { sex }: CodingContext,
  { gestation }: NotePatient,
): PatientFacts {
  const trimester = gestation?.value.trimester;
  const handedness = handednessOf(document);
  return {
    ...(sex === undefined ? {} : { sex }),
    ...(trimester === undefined ? {} : { trimester }),
    ...(handedness === undefined ? {} : { handedness }),
  };
}
