import type { Release } from '../../book/release.ts';
import { editRule } from '../rule.ts';

/**
 * Sides that do not go together: right and left where one code says both, and an unspecified side beside a known one of
 * the same condition (Guidelines I.B.13).
 */
export const laterality = editRule({
  id: 'icd10cm/laterality',
  meta: {
    title: 'Right, left, both and unspecified do not contradict each other',
    authority: 'Guidelines I.B.13 (laterality)',
    needs: ['icd10cm'],
    messages: {
      both: {
        verdict: 'review',
        says: '{code} and {other} are one bilateral code: {bilateral}',
        fix: 'Use {bilateral} when both sides are affected.',
      },
      unspecified: {
        verdict: 'review',
        says: '{code} leaves the side open that {other} tells',
        fix: 'Drop {code} when it is the same condition, or ask for its side.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    const sides = diagnoses.map((code) => sideOf(release, code));
    diagnoses.forEach((code, at) => {
      const own = sides[at];
      if (own == null) return;
      sides.forEach((other, otherAt) => {
        if (other == null || otherAt === at || other.rest !== own.rest) return;
        const data = { code, other: diagnoses[otherAt] ?? '' };
        const cite = release.cite(code);
        if (own.side === 'unspecified' && other.side !== 'unspecified')
          report({ message: 'unspecified', diagnoses: [at, otherAt], data, cite });
        if (own.side !== 'right' || other.side !== 'left') return;
        const bilateral = bilateralBeside(release, code, own.rest);
        if (bilateral !== null)
          report({ message: 'both', diagnoses: [at, otherAt], data: { ...data, bilateral }, cite });
      });
    });
  },
});

type Side = 'right' | 'left' | 'bilateral' | 'unspecified';

/** The side a title tells and what is left of it: two titles with the same rest are the same condition. */
function sideOf(release: Release, code: string): { readonly side: Side; readonly rest: string } | null {
  const id = release.codes.find(code);
  return id < 0 ? null : sideIn(release.codes.title(id));
}

function sideIn(title: string): { readonly side: Side; readonly rest: string } | null {
  const found = /\b(right|left|bilateral|unspecified)\b/i.exec(title);
  if (found === null) return null;
  const rest = title
    .replace(found[0], '')
    .replace(/s\b/g, '')
    .replace(/[\s,]+/g, ' ')
    .trim()
    .toLowerCase();
  return { side: found[0].toLowerCase() as Side, rest };
}

/** The billable code of both sides in the same family; null when the Tabular has none. */
function bilateralBeside({ codes }: Release, code: string, rest: string): string | null {
  const id = codes.find(code);
  const level = /.{8}/.test(code) ? codes.parent(id) : id;
  const parent = codes.parent(level);
  if (parent < 0) return null;
  for (const sibling of codes.children(parent))
    for (const one of codes.billable(sibling) ? [sibling] : codes.children(sibling)) {
      const said = sideIn(codes.title(one));
      if (said?.side === 'bilateral' && said.rest === rest) return codes.code(one);
    }
  return null;
}
