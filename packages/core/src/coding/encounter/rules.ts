import { diabetesWith } from './diabetes-with.ts';
import type { EncounterRule } from './encounter.ts';
import { highestSpecificity } from './highest-specificity.ts';
import { hypertensionWith } from './hypertension-with.ts';
import { integralSymptoms } from './integral-symptoms.ts';
import { sequence } from './sequence.ts';
import { sexConflict } from './sex-conflict.ts';

/** In the order a coder applies them: what is not so, what combines, what is included, what comes first. */
export const encounterRules: readonly EncounterRule[] = [
  sexConflict,
  highestSpecificity,
  diabetesWith,
  hypertensionWith,
  integralSymptoms,
  sequence,
];
