import type { ReleaseDraft } from '../../packages/core/src/book/rows.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

/** Every section our words are filed under stands in the Official Guidelines of that year, on that page. */
export function* verifyGuidelines(draft: ReleaseDraft, { guidelines }: Official): Generator<Mismatch> {
  for (const { section, page } of draft.guidelines) {
    const place = `starter/guideline-rules.tsv: ${section}`;
    const official = guidelines.get(section);
    if (official === undefined) yield { place, what: section, official: 'numbers no such section' };
    else if (official !== page) yield { place, what: `page ${page}`, official: `page ${official}` };
  }
}
