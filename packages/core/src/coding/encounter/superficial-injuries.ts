import { type Draft, type Encounter, type EncounterRule, reject } from './encounter.ts';

/** Words of a title that say nothing of the place. */
const NOT_A_PLACE = new Set(
  'contusion abrasion superficial injury injuries laceration open wound fracture sprain strain dislocation displaced nondisplaced closed type other unspecified right left of with without and the foreign body initial subsequent encounter for routine healing part parts sequela bite insect blister external constriction nonvenomous puncture damage to initial shaft end upper lower region level at'.split(
    ' ',
  ),
);

/**
 * An abrasion or contusion is not coded beside a more severe injury of the same site (Guidelines I.C.19.b.1). The
 * site is the same when body region and side agree and the titles name the same place.
 */
export const superficialInjuries: EncounterRule = {
  id: 'superficial-injuries',
  meta: { phase: 'included', authority: 'Guidelines I.C.19.b' },
  apply(encounter) {
    let next = encounter;
    for (const draft of encounter.drafts) {
      if (!/^S\d0/.test(draft.code)) continue;
      const severe = encounter.drafts.find(
        (other) =>
          /^S\d[1-9]/.test(other.code) &&
          other.code[1] === draft.code[1] &&
          samePlace(encounter, draft, other),
      );
      if (severe !== undefined) next = reject(next, draft, { kind: 'superficial', by: severe.code });
    }
    return next;
  },
};

function samePlace({ release }: Encounter, superficial: Draft, severe: Draft): boolean {
  const one = release.codes.title(superficial.id).toLowerCase();
  const other = release.codes.title(severe.id).toLowerCase();
  const side = (title: string): string | undefined => /\b(?:left|right)\b/.exec(title)?.[0];
  if (side(one) !== undefined && side(other) !== undefined && side(one) !== side(other)) return false;
  const places = new Set(other.split(/[^a-z]+/).filter((word) => word.length > 2 && !NOT_A_PLACE.has(word)));
  return (
    one.split(/[^a-z]+/).some((word) => places.has(word)) ||
    (/\bankle\b/.test(one) && /\bmalleol/.test(other))
  );
}
