import type { NoteDocument } from '../../../note/types.ts';

/** What of the spine an operation works on: the value of the fourth character differs for each. */
export type SpinePart = 'fusion' | 'disc' | 'cord' | 'vertebra';

const REGIONS = ['C', 'T', 'L', 'S'] as const;
type Region = (typeof REGIONS)[number];

/** A level as the count of vertebrae from the first cervical: C1 is 1, T1 8, L1 20, S1 25. */
const FIRST: Readonly<Record<Region, number>> = { C: 1, T: 8, L: 20, S: 25 };
const LAST: Readonly<Record<Region, number>> = { C: 7, T: 19, L: 24, S: 25 };

const LEVELS = /\b([CTLS])\s?-?(\d{1,2})\s*(?:-|–|\/|to|through|and)\s*([CTLS])?\s?-?(\d{1,2})\b/gi;
const ONE_LEVEL = /\b([CTL])\s?-?(\d{1,2})\b/g;
const REGION_WORDS: readonly (readonly [RegExp, Region])[] = [
  [/\bcervical\b/i, 'C'],
  [/\bthoracic\b/i, 'T'],
  [/\blumb/i, 'L'],
];

/** The joints between two vertebrae a text names, as the number of the upper one: C5-C7 is C5-C6 and C6-C7. */
export function jointsIn(text: string): Set<number> {
  const joints = new Set<number>();
  for (const [, from = '', first = '', to = '', second = ''] of text.matchAll(LEVELS)) {
    const upper = numberOf(from, first);
    const lower = numberOf(to === '' ? regionBelow(from, first, second) : to, second);
    // A longer run is a count of levels somebody looked at, not of those operated on.
    if (upper === null || lower === null || lower <= upper || lower - upper > 12) continue;
    for (let joint = upper; joint < lower; joint++) joints.add(joint);
  }
  return joints;
}

function vertebraeIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const [, region = '', level = ''] of text.matchAll(ONE_LEVEL)) {
    const vertebra = numberOf(region, level);
    if (vertebra !== null) found.add(vertebra);
  }
  return found;
}

/** "L5-1" and "C7-1" cross into the next region. */
function regionBelow(region: string, first: string, second: string): string {
  const at = REGIONS.indexOf(region.toUpperCase() as Region);
  return Number(second) > Number(first) ? region : (REGIONS[at + 1] ?? region);
}

function numberOf(region: string, level: string): number | null {
  const letter = region.toUpperCase() as Region;
  const first = FIRST[letter];
  const vertebra = first + Number(level) - 1;
  return Number(level) > 0 && vertebra <= LAST[letter] ? vertebra : null;
}

/** `body system + body part` of each part the levels come to (tables 0RG/0SG, 0RB/0SB, 00N, 0PU/0QU, FY2026). */
export function spineParts(document: NoteDocument, sentence: string, part: SpinePart): string[] {
  const report = document.text;
  const here = jointsIn(sentence);
  const joints = here.size > 0 ? here : jointsIn(report);
  if (part === 'vertebra') {
    const named = vertebraeIn(sentence);
    return [...new Set([...(named.size > 0 ? named : vertebraeIn(report))].map(vertebraOf))].sort();
  }
  const regions = joints.size > 0 ? null : (regionNamed(sentence) ?? regionNamed(report));
  if (part === 'cord')
    return [...new Set(regions === null ? [...joints].map(cordOf) : [CORD[regions] ?? ''])]
      .filter(Boolean)
      .sort();
  if (part === 'disc') return [...new Set([...joints].map(discOf))].sort();
  const counts = new Map<JointKind, number>();
  for (const joint of joints) counts.set(jointOf(joint), (counts.get(jointOf(joint)) ?? 0) + 1);
  return [...counts].map(([kind, count]) => fusionOf(kind, count)).sort();
}

function regionNamed(text: string): Region | null {
  return REGION_WORDS.find(([words]) => words.test(text))?.[1] ?? null;
}

const CORD: Readonly<Record<string, string>> = { C: '0W', T: '0X', L: '0Y', S: '0Y' };
/** The cord's parts by the joint's upper vertebra; the cauda equina is keyed to the lumbar cord. */
function cordOf(joint: number): string {
  return joint < FIRST.T ? '0W' : joint < FIRST.L - 1 ? '0X' : '0Y';
}

function vertebraOf(vertebra: number): string {
  return vertebra < FIRST.T ? 'P3' : vertebra < FIRST.L ? 'P4' : vertebra < FIRST.S ? 'Q0' : 'Q1';
}

type JointKind = 'cervical' | 'cervicothoracic' | 'thoracic' | 'thoracolumbar' | 'lumbar' | 'lumbosacral';

function jointOf(joint: number): JointKind {
  if (joint < LAST.C) return 'cervical';
  if (joint === LAST.C) return 'cervicothoracic';
  if (joint < LAST.T) return 'thoracic';
  if (joint === LAST.T) return 'thoracolumbar';
  return joint < LAST.L ? 'lumbar' : 'lumbosacral';
}

const DISCS: Readonly<Record<JointKind, string>> = {
  cervical: 'R3',
  cervicothoracic: 'R5',
  thoracic: 'R9',
  thoracolumbar: 'RB',
  lumbar: 'S2',
  lumbosacral: 'S4',
};

function discOf(joint: number): string {
  return DISCS[jointOf(joint)];
}

/** Two or more joints of a region have a value of their own (guideline B3.10a); eight thoracic ones another. */
function fusionOf(kind: JointKind, count: number): string {
  switch (kind) {
    case 'cervical':
      return count > 1 ? 'R2' : 'R1';
    case 'cervicothoracic':
      return 'R4';
    case 'thoracic':
      return count > 7 ? 'R8' : count > 1 ? 'R7' : 'R6';
    case 'thoracolumbar':
      return 'RA';
    case 'lumbar':
      return count > 1 ? 'S1' : 'S0';
    case 'lumbosacral':
      return 'S3';
  }
}
