import type { Citation } from '../book/citation.ts';
import type { Release } from '../book/release.ts';

/** The row of a code; a code that is not there has none, and what says so is the release. */
export function citeCode(release: Release, code: string): Citation {
  return release.codes.find(code) < 0 ? release.cite('effective dates', 'release') : release.cite(code);
}
