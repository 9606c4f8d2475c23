import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icd10cmEdits } from './icd10cm/index.ts';
import { rulePage } from './rule-page.ts';

const docs = join(import.meta.dirname, '../../../../docs/edits');
const names = (folder: string, end: RegExp): string[] =>
  readdirSync(folder)
    .filter((name) => end.test(name))
    .map((name) => name.replace(end, ''))
    .sort();

test('every rule has a file, a test and a page of its name, and there are no others', () => {
  const ids = icd10cmEdits.map(({ id }) => id.replace('icd10cm/', '')).sort();
  const folder = join(import.meta.dirname, 'icd10cm');
  const files = names(folder, /(?<!\.test)\.ts$/).filter(
    (name) => name !== 'index' && name !== 'manifestation',
  );
  expect(files).toEqual(ids);
  expect(names(folder, /\.test\.ts$/)).toEqual(ids);
  expect(names(join(docs, 'icd10cm'), /\.md$/)).toEqual(ids);
});

test.each(icd10cmEdits.map((rule) => [rule.id, rule] as const))(
  'the page of %s is what the rule says (npm run docs)',
  (id, rule) => {
    expect(readFileSync(join(docs, `${id}.md`), 'utf8')).toBe(rulePage(rule));
  },
);
