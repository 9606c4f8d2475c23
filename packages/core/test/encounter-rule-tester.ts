import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EncounterRule } from '../src/coding/encounter/encounter.ts';
import { encounterRules } from '../src/coding/encounter/rules.ts';
import { type Coder, createCoder } from '../src/coding/index.ts';
import type { CodedNote, CodingContext } from '../src/coding/types.ts';
import { type StarterCoder, starterCoder } from './starter-coder.ts';

interface Case {
  readonly note: string;
  readonly context?: CodingContext;
  /** Codes the note has. */
  readonly has?: readonly string[];
  /** Codes the note does not have. */
  readonly not?: readonly string[];
}

/**
 * Holds one rule to short notes on the starter book: where it `acts`, the note is coded otherwise without the rule, and
 * has or lacks what the case says; where it `leaves` a note alone, the rule changes nothing.
 */
export function testRule(
  rule: EncounterRule,
  { acts, leaves }: { readonly acts: readonly Case[]; readonly leaves: readonly Case[] },
): void {
  let starter: StarterCoder;
  let without: Coder;
  beforeAll(() => {
    starter = starterCoder();
    without = createCoder(starter.book, starter.lexicon, {
      rules: encounterRules.filter((other) => other !== rule),
    });
  });
  afterAll(() => starter.close());
  describe(`${rule.id} (${rule.meta.authority})`, () => {
    test.each(acts)('acts: $note', ({ note, context, has = [], not = [] }) => {
      const coded = starter.code(note, context);
      expect(outcome(without(note, context))).not.toEqual(outcome(coded));
      expect(codesOf(coded)).toEqual(expect.arrayContaining([...has]));
      expect(codesOf(coded).filter((code) => not.includes(code))).toEqual([]);
    });
    test.each(leaves)('leaves alone: $note', ({ note, context, has = [], not = [] }) => {
      const coded = starter.code(note, context);
      expect(outcome(without(note, context))).toEqual(outcome(coded));
      expect(codesOf(coded)).toEqual(expect.arrayContaining([...has]));
      expect(codesOf(coded).filter((code) => not.includes(code))).toEqual([]);
    });
  });
}

function codesOf({ codes }: CodedNote): string[] {
  return codes.map(({ code }) => code);
}

/** What a rule can change. */
function outcome({ codes, rejected, findings }: CodedNote): unknown {
  return { codes: codes.map(({ code, role }) => `${code} ${role}`), rejected, findings };
}
