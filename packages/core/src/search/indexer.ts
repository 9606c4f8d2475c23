import { bytesOf, encodeStrings } from '../book/code-table.ts';
import type { ReleaseIndexer } from '../book/release-file.ts';
import type { CodeRow, ReleaseDraft } from '../book/rows.ts';
import { type Entry, entriesOf, KINDS } from './entries.ts';
import { neighbourhood, SHORTEST_CORRECTED } from './spelling.ts';
import { rootOf } from './terms.ts';

/** Words of the classification itself weigh little however rare they are. */
const FILLER: ReadonlyMap<string, number> = new Map([
  ['unspecified', 0.3],
  ['specified', 0.5],
  ['elsewhere', 0.3],
  ['classified', 0.3],
  ['not', 0.5],
  ['other', 1.2],
  ['encounter', 1],
  ['site', 0.7],
]);

/**
 * Compiles a release's phrases into an inverted index. Entries are numbered by how much they say, shortest
 * first, so that every posting list is already in the order in which a match is worth most.
 */
export const searchIndexer: ReleaseIndexer = {
  name: 'search',
  version: 4,
  applies: (draft) => draft.codes.length > 0,
  build: (draft) => compile(draft),
};

function compile(draft: ReleaseDraft): ReadonlyMap<string, Uint8Array> {
  const entries = entriesOf(draft);
  const frequency = new Map<string, number>();
  for (const { essential, optional } of entries) {
    for (const term of essential) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    for (const term of optional) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const terms = [...frequency.keys()].sort();
  const termIds = new Map(terms.map((term, id) => [term, id] as const));
  const weights = Float32Array.from(
    terms,
    (term) => FILLER.get(term) ?? Math.log(1 + entries.length / (frequency.get(term) ?? 1)),
  );
  const weightOf = (term: string): number => weights[termIds.get(term) ?? -1] ?? 0;
  const massOf = (entry: Entry): number => entry.essential.reduce((sum, term) => sum + weightOf(term), 0);
  const ordered = entries
    .map((entry) => ({ entry, mass: massOf(entry) }))
    .sort(
      (a, b) =>
        a.mass - b.mass ||
        KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
        a.entry.code - b.entry.code,
    );

  return new Map([
    ...packed('term', terms),
    ['weights', bytesOf(weights)],
    ...postings(
      ordered.map(({ entry }) => entry),
      termIds,
      terms,
      frequency,
    ),
    ['masses', bytesOf(Float32Array.from(ordered, ({ mass }) => mass))],
    ['codes', bytesOf(Int32Array.from(ordered, ({ entry }) => entry.code))],
    ['kinds', Uint8Array.from(ordered, ({ entry }) => KINDS.indexOf(entry.kind))],
    ...displays(ordered.map(({ entry }) => entry.display)),
    ...byCode(
      ordered.map(({ entry }) => entry.code),
      draft.codes.length,
    ),
    ['aside', Uint8Array.from(draft.codes, (row) => (reportsMeasure(draft, row) ? 1 : 0))],
    ...spellings(terms),
    ...forms(terms, frequency),
    ...packed(
      'key',
      draft.pcsKeys
        .filter(({ axis }) => axis !== 'device aggregation')
        .map(({ term, preferred }) => `${term}\t${preferred}`),
    ),
  ]);
}

/**
 * Level II codes of the `G` and `M` families that no payer prices (pricing indicator 00) tell a quality programme what
 * was or was not done: a coder who looks for a service does not mean them.
 */
function reportsMeasure({ source }: ReleaseDraft, { code, attributes }: CodeRow): boolean {
  return source === 'hcpcs' && /^[GM]/.test(code) && (attributes?.pricing ?? '').startsWith('00');
}

type Blob = [string, Uint8Array];

function packed(name: string, strings: readonly string[]): Blob[] {
  const { offsets, bytes } = encodeStrings(strings);
  return [
    [`${name}-offsets`, offsets],
    [`${name}-bytes`, bytes],
  ];
}

/** Term → entries, and entry → terms (the essential ones first, in their order). */
function postings(
  entries: readonly Entry[],
  termIds: ReadonlyMap<string, number>,
  terms: readonly string[],
  frequency: ReadonlyMap<string, number>,
): Blob[] {
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach((term, id) => {
    starts[id + 1] = (starts[id] ?? 0) + (frequency.get(term) ?? 0);
  });
  const total = starts[terms.length] ?? 0;
  const next = starts.slice();
  const lists = new Uint32Array(total);
  const tokenStarts = new Uint32Array(entries.length + 1);
  const tokens = new Uint32Array(total);
  const essentials = new Uint8Array(entries.length);
  let at = 0;
  entries.forEach(({ essential, optional }, entry) => {
    essentials[entry] = Math.min(255, essential.length);
    for (const term of [...essential, ...optional]) {
      const id = termIds.get(term) ?? 0;
      tokens[at++] = id;
      const place = next[id] ?? 0;
      lists[place] = entry;
      next[id] = place + 1;
    }
    tokenStarts[entry + 1] = at;
  });
  return [
    ['posting-starts', bytesOf(starts)],
    ['postings', bytesOf(lists)],
    ['token-starts', bytesOf(tokenStarts)],
    ['tokens', bytesOf(tokens)],
    ['essentials', essentials],
  ];
}

/** What is shown, each text once; -1 for the code's own title. */
function displays(texts: readonly string[]): Blob[] {
  const ids = new Map<string, number>();
  const shown = Int32Array.from(texts, (text) => {
    if (text === '') return -1;
    const known = ids.get(text) ?? ids.size;
    ids.set(text, known);
    return known;
  });
  return [['shown', bytesOf(shown)], ...packed('display', [...ids.keys()])];
}

/** Code → its entries. */
function byCode(codes: readonly number[], size: number): Blob[] {
  const starts = new Uint32Array(size + 1);
  for (const code of codes) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let i = 1; i <= size; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const list = new Uint32Array(codes.length);
  codes.forEach((code, entry) => {
    const place = next[code] ?? 0;
    list[place] = entry;
    next[code] = place + 1;
  });
  return [
    ['code-starts', bytesOf(starts)],
    ['code-entries', bytesOf(list)],
  ];
}

function spellings(terms: readonly string[]): Blob[] {
  const pairs: { hash: number; term: number }[] = [];
  terms.forEach((term, id) => {
    if (term.length < SHORTEST_CORRECTED || !/^[a-z]+$/.test(term)) return;
    for (const hash of neighbourhood(term)) pairs.push({ hash, term: id });
  });
  pairs.sort((a, b) => a.hash - b.hash || a.term - b.term);
  return [
    ['spelling-hashes', bytesOf(Uint32Array.from(pairs, ({ hash }) => hash))],
    ['spelling-terms', bytesOf(Uint32Array.from(pairs, ({ term }) => term))],
  ];
}

/** Term → the other words of the same root, the three most frequent. */
function forms(terms: readonly string[], frequency: ReadonlyMap<string, number>): Blob[] {
  const byRoot = new Map<string, number[]>();
  const roots = terms.map(rootOf);
  roots.forEach((root, id) => {
    if (root === null) return;
    const list = byRoot.get(root);
    if (list === undefined) byRoot.set(root, [id]);
    else list.push(id);
  });
  const often = (id: number): number => frequency.get(terms[id] ?? '') ?? 0;
  const starts = new Uint32Array(terms.length + 1);
  const list: number[] = [];
  roots.forEach((root, id) => {
    const others = root === null ? [] : (byRoot.get(root) ?? []).filter((other) => other !== id);
    others.sort((a, b) => often(b) - often(a) || a - b);
    list.push(...others.slice(0, 3));
    starts[id + 1] = list.length;
  });
  return [
    ['form-starts', bytesOf(starts)],
    ['forms', bytesOf(Uint32Array.from(list))],
  ];
}
