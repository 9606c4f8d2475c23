import { sourceOf } from '../book/source.ts';
import { type Problem, problem } from '../errors.ts';
import type { NoCodePage } from '../show/types.ts';

/** Suggestions named in the one line; the rest are in the data. */
const NAMED = 3;

/** Why there is no page for a code, as a problem: 3 when another release would have it, else 2. */
export function missProblem(miss: NoCodePage, date?: string): Problem {
  const { code, reason, validFrom = '', validTo } = miss;
  const source = sourceOf(miss.system ?? 'icd10cm');
  switch (reason) {
    case 'unknown': {
      const named = miss.suggestions.slice(0, NAMED).map((one) => `${one.code} ${one.title}`);
      const suggestions = named.length === 0 ? '' : ` (did you mean ${named.join('; ')}?)`;
      return problem('unknown-code', { code, suggestions });
    }
    case 'not-valid-on-date': {
      const range = validTo === undefined ? ` (from ${validFrom})` : ` (${validFrom} to ${validTo})`;
      return problem('code-not-valid-on-date', { code, date: date ?? 'this date', range });
    }
    case 'before-oldest':
      return problem('date-before-oldest', { source, date: date ?? '', oldest: validFrom });
    case 'not-loaded':
      return problem('release-not-loaded', { source });
  }
}
