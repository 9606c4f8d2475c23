import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsPage, fail, problem, reasonOf } from './errors.ts';

describe('a problem', () => {
  it('says what is wrong and what to do, with its data filled in', () => {
    expect(problem('release-not-loaded', { source: 'hcpcs', version: ' 2026' })).toEqual({
      id: 'release-not-loaded',
      message: 'not loaded: hcpcs 2026',
      remedy: 'load it: casebook pull hcpcs (or --from DIR)',
      exitCode: 3,
      data: { source: 'hcpcs', version: ' 2026' },
    });
  });

  it('is one line whatever is filled in', () => {
    const { message } = problem('file-missing', { path: 'a\nb\r\n\tc' });
    expect(message).toBe('a b c: no such file or folder');
  });

  it('leaves no place unfilled', () => {
    const outcome = fail('release-not-loaded', { source: 'icd10pcs' });
    expect(outcome.problem.message).toBe('not loaded: icd10pcs');
  });
});

describe('the reason of an error', () => {
  it.each([
    [Object.assign(new Error('ENOENT: /home/somebody/note.txt'), { code: 'ENOENT' }), 'ENOENT'],
    [new TypeError('Patient Jane is not iterable'), 'TypeError'],
    ['text', 'unknown error'],
  ])('%s is %s, never its words', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });
});

it('docs/errors.md is what the catalogue says (npm run docs)', () => {
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  expect(page).toBe(errorsPage());
});
