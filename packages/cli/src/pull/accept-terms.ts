import {
  fail,
  isAccepted,
  type Outcome,
  type PullPlan,
  readAcceptances,
  reasonOf,
  recordAcceptance,
} from '@casebook/core';
import pc from 'picocolors';

/**
 * Shows the terms that stand on the plan's files and records an acceptance given with `--accept`. Without one,
 * nothing is downloaded.
 */
export function acceptTerms(
  home: string,
  plan: PullPlan,
  accepted: readonly string[],
  by: { readonly who: string; readonly when: Date },
): Outcome<object> {
  for (const terms of plan.terms) {
    const files = plan.files.filter((file) => file.terms === terms.id);
    try {
      const open = files.filter((file) => !isAccepted(readAcceptances(home), file));
      const [first] = open;
      if (first === undefined) continue;
      process.stderr.write(`${pc.bold(terms.title)}\n${terms.summary}\n${terms.url}\n`);
      if (!accepted.includes(terms.id))
        return fail('terms-not-accepted', {
          file: first.name,
          title: terms.title,
          url: terms.url,
          terms: terms.id,
        });
      recordAcceptance(home, terms, open, by);
      process.stderr.write(`accepted by ${by.who}, ${by.when.toISOString()}\n`);
    } catch (error) {
      return fail('home-not-writable', { path: home, reason: reasonOf(error) });
    }
  }
  return { ok: true };
}
