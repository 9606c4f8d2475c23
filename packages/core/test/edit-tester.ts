import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Book, openBookFolder } from '../src/book/book.ts';
import { runEdits } from '../src/edits/engine.ts';
import type { EditRule } from '../src/edits/rule.ts';
import { openCitation } from '../src/show/cite/open-citation.ts';

interface Fails<M extends string> {
  /** Diagnoses in order, by blanks. */
  readonly codes: string;
  readonly message: M;
  /** Positions of the codes at fault. */
  readonly at: readonly number[];
}

/** Holds one edit to lists of codes on the starter book: those it passes, and those it fails with which message where. */
export function testEdit<M extends string>(
  rule: EditRule<M>,
  { passes, fails }: { readonly passes: readonly string[]; readonly fails: readonly Fails<M>[] },
): void {
  let book: Book;
  beforeAll(() => {
    const opened = openBookFolder(inject('starterFolder'));
    if (!opened.ok) throw new Error(opened.detail);
    book = opened.book;
  });
  afterAll(() => book.close());
  const check = (codes: string) =>
    runEdits(
      [rule],
      { setting: 'outpatient', diagnoses: codes.split(' ').filter(Boolean) },
      { release: (source) => book.of(source)[0] ?? null },
    );
  describe(`${rule.id} (${rule.meta.authority})`, () => {
    test.each(passes)('passes: %s', (codes) => {
      expect(check(codes)).toEqual({ findings: [], notChecked: [] });
    });
    test.each(fails)('fails: $codes ($message)', ({ codes, message, at }) => {
      const [found, ...more] = check(codes).findings;
      expect(more).toEqual([]);
      expect(found).toMatchObject({ rule: rule.id, messageId: message, diagnoses: at });
      // What is cited can be opened, and says something.
      const cited = (found?.citations ?? []).map((citation) => openCitation(book, citation));
      expect(cited.length).toBeGreaterThan(0);
      for (const place of cited)
        expect(place).toMatchObject({ found: true, quote: expect.stringMatching(/\S/) });
      // Every place of the sentence is filled.
      expect(`${found?.message} ${found?.fix}`).not.toMatch(/[{}]|undefined/);
    });
    test('a missing release is told', () => {
      const nothing = { release: () => null };
      const checked = runEdits([rule], { setting: 'outpatient', diagnoses: ['K22.0'] }, nothing);
      expect(checked).toEqual({ findings: [], notChecked: [{ rule: rule.id, needs: 'icd10cm' }] });
    });
  });
}
