import type { ReleaseIndexer } from '../book/release-file.ts';
import { encodeDictionary } from './dictionary/blobs.ts';
import { compile } from './dictionary/compile.ts';

/** Compiles an ICD-10-CM release into the concept dictionary that notes are matched against. */
export const codingIndexer: ReleaseIndexer = {
  name: 'coding',
  version: 5,
  applies: (draft) => draft.system === 'icd10cm',
  build: (draft) => encodeDictionary(compile(draft)),
};
