import type { Nearby } from './nearby.ts';
import { onceANote } from './once-a-note.ts';
import { sentenceAt } from './read-note.ts';
import type { NoteDocument, SectionKind, Side, Token } from './types.ts';

const WORDS: ReadonlyMap<string, Side> = new Map([
  ['left', 'left'],
  ['lt', 'left'],
  ['l', 'left'],
  ['leftward', 'left'],
  ['lefthand', 'left'],
  ['right', 'right'],
  ['rt', 'right'],
  ['r', 'right'],
  ['righthand', 'right'],
  ['bilateral', 'bilateral'],
  ['bilaterally', 'bilateral'],
  ['bilat', 'bilateral'],
  ['both', 'bilateral'],
  ['os', 'left'],
  ['od', 'right'],
  ['ou', 'bilateral'],
]);

/** "left the hospital", "left in place", "right away": no side of the body. */
const NOT_A_SIDE_BEFORE = new Set(
  'the in against him his her them it ama for over with without behind home open alone a an away now after before at to on up that'.split(
    ' ',
  ),
);

/** Where a clause about another part begins. */
const PARTS = new Set(['but', 'with', 'while', 'whereas', 'then', 'who', 'which', 'without', 'no', 'denies']);

/**
 * The side of a mention: a word inside it, else before it ("left ankle sprain"), else after it ("pain in the right
 * knee"), never across a stop, semicolon or another clause; else the one side that the same words have elsewhere in
 * the note. Left and right together are both sides.
 */
export function sideOf(nearby: Nearby): Side | undefined {
  return sideHere(nearby) ?? sideElsewhere(nearby);
}

function sideHere(nearby: Nearby): Side | undefined {
  return inside(nearby) ?? before(nearby) ?? after(nearby);
}

/** Where each word stands in a note. */
const placesIn = onceANote(placesOf);

/** The side that a place of the note has by itself: many mentions share their words, so each place is read once. */
const sidesAt = onceANote(() => new Map<number, Side | null>());

const MOST_PLACES = 12;
const TELLS_NO_SIDE: ReadonlySet<SectionKind> = new Set([
  'family-history',
  'past-medical-history',
  'past-surgical-history',
  'review-of-systems',
]);

/** The side the rest of the note gives to the same words ("right carpal tunnel release"), when it is one. */
function sideElsewhere(nearby: Nearby): Side | undefined {
  const { document, tokens, sentence, first, end } = nearby;
  if (document.sentences.length < 2) return undefined;
  const known = placesIn(document);
  const sides = new Set<Side>();
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.norm.length < 3) continue;
    for (const place of (known.get(token.norm) ?? []).slice(0, MOST_PLACES)) {
      if (place >= sentence.firstToken && place < sentence.endToken) continue;
      const side = sideOfPlace(document, place);
      if (side !== null) sides.add(side);
    }
  }
  return sides.size === 1 ? [...sides][0] : undefined;
}

function sideOfPlace(document: NoteDocument, place: number): Side | null {
  const known = sidesAt(document);
  let side = known.get(place);
  if (side === undefined) {
    const { tokens } = document;
    const sentence = sentenceAt(document, tokens[place]?.start ?? 0);
    const kind = sentence === null ? undefined : document.sections[sentence.section]?.kind;
    side =
      sentence === null || (kind !== undefined && TELLS_NO_SIDE.has(kind))
        ? null
        : (sideHere({ document, tokens, sentence, first: place, end: place + 1 }) ?? null);
    known.set(place, side);
  }
  return side;
}

function placesOf({ tokens }: NoteDocument): Map<string, number[]> {
  const found = new Map<string, number[]>();
  tokens.forEach(({ norm, kind }, at) => {
    if (kind !== 'word' || norm.length < 3) return;
    const list = found.get(norm);
    if (list === undefined) found.set(norm, [at]);
    else list.push(at);
  });
  return found;
}

function inside(nearby: Nearby): Side | undefined {
  const said: (Side | undefined)[] = [];
  for (let i = nearby.first; i < nearby.end; i++) said.push(sideAt(nearby, i));
  return joined(said);
}

function before(nearby: Nearby): Side | undefined {
  const { tokens, sentence, first } = nearby;
  let found: Side | undefined;
  let reach = 5;
  for (let i = first - 1; i >= sentence.firstToken && reach > 0; i--) {
    const norm = tokens[i]?.norm ?? '';
    if (!isSeries(nearby, i) && !isOrdinal(tokens[i])) reach--;
    if ((/^[;.,)]$/.test(norm) && !isSeries(nearby, i) && !opensStatement(nearby, i)) || PARTS.has(norm))
      break;
    const side = sideAt(nearby, i);
    // "right knee pain and left hip bursitis": the nearest side counts, unless the two stand together.
    if (found && side && side !== found)
      return together(tokens.slice(i + 1, first).map((t) => t.norm)) ? 'bilateral' : found;
    if (!found && side) found = side;
    if (found && norm === 'of') break;
  }
  return found;
}

/** "4th, 5th and 6th": the comma goes on with the same thing. */
function isSeries({ tokens }: Nearby, i: number): boolean {
  return tokens[i]?.norm === ',' && isOrdinal(tokens[i - 1]) && isOrdinal(tokens[i + 1]);
}

function isOrdinal(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'number' || /^(\d{1,2}(st|nd|rd|th)|first|second|third|fourth|fifth)$/.test(token.norm))
  );
}

/** "Left knee, medial meniscus tear": at most a side and its part stand before the comma. */
function opensStatement({ tokens, sentence }: Nearby, i: number): boolean {
  if (tokens[i]?.norm !== ',') return false;
  for (let at = i - 1; at >= i - 4; at--) {
    const norm = tokens[at]?.norm ?? '';
    if (at < sentence.firstToken || norm === ':') return at < i - 1;
    if (/^[;.,]$/.test(norm)) return false;
  }
  return false;
}

function after(nearby: Nearby): Side | undefined {
  const { tokens, sentence, end } = nearby;
  for (let i = end; i < sentence.endToken && i < end + 8; i++) {
    const norm = tokens[i]?.norm ?? '';
    if (/^[;.]$/.test(norm) || PARTS.has(norm) || (norm === 'and' && i > end + 1)) return undefined;
    const side = sideAt(nearby, i);
    if (!side) {
      // "achalasia, left shoulder pain": past a comma only a side that ends the statement is this mention's.
      continue;
    }
    if (tokens.slice(end, i).some((token) => token.norm === ',') && !endsStatement(nearby, i + 1))
      return undefined;
    const next = tokens[i + 1]?.norm;
    const other =
      next === 'and' || next === '/' || next === '&' || next === 'or' ? sideAt(nearby, i + 2) : undefined;
    return other && other !== side ? 'bilateral' : side;
  }
  return undefined;
}

/** At most a noun follows before the statement ends: "fracture, left ankle". */
function endsStatement({ tokens, sentence }: Nearby, at: number): boolean {
  for (let i = at; i < Math.min(at + 3, sentence.endToken); i++)
    if (/^[.,;]$/.test(tokens[i]?.norm ?? '')) return true;
  return at + 2 >= sentence.endToken;
}

function sideAt({ document, tokens }: Nearby, i: number): Side | undefined {
  const token = tokens[i];
  if (token?.norm === 'b' && tokens[i + 1]?.norm === '/' && tokens[i + 2]?.norm === 'l') return 'bilateral';
  const side = token && WORDS.get(token.norm);
  if (!token || !side) return undefined;
  const next = tokens[i + 1];
  if (token.norm.length <= 2) {
    // Letters for a side are capitals and stand alone: "L ankle", not "r/o", "2 l", "R.".
    if (document.text.slice(token.start, token.end) !== token.norm.toUpperCase()) return undefined;
    if (token.norm.length === 1 && (/^[/.:'-]$/.test(next?.norm ?? '') || tokens[i - 1]?.kind === 'number'))
      return undefined;
  }
  if (
    (token.norm === 'left' || token.norm === 'right') &&
    next?.kind === 'word' &&
    NOT_A_SIDE_BEFORE.has(next.norm)
  )
    return undefined;
  return isHandedness(tokens, i) ? undefined : side;
}

/** "Right-handed", "left hand dominant": the hand of the writer, not of the injury. */
function isHandedness(tokens: readonly Token[], i: number): boolean {
  const at = tokens[i + 1]?.norm === '-' ? i + 2 : i + 1;
  const next = tokens[at]?.norm ?? '';
  const then = tokens[at + 1]?.norm === '-' ? tokens[at + 2]?.norm : tokens[at + 1]?.norm;
  return (
    next === 'handed' ||
    next === 'handedness' ||
    (next === 'hand' && (then === 'dominant' || then === 'dominance'))
  );
}

function together(norms: readonly string[]): boolean {
  return norms[0] === 'and' || norms[0] === '/' || norms[0] === '&';
}

function joined(sides: readonly (Side | undefined)[]): Side | undefined {
  if (sides.every((side) => side === undefined)) return undefined;
  const known = new Set(sides.filter((side) => side !== undefined));
  if (known.has('bilateral') || known.size > 1) return 'bilateral';
  return [...known][0];
}
