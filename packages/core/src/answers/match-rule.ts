import type { GuidelineRule } from './knowledge.ts';
import type { ReadQuestion } from './read-question.ts';
import { root } from './root.ts';

const stems = new WeakMap<ReadQuestion, string>();

/** The question's words as stems, one blank between and around. */
export function stemmed(question: ReadQuestion): string {
  let known = stems.get(question);
  if (known === undefined) {
    known = ` ${question.words.map(root).join(' ')} `;
    stems.set(question, known);
  }
  return known;
}

/** Cues that many rules have: they say what is asked, not about what. */
const GENERIC: ReadonlySet<string> = new Set(
  'code coded coding first sequence order report when which what use document principal visit used provider physician both can may must always only how who mean meaning what_is what_does side'
    .split(' ')
    .map((phrase) => ` ${phrase.split('_').map(root).join(' ')} `),
);

/** The rule most of whose words the question has: every group must be met by one of its phrases. */
export function bestRule(
  rules: readonly GuidelineRule[],
  question: ReadQuestion,
): { readonly rule: GuidelineRule; readonly score: number } | null {
  const text = stemmed(question);
  let best: { rule: GuidelineRule; score: number } | null = null;
  for (const rule of rules) {
    let score = 0;
    let all = true;
    for (const group of rule.cues) {
      const met = group.find((phrase) => text.includes(phrase));
      if (met === undefined) {
        all = false;
        break;
      }
      score += GENERIC.has(met) ? 0.3 : 1 + (met.split(' ').length - 3) * 0.4;
    }
    if (all && (best === null || score > best.score)) best = { rule, score };
  }
  return best;
}
