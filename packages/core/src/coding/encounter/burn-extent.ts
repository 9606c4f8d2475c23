import { addCode, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { type Saying, sayings, supportsOf } from './said.ts';

const EXTENT =
  /\b(?<percent>\d{1,3})(?:\.\d+)? ?%(?: of)?(?: (?:the|his|her|total))? ?(?:TBSA|BSA|total body surface(?: area)?|body surface(?: area)?)\b|\b(?:TBSA|BSA)(?: (?:of|burned|involved|is|was|approximately|about))*:? ?(?<after>\d{1,3})(?:\.\d+)? ?%/gi;
const THIRD =
  /\b(?<percent>\d{1,3})(?:\.\d+)? ?%(?: (?:TBSA|BSA|of it|which is|being|is|was))* ?(?:third|3rd|full)[\s-]/gi;

/**
 * How much of the body surface is burned stands beside the burn of the site, by the title whose figures hold it, with
 * the share of third degree (Guidelines I.C.19.d.6); a burn of unspecified site gives way to the site (I.C.19.d.3).
 */
export const burnExtent: EncounterRule = {
  id: 'burn-extent',
  meta: { phase: 'combine', authority: 'Guidelines I.C.19.d' },
  apply(encounter) {
    const burn = encounter.drafts.find(({ code }) => /^T2[0-8]/.test(code) && !code.endsWith('S'));
    if (burn === undefined) return encounter;
    let next = encounter;
    for (const draft of encounter.drafts)
      if (under(draft.code, 'T30')) next = reject(next, draft, { kind: 'says-less', by: burn.code });
    if (next.drafts.some(({ code }) => under(code, 'T31', 'T32'))) return next;
    const corrosion = /corrosion/i.test(encounter.release.codes.title(burn.id));
    const extent = sayings(encounter, EXTENT);
    const third = sayings(encounter, THIRD);
    const surface = largest(extent);
    if (surface === null) return next;
    const code = codeFor(encounter, corrosion ? 'T32' : 'T31', surface, largest(third) ?? 0);
    return code === null
      ? next
      : addCode(
          next,
          code,
          supportsOf([...extent, ...third]),
          0.85,
          burnExtent,
          `${surface}% of body surface`,
        );
  },
};

function largest(found: readonly Saying[]): number | null {
  const figures = found.map(({ match }) => Number(match.groups?.percent ?? match.groups?.after));
  return figures.length === 0 ? null : Math.max(...figures);
}

/** The title whose first range holds the surface and whose second the third degree. */
function codeFor(
  { release: { codes } }: Encounter,
  category: string,
  surface: number,
  third: number,
): string | null {
  for (const id of codes.withPrefix(category)) {
    if (!codes.billable(id)) continue;
    const [whole = '', deep] = codes.title(id).split(/\bwith\b/);
    if (holds(whole, surface) && (deep === undefined || holds(deep, third))) return codes.code(id);
  }
  return null;
}

function holds(words: string, figure: number): boolean {
  const below = /less than (\d+)%/.exec(words);
  if (below !== null) return figure < Number(below[1]);
  const range = /(\d+)%?(?:-| to )(\d+)%/.exec(words);
  if (range !== null) return figure >= Number(range[1]) && figure <= Number(range[2]);
  const above = /(\d+)% or more/.exec(words);
  return above !== null && figure >= Number(above[1]);
}
