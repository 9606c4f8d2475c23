import type { CompiledCue } from './cue-table.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import type { CueMeaning, CueScope, Token } from './types.ts';

interface Match {
  readonly cue: CompiledCue;
  readonly first: number;
  readonly end: number;
}

/**
 * What each cue of one sentence reaches (after Chapman's NegEx and Harkema's ConText, with our own cues). `entries`: the
 * sentence lists diagnoses, so a comma starts the next one ("no ascites, alcohol dependence").
 */
export function cueScopes(
  tokens: readonly Token[],
  first: number,
  end: number,
  table: PhraseTrie<CompiledCue>,
  entries = false,
): CueScope[] {
  const matches = findCues(tokens, first, end, table);
  const scopes: CueScope[] = [];
  matches.forEach((match, i) => {
    const { kind, reach } = match.cue;
    if (kind === 'end' || kind === 'pseudo') return;
    const direction = directionOf(reach, tokens, match, first, end);
    if (direction !== 'before') {
      const farthest = forward(tokens, matches, i, end);
      const to =
        reach === 'clause' || (entries && kind !== 'family' && kind !== 'hypothetical')
          ? endOfClause(tokens, match.end, farthest, kind)
          : farthest;
      addScope(scopes, tokens, kind, match, match.end, to);
    }
    if (direction !== 'after') {
      const from =
        reach === 'either' || direction === 'item'
          ? startOfItem(tokens, match.first, first)
          : backward(tokens, matches, i, first);
      addScope(scopes, tokens, kind, match, from, match.first);
    }
  });
  return scopes;
}

/** Longest first, left to right, never overlapping: so "no change" hides the "no" in it. */
function findCues(
  tokens: readonly Token[],
  first: number,
  end: number,
  table: PhraseTrie<CompiledCue>,
): Match[] {
  const matches: Match[] = [];
  for (let i = first; i < end; ) {
    let node: PhraseTrie<CompiledCue> | undefined = table;
    let longest: Match | undefined;
    for (let at = i; at < end && node; at++) {
      node = node.next.get(tokens[at]?.norm ?? '');
      if (node?.value) longest = { cue: node.value, first: i, end: at + 1 };
    }
    if (longest) matches.push(longest);
    i = longest ? longest.end : i + 1;
  }
  return matches;
}

function directionOf(
  reach: CompiledCue['reach'],
  tokens: readonly Token[],
  { first: cueFirst, end: cueEnd }: Match,
  first: number,
  end: number,
): 'after' | 'before' | 'both' | 'item' {
  if (reach === 'either')
    return endsItem(tokens, cueEnd, end) && startOfItem(tokens, cueFirst, first) < cueFirst
      ? 'before'
      : 'after';
  if (reach === 'before' || reach === 'both') return reach;
  // "Fever: no." — a cue with nothing after it answers the label before it.
  const next = tokens[cueEnd]?.norm ?? '.';
  const before = tokens[cueFirst - 1]?.norm ?? '';
  if (cueFirst > first && (cueEnd >= end || /^[.,;)]$/.test(next)) && /^[:?\-(]$/.test(before)) return 'item';
  return 'after';
}

function forward(tokens: readonly Token[], matches: readonly Match[], i: number, end: number): number {
  const from = matches[i]?.end ?? end;
  let limit = end;
  for (let next = i + 1; next < matches.length; next++) {
    const match = matches[next];
    if (match?.cue.kind === 'end' && match.cue.reach !== 'before') {
      limit = match.first;
      break;
    }
  }
  let open = 0;
  for (let at = from; at < limit; at++) {
    const norm = tokens[at]?.norm;
    if (norm === ';') return at;
    if (norm === '(') open++;
    // A cue inside parentheses does not reach out of them.
    if (norm === ')' && --open < 0) return at;
  }
  return limit;
}

function backward(tokens: readonly Token[], matches: readonly Match[], i: number, first: number): number {
  const to = matches[i]?.first ?? first;
  let limit = first;
  for (let previous = i - 1; previous >= 0; previous--) {
    const match = matches[previous];
    if (match?.cue.kind === 'end' && match.cue.reach !== 'after') {
      limit = match.end;
      break;
    }
  }
  for (let at = to - 1; at >= limit; at--) {
    const norm = tokens[at]?.norm ?? '';
    if (norm === ';') return at + 1;
    // "Chest pain, MI ruled out" rules out one of them; "PE, MI, and dissection ruled out" all three.
    if (norm === ',' && !JOINS.test(tokens[at + 1]?.norm ?? '')) return at + 1;
    if (norm === ',') return startOfList(tokens, at, limit);
  }
  return limit;
}

const JOINS = /^(and|or|nor)$/;

/** Back over the short entries of a list whose last comma stands at `comma`. */
function startOfList(tokens: readonly Token[], comma: number, limit: number): number {
  for (let at = comma - 1; at >= limit; at--) if (/^[;.:]$/.test(tokens[at]?.norm ?? '')) return at + 1;
  return limit;
}

/**
 * The comma, colon or parenthesis that ends a clause, unless what follows it goes on with the same list: "without
 * fever, chills, or cough" denies three; "without coma, type 1 diabetic" one.
 */
function endOfClause(tokens: readonly Token[], from: number, limit: number, kind: CueMeaning): number {
  for (let at = from; at < limit; at++) {
    const norm = tokens[at]?.norm ?? '';
    if (at > from && /^(:|\(|on)$/.test(norm)) return at;
    if (norm === ',' && !listCloses(tokens, at, limit, kind)) return at;
  }
  return limit;
}

const LONGEST_ENTRY = 4;

function listCloses(tokens: readonly Token[], comma: number, limit: number, kind: CueMeaning): boolean {
  let length = 0;
  for (let at = comma + 1; at < limit; at++) {
    const norm = tokens[at]?.norm ?? '';
    if (norm === 'or' || norm === 'nor') return true;
    if (norm === 'and' && kind !== 'negated') return true;
    if (/^[;:.(]$/.test(norm)) return false;
    length = norm === ',' ? 0 : length + 1;
    if (length > LONGEST_ENTRY) return false;
  }
  return false;
}

const AFTER_ITEM = new Set('and or but with on in at by after for since now today from to per as'.split(' '));

/** Whether nothing that a cue could describe follows it: "murmur absent.", not "absent murmur". */
function endsItem(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  return (
    !token ||
    at >= end ||
    AFTER_ITEM.has(token.norm) ||
    // "HIV neg 3/26": a date or a count goes with the answer.
    token.kind === 'number' ||
    (token.kind === 'punctuation' && !/^[("'*]$/.test(token.norm))
  );
}

/** Back to the comma, stop or mark that begins the list item which ends at `end`. */
function startOfItem(tokens: readonly Token[], end: number, first: number): number {
  let at = end;
  // "pneumonia, resolved": a cue that is an item by itself speaks of the one before.
  if (at > first && /^[:?\-(,]$/.test(tokens[at - 1]?.norm ?? '')) at--;
  while (at > first && !/^[,;.\])]$/.test(tokens[at - 1]?.norm ?? '')) at--;
  return at;
}

function addScope(
  scopes: CueScope[],
  tokens: readonly Token[],
  meaning: CueMeaning,
  match: Match,
  from: number,
  to: number,
): void {
  const start = tokens[from];
  const last = tokens[to - 1];
  const cueFirst = tokens[match.first];
  const cueLast = tokens[match.end - 1];
  if (!start || !last || !cueFirst || !cueLast || to <= from) return;
  scopes.push({
    meaning,
    start: start.start,
    end: last.end,
    cue: { start: cueFirst.start, end: cueLast.end },
  });
}
