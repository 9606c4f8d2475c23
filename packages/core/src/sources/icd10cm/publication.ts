import type { Publication } from '../publication.ts';
import { assembleIcd10cm } from './assemble.ts';
import { recogniseIcd10cm } from './recognise.ts';

/** ICD-10-CM of CDC/NCHS and CMS. */
export const icd10cm: Publication = {
  id: 'icd10cm',
  recognise: recogniseIcd10cm,
  assemble: assembleIcd10cm,
};
