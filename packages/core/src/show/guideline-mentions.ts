import { codeKey, keyAfterPrefix } from '../book/code-key.ts';
import type { Release } from '../book/release.ts';
import type { GuidelineMention } from './types.ts';

interface Mention {
  /** Position in the release's guideline rows. */
  readonly row: number;
  readonly words: string;
  readonly from: number;
  /** First key past the mention. */
  readonly until: number;
  readonly range: boolean;
}

/** Closest first. */
const CLOSENESS = ['code', 'below', 'category', 'range'] as const;

/** A code, a stem with a dash, or a range of categories, as the guidelines print them. */
const CODE =
  /\b([A-Z](?:\d|A(?=\d))[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?:\s?[-–]\s?([A-Z](?:\d|A(?=\d))[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\b|\.?-)?/g;

const known = new WeakMap<Release, readonly Mention[]>();

/**
 * Sections of the Official Guidelines that name the code, one below it, one above it, or a range it falls in:
 * closest first, then in printed order, one row a section.
 */
export function guidelineMentions(guidelines: Release, code: string, limit = 12): GuidelineMention[] {
  const key = codeKey(code);
  if (key < 0) return [];
  const end = keyAfterPrefix(code);
  const rows = guidelines.guidelines();
  const best = new Map<number, { mention: Mention; closeness: number }>();
  for (const mention of mentionsOf(guidelines)) {
    const closeness = closenessOf(mention, key, end);
    if (closeness < 0) continue;
    const old = best.get(mention.row);
    if (old === undefined || closeness < old.closeness) best.set(mention.row, { mention, closeness });
  }
  return [...best.values()]
    .sort((a, b) => a.closeness - b.closeness || a.mention.row - b.mention.row)
    .slice(0, limit)
    .flatMap(({ mention, closeness }): GuidelineMention[] => {
      const row = rows[mention.row];
      if (row === undefined) return [];
      const { section, title, page } = row;
      const names = CLOSENESS[closeness] ?? 'range';
      const citation = guidelines.cite(section);
      return [{ section, title, page, mention: mention.words, names, citation }];
    });
}

/** Position in {@link CLOSENESS}; -1 when the mention does not speak of the code. */
function closenessOf({ from, until, range }: Mention, key: number, end: number): number {
  if (range) return from <= key && key < until ? CLOSENESS.indexOf('range') : -1;
  if (from === key) return CLOSENESS.indexOf('code');
  if (from > key && from < end) return CLOSENESS.indexOf('below');
  return from < key && key < until ? CLOSENESS.indexOf('category') : -1;
}

function mentionsOf(guidelines: Release): readonly Mention[] {
  const cached = known.get(guidelines);
  if (cached !== undefined) return cached;
  const mentions = guidelines.guidelines().flatMap(({ title, text }, row) =>
    [...`${title}\n${text}`.matchAll(CODE)].flatMap((match): Mention[] => {
      const [words, first = '', last] = match;
      const from = codeKey(first);
      const until = keyAfterPrefix(last ?? first);
      if (from < 0 || until <= from) return [];
      return [
        {
          row,
          words,
          from,
          until,
          range: last !== undefined,
        },
      ];
    }),
  );
  known.set(guidelines, mentions);
  return mentions;
}
