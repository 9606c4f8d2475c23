/**
 * Builds a book folder from official files:
 *   npx tsx --conditions=source scripts/build-book.ts FROM FOLDER [--only icd10cm-2026,hcpcs]
 */
import { BookBuild } from '../packages/core/src/book/store.ts';
import { indexers } from '../packages/core/src/indexers.ts';
import { readSources } from '../packages/core/src/sources/index.ts';

const [from, folder, flag, only] = process.argv.slice(2);
if (from === undefined || folder === undefined || (flag !== undefined && flag !== '--only')) {
  console.error('usage: build-book.ts FROM FOLDER [--only icd10cm-2026,hcpcs]');
  process.exit(2);
}
const started = performance.now();
const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
const reading = await readSources([from], only === undefined ? {} : { only: only.split(',') });
console.error(
  `${seconds()} ${reading.recognised.length} files recognised, ${reading.unrecognised.length} not`,
);
const build = new BookBuild(folder, indexers);
for await (const draft of reading.drafts) {
  const { source, version, effective, rows, billable, modifiers } = build.add(draft);
  console.error(
    `${seconds()} ${source} ${version} ${effective.join('..')} rows ${rows} billable ${billable} modifiers ${modifiers} notes ${draft.notes.length} index ${draft.index.length} guidelines ${draft.guidelines.length}`,
  );
}
for (const { file, outcome } of reading.outcomes) console.error(`  ${file}: ${outcome}`);
for (const { file, place, message } of reading.problems)
  console.error(`PROBLEM ${file} ${place}: ${message}`);
if (reading.problems.length > 0) {
  build.abandon();
  process.exitCode = 2;
} else {
  build.commit();
}
console.error(`${seconds()} peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
