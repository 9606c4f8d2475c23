import { attributesOf } from '../../note/attributes.ts';
import type { Support } from '../candidates.ts';
import { conventionsOf } from '../conventions.ts';
import { addCode, type Draft, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { type Saying, sayings } from './said.ts';

const ULCER =
  /\b(?<!pressure |decubitus |stress |peptic |gastric |duodenal |oral |corneal )ulcer(?:ation)?s?\b(?! prophylaxis)/gi;

/** Sixth character by the deepest layer the note says is reached, deepest first. */
const DEPTHS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:necrosis of (?:the )?bone|necrotic bone)\b/gi, '4'],
  [/\b(?:necrosis of (?:the )?muscle|necrotic muscle)\b/gi, '3'],
  [
    /\b(?:(?:exposed|visible) bone|bone (?:is |was )?(?:exposed|visible)|(?:positive |\+ ?)probe[- ]to[- ]bone|probes? to (?:the )?bone|to the (?:level of (?:the )?)?bone)\b/gi,
    '6',
  ],
  [
    /\b(?:(?:exposed|visible) muscle|muscle (?:is |was )?(?:exposed|visible|involve\w+)|to the (?:level of (?:the )?)?muscle)\b/gi,
    '5',
  ],
  [
    /\b(?:fat layer(?: is| was)? exposed|(?:exposed|visible) (?:subcutaneous )?fat|subcutaneous (?:fat|tissue) (?:is |was )?(?:exposed|visible)|(?:into|to|through) (?:the )?(?:level of (?:the )?)?subcutaneous (?:fat|tissue)|full[- ]thickness)\b/gi,
    '2',
  ],
  [
    /\b(?:limited to (?:the )?(?:breakdown of )?skin|partial[- ]thickness|superficial ulcer\w*|breakdown of (?:the )?skin)\b/gi,
    '1',
  ],
];

/**
 * A non-pressure ulcer of the lower limb by site, side and depth (Guidelines I.C.12.b); beside a diabetic ulcer the
 * L97 code is required and follows it (I.A.13, I.C.4.a; "use additional code" at E11.621).
 */
export const lowerLimbUlcer: EncounterRule = {
  id: 'lower-limb-ulcer',
  meta: { phase: 'combine', authority: 'Guidelines I.A.13, I.C.12.b' },
  apply(encounter) {
    const diabetic = encounter.drafts.find((draft) => /^E(?:08|09|1[013])\.62[12]/.test(draft.code));
    const general = encounter.drafts.find((draft) => under(draft.code, 'L97'));
    if (diabetic === undefined && general === undefined) return encounter;
    const here = sayings(encounter, ULCER);
    const placed = here.flatMap((saying) => placeOf(encounter, saying) ?? []);
    const [first] = [...placed].sort((a, b) => rank(b) - rank(a));
    if (first === undefined) return encounter;
    const side =
      first.side ?? placed.find((other) => other.site === first.site && other.side !== undefined)?.side;
    const depth = depthOf(encounter);
    const code = `${first.site}${side === 'right' ? '1' : side === 'left' ? '2' : '0'}${depth?.character ?? '9'}`;
    const supports = [...placed.map(({ support }) => support), ...(depth === null ? [] : [depth.support])];
    const confidence = diabetic?.confidence ?? general?.confidence ?? 0.5;
    let next = addCode(
      encounter,
      code,
      supports,
      confidence,
      lowerLimbUlcer,
      'site, side and depth of the ulcer',
    );
    if (!next.drafts.some((draft) => draft.code === code)) return encounter;
    for (const draft of next.drafts)
      if (under(draft.code, 'L97') && draft.code !== code && unspecified(draft))
        next = reject(next, draft, { kind: 'says-less-ulcer', by: code });
    return next;
  },
};

interface Placed {
  readonly site: string;
  readonly side: 'left' | 'right' | undefined;
  readonly support: Support;
}

/** The ulcer's site and side, read in its sentence: "plantar ulcer", "ulcer of the right foot". */
function placeOf(encounter: Encounter, { support }: Saying): Placed | null {
  const { document } = encounter;
  const sentence = document.sentences[support.selected.mention.sentence];
  if (sentence === undefined || support.section === 'past-medical-history') return null;
  const words = document.text.slice(
    Math.max(sentence.start, support.span.start - 60),
    Math.min(sentence.end, support.span.end + 60),
  );
  const site = conventionsOf(encounter.lexicon).ulcerSites.find((row) => row.words.test(words))?.code;
  if (site === undefined) return null;
  const near = attributesOf(document, support.span).side;
  const said = /\b(left|right)\b/i.exec(words)?.[1]?.toLowerCase();
  const side =
    near === 'left' || near === 'right' ? near : said === 'left' || said === 'right' ? said : undefined;
  return { site, side, support: { ...support, span: withSite(encounter, support) } };
}

/** The quotation runs to the end of the clause, so that the site stands in it. */
function withSite({ document }: Encounter, { span, selected }: Support): { start: number; end: number } {
  const sentence = document.sentences[selected.mention.sentence];
  const before = document.text.slice(sentence?.start ?? span.start, span.start);
  const after = document.text.slice(span.end, sentence?.end ?? span.end);
  const from = /(?:[\w-]+ ){0,3}$/.exec(before)?.[0].length ?? 0;
  const to = /^[^,.;:\n]{0,60}/.exec(after)?.[0].trimEnd().length ?? 0;
  return { start: span.start - from, end: span.end + to };
}

function rank({ side, site }: Placed): number {
  return (side === undefined ? 0 : 1) + (site === 'L97.9' ? 0 : 1);
}

function depthOf(encounter: Encounter): { readonly character: string; readonly support: Support } | null {
  for (const [pattern, character] of DEPTHS) {
    const [found] = sayings(encounter, pattern);
    if (found !== undefined) return { character, support: found.support };
  }
  return null;
}

/** No side or no depth: nothing that the built code does not say. */
function unspecified({ code }: Draft): boolean {
  return /^L97\.(?:\d0\d|\d\d9|9)/.test(code);
}
