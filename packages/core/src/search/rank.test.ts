import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeTable, encodeCodeTable } from '../book/code-table.ts';
import { emptyDraft } from '../book/rows.ts';
import { searchIndexer } from './indexer.ts';
import { Phrases } from './phrases.ts';
import { planFor } from './plan.ts';
import { readQuery } from './query.ts';
import { Ranker } from './rank.ts';
import { ReleaseIndex } from './release-index.ts';

/** Words no two of which are alike, so that only the words themselves can match. */
const WORDS = [
  'bravo',
  'fjord',
  'glyph',
  'jumbo',
  'kiosk',
  'lymph',
  'nexus',
  'pyx',
  'quartz',
  'vodka',
  'wizen',
  'zephyr',
];

function ranked(titles: readonly string[], text: string): number[] {
  const codes = titles.map((title, i) => ({
    code: `A${String(i).padStart(2, '0')}`,
    title,
    billable: true,
    kind: 'code' as const,
    file: 0,
    locator: '',
  }));
  const draft = {
    ...emptyDraft({
      source: 'icd10cm',
      system: 'icd10cm',
      version: '1',
      edition: 'starter',
      effective: ['2025-10-01', '2026-09-30'],
      files: [],
    }),
    codes,
  };
  const index = new ReleaseIndex(searchIndexer.build(draft));
  const ranker = new Ranker(index, new CodeTable(encodeCodeTable(codes)));
  const plan = planFor(readQuery(`${text} `, new Phrases(), [index]), index);
  const hits = ranker.rank(plan, plan.weights, 100).map(({ code }) => code);
  // The scratch arrays must be clean again: the same question has the same answer.
  expect(ranker.rank(plan, plan.weights, 100).map(({ code }) => code)).toEqual(hits);
  return hits;
}

const title = fc
  .uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const query = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });

describe('parity with reading every title', () => {
  it('finds each title that has all the words, before any that lacks one', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 40 }), query, (titles, words) => {
        const complete = titles.flatMap((text, i) =>
          words.every((word) => text.split(' ').includes(word)) ? [i] : [],
        );
        const hits = ranked(titles, words.join(' '));
        expect(new Set(hits.slice(0, complete.length))).toEqual(new Set(complete));
      }),
      { numRuns: 150 },
    );
  });

  it('finds nothing in titles that have none of the words', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 30 }), query, (titles, words) => {
        for (const hit of ranked(titles, words.join(' ')))
          expect(words.some((word) => titles[hit]?.split(' ').includes(word))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('puts the title that says nothing else first', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 30 }), query, (titles, words) => {
        const text = words.join(' ');
        const hits = ranked([...titles, text], text);
        const best = titles[hits[0] ?? -1] ?? text;
        expect(new Set(best.split(' '))).toEqual(new Set(words));
      }),
      { numRuns: 100 },
    );
  });
});
