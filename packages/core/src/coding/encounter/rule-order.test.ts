import { expect, test } from 'vitest';
import type { EncounterRule, Phase } from './encounter.ts';
import { ruleOrder } from './rule-order.ts';
import { allRules } from './rules.ts';

const rule = (id: string, phase: Phase, ...after: readonly string[]): EncounterRule => ({
  id,
  meta: { authority: 'test', phase, after },
  apply: (encounter) => encounter,
});
const ids = (rules: readonly EncounterRule[]): string[] => rules.map(({ id }) => id);

test('the order of the list changes nothing', () => {
  expect(ids(ruleOrder([...allRules].reverse()))).toEqual(ids(ruleOrder(allRules)));
});
test('phases first, then what a rule waits for, then names', () => {
  const rules = [rule('z', 'not-so'), rule('a', 'sequence'), rule('b', 'combine', 'c'), rule('c', 'combine')];
  expect(ids(ruleOrder(rules))).toEqual(['z', 'c', 'b', 'a']);
});
test('a rule cannot wait for one that is not there, of another phase, or of itself', () => {
  expect(() => ruleOrder([rule('a', 'combine', 'gone')])).toThrow(/gone/);
  expect(() => ruleOrder([rule('a', 'combine', 'b'), rule('b', 'not-so')])).toThrow(/no rule of its phase/);
  expect(() => ruleOrder([rule('a', 'combine', 'b'), rule('b', 'combine', 'a')])).toThrow(
    /wait for each other/,
  );
});
test('two rules cannot share an id', () => {
  expect(() => ruleOrder([rule('a', 'combine'), rule('a', 'not-so')])).toThrow(/one id/);
});
