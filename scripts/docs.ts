/** Writes the pages that are generated from the code: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { errorsPage } from '../packages/core/src/errors.ts';

writeFileSync(new URL('../docs/errors.md', import.meta.url), errorsPage());
