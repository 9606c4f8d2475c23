import type { Book } from '../book/book.ts';
import type { Citation } from '../book/citation.ts';
import { fail, type Outcome } from '../errors.ts';
import type { CitedPlace } from '../show/cite/cited-place.ts';
import { openCitation } from '../show/cite/open-citation.ts';

/** A citation as an answer prints it; without a version the newest loaded release is meant. */
export interface Cited {
  readonly source: string;
  readonly version?: string;
  readonly locator: string;
}

export interface CitedWords extends CitedPlace {
  readonly citation: Citation;
}

/** Opens a citation, or says what would have been one. */
export function citeOf(book: Book, cited: Cited): Outcome<{ readonly cited: CitedWords }> {
  const opened = openCitation(book, cited);
  if (opened.found) {
    const { found: _, ...place } = opened;
    return { ok: true, cited: place };
  }
  const { source, version, locator } = cited;
  if (opened.reason === 'not-loaded')
    return fail('release-not-loaded', {
      source: opened.source,
      version: version === undefined ? '' : ` ${version}`,
    });
  return fail('unknown-citation', { source, locator, expected: opened.expected });
}
