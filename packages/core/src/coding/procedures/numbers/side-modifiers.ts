import type { Span } from '../../../note/types.ts';
import type { Hit } from './match-rows.ts';
import type { NoteFacts } from './note-facts.ts';
import type { SideKind } from './procedure-row.ts';

const RIGHT = /\b(?:[Rr]ight|RIGHT|[Rr]t|RT|OD)\b|(?<![A-Za-z\d.,/-])R(?![A-Za-z\d'./-])/;
const LEFT = /\b(?:[Ll]eft|LEFT|[Ll]t|LT|OS)\b|(?<![A-Za-z.,/-]|\d\s?)L(?![A-Za-z\d'./-])/;
const BOTH = /\b(?:bilateral\w*|both(?! bones?\b)|b\/l|bilat)\b|\bOU\b/i;

const FINGERS = ['thumb', 'index', 'middle|long', 'ring', 'little|small|pinky'];
const ORDINALS = ['1st|first', '2nd|second', '3rd|third', '4th|fourth', '5th|fifth'];

/** Level II modifiers for the eyelid, finger or toe, and RT, LT, 50 for one of a pair; none where the note does not settle it. */
export function sideModifiers(kind: SideKind, hits: readonly Hit[], facts: NoteFacts): string[] {
  if (kind === '') return [];
  const said = sideSaid(hits, facts);
  if (kind === 'eyelid' || kind === 'finger' || kind === 'toe') {
    const digits = digitModifiers(kind, hits, facts, said);
    if (digits.length > 0) return digits;
    // A digit that is not told leaves the side unsaid too: RT and LT do not stand for one of five.
    return [];
  }
  if (said === null) return [];
  if (said === 'both') return kind === 'pair' ? [] : ['50'];
  return [said === 'right' ? 'RT' : 'LT'];
}

type SaidSide = 'right' | 'left' | 'both';

/** The side beside the mention, else the only side that the named or told report gives. */
function sideSaid(hits: readonly Hit[], facts: NoteFacts): SaidSide | null {
  const { text } = facts.document;
  const sides = new Set<SaidSide>();
  for (const { place, span } of hits) {
    const side = sideNear(text, place.sentence, span);
    if (side !== null) sides.add(side);
  }
  if (sides.size === 0)
    for (const { kind, sentence } of facts.places) {
      if (kind === 'visit' && !hits.some(({ place }) => place.sentence.section === sentence.section))
        continue;
      const side = sideOf(text.slice(sentence.start, sentence.end));
      if (side !== null) sides.add(side);
    }
  if (sides.has('both')) return 'both';
  // Right in one line and left in another are two of a pair only where lines name what was done.
  if (sides.size > 1) return hits.filter(({ named }) => named).length > 1 ? 'both' : null;
  return [...sides][0] ?? null;
}

function sideNear(text: string, sentence: Span, span: Span): SaidSide | null {
  return (
    sideOf(text.slice(Math.max(sentence.start, span.start - 30), Math.min(sentence.end, span.end + 40))) ??
    sideOf(text.slice(sentence.start, sentence.end))
  );
}

function sideOf(said: string): SaidSide | null {
  const right = RIGHT.test(said);
  const left = LEFT.test(said);
  if (BOTH.test(said)) return 'both';
  if (right && left) return null;
  return right ? 'right' : left ? 'left' : null;
}

function digitModifiers(
  kind: 'eyelid' | 'finger' | 'toe',
  hits: readonly Hit[],
  facts: NoteFacts,
  side: SaidSide | null,
): string[] {
  const { text } = facts.document;
  const said = hits
    .map(({ place }) => text.slice(place.sentence.start, place.sentence.end).toLowerCase())
    .join(' ');
  if (side === null || side === 'both') return [];
  const left = side === 'left';
  if (kind === 'eyelid') {
    const upper = /\bupper\b|\bRUL\b|\bLUL\b/i.test(said);
    const lower = /\blower\b|\bRLL\b|\bLLL\b/i.test(said);
    if (upper === lower) return [];
    return [left ? (upper ? 'E1' : 'E2') : upper ? 'E3' : 'E4'];
  }
  const digit = digitOf(kind, said);
  if (digit < 0) return [];
  const letter = kind === 'finger' ? 'F' : 'T';
  if (left) return [digit === 0 ? `${letter}A` : `${letter}${digit}`];
  return [`${letter}${digit + 5}`];
}

function digitOf(kind: 'finger' | 'toe', said: string): number {
  const names =
    kind === 'finger'
      ? FINGERS.map((name) => new RegExp(`\\b(?:${name})\\b(?:\\s*(?:finger|digit))?`))
      : ORDINALS.map(
          (name, i) =>
            new RegExp(
              i === 0 ? `\\b(?:great|big|hallux|${name})\\b` : `\\b(?:${name})\\b(?:\\s*(?:toe|digit))`,
            ),
        );
  const found = names.flatMap((name, i) => (name.test(said) ? [i] : []));
  const ordinal = ORDINALS.findIndex((name) =>
    new RegExp(`\\b(?:${name})\\s+(?:finger|digit|toe)\\b`).test(said),
  );
  if (ordinal >= 0) return ordinal;
  return found.length === 1 ? (found[0] ?? -1) : -1;
}
