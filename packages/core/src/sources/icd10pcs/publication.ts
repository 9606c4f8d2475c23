import type { Publication } from '../publication.ts';
import { assembleIcd10pcs } from './assemble.ts';
import { recogniseIcd10pcs } from './recognise.ts';

/** ICD-10-PCS of CMS. */
export const icd10pcs: Publication = {
  id: 'icd10pcs',
  recognise: recogniseIcd10pcs,
  assemble: assembleIcd10pcs,
};
