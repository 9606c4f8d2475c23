import { type Draft, type Encounter, type EncounterRule, reject } from './encounter.ts';

/**
 * One condition, one code, to the highest specificity documented (Guidelines I.B.2): an unspecified code gives way
 * when a more specific code of its category stands and the same words, or words elsewhere, say no more.
 */
export const highestSpecificity: EncounterRule = {
  id: 'highest-specificity',
  meta: { phase: 'not-so', authority: 'Guidelines I.B.2' },
  apply(encounter) {
    // A narrative tells of several conditions over time; without a list of diagnoses two mentions may be two of them.
    if (encounter.style === 'narrative') return encounter;
    let next = encounter;
    for (const draft of encounter.drafts) {
      const better = next.drafts.find((other) => other !== draft && saysMore(next, other, draft));
      const named =
        better ??
        next.drafts.find((other) =>
          NAMED_BY.some(([general, specific]) => general.test(draft.code) && specific.test(other.code)),
        );
      if (named !== undefined) next = reject(next, draft, { kind: 'says-less', by: named.code });
    }
    return next;
  },
};

/** A longer phrase of the same category over some of the same words: "first degree hemorrhoids" for "internal hemorrhoids". */
function sharesWords(specific: Draft, general: Draft): boolean {
  return general.supports.every(({ selected: { mention } }) =>
    specific.supports.some(
      ({ selected: { mention: other } }) =>
        other.sentence === mention.sentence &&
        other.mass > mention.mass &&
        // The same words read twice say equally much; their rank tells which reading the Index prefers.
        other.tokens.join() !== mention.tokens.join() &&
        mention.tokens.some((token) => other.tokens.includes(token)),
    ),
  );
}

/** Unspecified codes whose named kinds stand in other categories. */
const NAMED_BY: readonly (readonly [RegExp, RegExp])[] = [
  [/^J18\.9/, /^J1[2-7]|^J18\.[01]/],
  [/^J22/, /^J1[2-8]|^J20|^J21/],
  [/^R52$/, /^(R10|R07|M54|M25\.5|M79\.6|R51|H57\.1)/],
  [/^F19/, /^F1[0-8]/],
];

/** Laterality and type variants in one category: `N18.30` over `N18.9`, `M17.11` over `M17.9`. */
function saysMore(encounter: Encounter, specific: Draft, general: Draft): boolean {
  const { codes } = encounter.release;
  if (specific.code.slice(0, 3) !== general.code.slice(0, 3)) return false;
  // One fracture, named twice in the same words: the phalanx, and which part of it.
  if (/^S/.test(general.code) && /\bunspecified\b/i.test(codes.title(general.id)))
    return specific.code.length === general.code.length && sharesWords(specific, general);
  if (!/^[A-TV-Z]/.test(general.code) || /^[STZ]/.test(general.code)) return false;
  if (sharesWords(specific, general)) return true;
  const title = codes.title(general.id);
  if (!/\bunspecified\b|without complications/i.test(title)) return false;
  if (/\bunspecified\b/i.test(codes.title(specific.id)) && specific.code.length <= general.code.length)
    return false;
  // The category's own "unspecified" (`.9`) gives way to any of its named kinds.
  if (/^...\.9/.test(general.code) && !/\bunspecified\b/i.test(codes.title(specific.id))) return true;
  const parent = codes.parent(general.id);
  return parent >= 0 && codes.within(specific.id, parent);
}
