/** Writes the pages that are generated from the code: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { icd10cmEdits } from '../packages/core/src/edits/icd10cm/index.ts';
import { rulePage } from '../packages/core/src/edits/rule-page.ts';
import { errorsPage } from '../packages/core/src/errors.ts';

const docs = new URL('../docs/', import.meta.url);
writeFileSync(new URL('errors.md', docs), errorsPage());
mkdirSync(new URL('edits/icd10cm/', docs), { recursive: true });
for (const rule of icd10cmEdits) writeFileSync(new URL(`edits/${rule.id}.md`, docs), rulePage(rule));
