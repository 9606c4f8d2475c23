import type { EditRule } from '../rule.ts';
import { codeFirst } from './code-first.ts';
import { duplicate } from './duplicate.ts';
import { excludes1 } from './excludes1.ts';
import { externalCauseFirst } from './external-cause-first.ts';
import { laterality } from './laterality.ts';
import { manifestationFirst } from './manifestation-first.ts';
import { seventhCharacter } from './seventh-character.ts';
import { useAdditional } from './use-additional.ts';
import { validCode } from './valid-code.ts';

/** The conventions of ICD-10-CM that a list of codes can be held to, each in a file of its name. */
export const icd10cmEdits: readonly EditRule[] = [
  codeFirst,
  duplicate,
  excludes1,
  externalCauseFirst,
  laterality,
  manifestationFirst,
  seventhCharacter,
  useAdditional,
  validCode,
];
