import { sectionGroup } from '../document-style.ts';
import { addCode, billable, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { type Saying, sayings } from './said.ts';

const DISPLACED =
  /\b(?:(?:dis[ck]s?|nucleus|nuclei) (?:herniations?|protrusions?|extrusions?|bulges?|displacements?|prolapse)|herniated (?:intervertebral )?(?:dis[ck]s?|nucle(?:us|i|uses) pulposus)|(?:herniated|bulging|protruding|extruded|prolapsed|slipped|displaced) (?:[CTL]\d{1,2} ?[-/] ?[CTLS]?\d{1,2} )?dis[ck]s?|dis[ck] (?:bulge|herniation)|HNPs?)\b/gi;
const DEGENERATED =
  /\b(?:DDD|degenerative dis[ck](?: disease)?|dis[ck] degeneration|degenerated dis[ck]s?|degeneration of (?:the )?(?:\w+ )?dis[ck]s?)\b/gi;
const RADICULOPATHY = /\b(?:radiculopath\w+|radiculitis|radicular|sciatica)\b/gi;
const MYELOPATHY = /\bmyelopath\w+\b/gi;
const LEVEL = /\b([CTL]) ?(\d{1,2}) ?(?:[-/–]|to) ?([CTLS]?) ?(\d{1,2})\b/gi;
const BACK_PAIN = /\b(?:discogenic|axial) (?:\w+ )?(?:low(?:er)? )?back pain\b|\bdiscogenic pain\b/gi;
const LEG_PAIN = /\b(?:leg|lower extremity) pain\b/gi;

/**
 * A disc by its level and what it does to the nerve: M50 and M51 have the kind as fourth and the level as fifth (and, of
 * the neck, sixth) character (Index: Displacement, Degeneration, intervertebral disc; Disorder, disc, with). Radiculopathy
 * and back pain from the disc are in the code (Excludes1 at M54.1, M54.3, M54.4, M54.5).
 */
export const discLevels: EncounterRule = {
  id: 'disc-levels',
  meta: { phase: 'combine', authority: 'Index: Displacement, intervertebral disc; Excludes1 at M54.1' },
  apply(encounter) {
    // Beside an assessment, an "impression" is that of the images.
    const assessed = encounter.document.sections.some(({ kind }) => kind.startsWith('assessment'));
    const stated = (pattern: RegExp): Saying[] =>
      sayings(encounter, pattern).filter(
        ({ support: { section } }) =>
          sectionGroup(section) === 'diagnosis' && !(assessed && section === 'impression'),
      );
    const displaced = stated(DISPLACED);
    const discs = displaced.length > 0 ? displaced : stated(DEGENERATED);
    if (discs.length === 0) return encounter;
    const kind =
      stated(MYELOPATHY).length > 0
        ? '0'
        : stated(RADICULOPATHY).length > 0
          ? '1'
          : displaced.length > 0
            ? '2'
            : '3';
    const found = new Map<string, Saying[]>();
    for (const disc of discs)
      for (const place of placesOf(encounter, disc)) {
        const code = codeAt(
          encounter,
          kind,
          place,
          stated(BACK_PAIN).length > 0,
          stated(LEG_PAIN).length > 0,
        );
        if (code !== null) found.set(code, [...(found.get(code) ?? []), disc]);
      }
    if (found.size === 0) return encounter;
    let next: Encounter = encounter;
    for (const draft of encounter.drafts)
      if (under(draft.code, 'M50', 'M51', 'M54.1', 'M54.3', 'M54.4', 'M54.5') && !found.has(draft.code))
        next = reject(next, draft, { kind: 'included', by: [...found.keys()].join(', ') });
    // The prolapse of a cervical disc is none of the cervix.
    for (const draft of encounter.drafts)
      if (
        under(draft.code, 'N81', 'N88') &&
        draft.supports.every((support) => discs.some((disc) => overlap(disc, support)))
      )
        next = reject(next, draft, { kind: 'other-reading', by: [...found.keys()].join(', ') });
    for (const [code, said] of found)
      next = addCode(
        next,
        code,
        said.map(({ support }) => support),
        0.7,
        discLevels,
        'level of the disc, and what it does to the nerve',
      );
    return next;
  },
};

function overlap({ support }: Saying, { span }: Saying['support']): boolean {
  return span.start < support.span.end && support.span.start < span.end;
}

/** `M50` or `M51` and the characters of the level; the whole region where the statement names no level. */
interface Place {
  readonly category: 'M50' | 'M51';
  readonly level: string;
}

function placesOf({ document }: Encounter, { support }: Saying): Place[] {
  const sentence = document.sentences[support.selected.mention.sentence];
  if (sentence === undefined) return [];
  const words = document.text.slice(sentence.start, sentence.end);
  const levels = [...words.matchAll(LEVEL)].flatMap((match) => levelOf(match) ?? []);
  if (levels.length > 0) return levels;
  const region = REGIONS.find(([said]) => said.test(words));
  return region === undefined ? [] : [region[1]];
}

const REGIONS: readonly (readonly [RegExp, Place])[] = [
  [/\bcervicothoracic\b/i, { category: 'M50', level: '3' }],
  [/\bcervical\b|\bneck\b/i, { category: 'M50', level: '0' }],
  [/\bthoracolumbar\b/i, { category: 'M51', level: '5' }],
  [/\bthoracic\b/i, { category: 'M51', level: '4' }],
  [/\blumbosacral\b/i, { category: 'M51', level: '7' }],
  [/\blumbar\b/i, { category: 'M51', level: '6' }],
];

function levelOf([, region = '', upper = '', lower = '']: RegExpMatchArray): Place | null {
  const top = Number(upper);
  switch (region.toUpperCase()) {
    case 'C':
      if (top === 7) return { category: 'M50', level: '3' };
      if (top >= 4) return { category: 'M50', level: `2${top - 3}` };
      return top >= 2 ? { category: 'M50', level: '1' } : null;
    case 'T':
      return { category: 'M51', level: top >= 12 ? '5' : '4' };
    default:
      return top >= 1 && top <= 5 && lower !== '' ? { category: 'M51', level: top === 5 ? '7' : '6' } : null;
  }
}

/** Degeneration of a lumbar disc says its pain as sixth character. */
function codeAt(
  encounter: Encounter,
  kind: string,
  { category, level }: Place,
  back: boolean,
  leg: boolean,
): string | null {
  const code = `${category}.${kind}${level}`;
  const pain = back ? (leg ? '2' : '0') : leg ? '1' : '9';
  return [code, `${code}${pain}`, `${code}0`].find((one) => billable(encounter, one) >= 0) ?? null;
}
