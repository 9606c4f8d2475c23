import type { Nearby } from './nearby.ts';
import type { Side } from './types.ts';

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
 * knee"), never across a stop, semicolon or another clause. Left and right together are both sides.
 */
export function sideOf(nearby: Nearby): Side | undefined {
  return inside(nearby) ?? before(nearby) ?? after(nearby);
}

function inside(nearby: Nearby): Side | undefined {
  return joined(range(nearby.first, nearby.end).map((i) => sideAt(nearby, i)));
}

function before(nearby: Nearby): Side | undefined {
  const { tokens, sentence, first } = nearby;
  let found: Side | undefined;
  for (let i = first - 1; i >= sentence.firstToken && i >= first - 5; i--) {
    const norm = tokens[i]?.norm ?? '';
    if (/^[;.,)]$/.test(norm) || PARTS.has(norm)) break;
    const side = sideAt(nearby, i);
    // "right knee pain and left hip bursitis": the nearest side counts, unless the two stand together.
    if (found && side && side !== found)
      return together(tokens.slice(i + 1, first).map((t) => t.norm)) ? 'bilateral' : found;
    if (!found && side) found = side;
    if (found && norm === 'of') break;
  }
  return found;
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
    const other = next === 'and' || next === '/' || next === 'or' ? sideAt(nearby, i + 2) : undefined;
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
  return side;
}

function together(norms: readonly string[]): boolean {
  return norms[0] === 'and' || norms[0] === '/' || norms[0] === '&';
}

function joined(sides: readonly (Side | undefined)[]): Side | undefined {
  const known = new Set(sides.filter((side) => side !== undefined));
  if (known.has('bilateral') || known.size > 1) return 'bilateral';
  return [...known][0];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
