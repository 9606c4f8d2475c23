import { askQuestion } from './ask-question.ts';
import { codeNote } from './code-note.ts';
import { diffReleases } from './diff-releases.ts';
import { health } from './health.ts';
import { listExamples } from './list-examples.ts';
import { listReleases } from './list-releases.ts';
import { openCitation } from './open-citation.ts';
import { openExample } from './open-example.ts';
import { openGuideline } from './open-guideline.ts';
import type { AnyOperation } from './operation.ts';
import { searchCodes } from './search-codes.ts';
import { showCode } from './show-code.ts';

/** Every operation, in the order of the OpenAPI page. */
export const operations: readonly AnyOperation[] = [
  health,
  codeNote,
  askQuestion,
  searchCodes,
  showCode,
  listReleases,
  diffReleases,
  openGuideline,
  openCitation,
  listExamples,
  openExample,
];
