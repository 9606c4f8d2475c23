import type { Book } from '../book/book.ts';
import { dotless } from '../book/code-key.ts';
import { oneOff, padded } from '../book/code-repair.ts';
import type { Release } from '../book/release.ts';
import { type CodeSystem, type IsoDate, SOURCES } from '../book/rows.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { searchIndexer } from './indexer.ts';
import { Phrases, phrasesOf } from './phrases.ts';
import { type Plan, planFor } from './plan.ts';
import { type Alternative, type Query, readQuery } from './query.ts';
import { Ranker, type WordHit } from './rank.ts';
import { ReleaseIndex } from './release-index.ts';
import { readingsOf } from './score.ts';

export interface SearchOptions {
  /** Most hits returned; 20 when not given. */
  readonly limit?: number;
  /** Only these code systems. */
  readonly systems?: readonly CodeSystem[];
  /** The releases in force on this day; the newest when not given. */
  readonly asOf?: IsoDate;
  /** Only codes that may stand on a claim. */
  readonly billable?: boolean;
}

export interface SearchHit {
  readonly system: CodeSystem;
  /** As printed. */
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
  /** The phrase that led here and how the query's words were read: `index: Achalasia (cardia) › congenital`. */
  readonly why: string;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
}

export type Search = (query: string, options?: SearchOptions) => SearchResult;

/** Longer queries are cut: nobody looks a code up with a page of text. */
const LONGEST_QUERY = 400;

interface Room {
  readonly release: Release;
  /** The release on the date, whose codes may be named; another only where that one has no Index of its own. */
  readonly listed: Release;
  readonly system: CodeSystem;
  readonly index: ReleaseIndex;
  readonly ranker: Ranker;
  /** Names of body parts and devices in the release's own key. */
  readonly keys: Phrases;
}

/**
 * Search over the codes of a book. Indexes are loaded on the first query of a release.
 * @example
 * const search = createSearch(book, lexicon);
 * search('achalasia').hits[0]; // { system: 'icd10cm', code: 'K22.0', …, why: 'index: Achalasia (cardia) …' }
 */
export function createSearch(book: Book, lexicon: Pick<Lexicon, 'abbreviations' | 'synonyms'>): Search {
  const rooms = new Map<Release, Room | null>();
  let phrases: Phrases | null = null;

  const roomOf = (release: Release): Room | null => {
    const known = rooms.get(release);
    if (known !== undefined) return known;
    const blobs = release.indexed(searchIndexer);
    const { system } = release.manifest;
    let room: Room | null = null;
    if (blobs.size > 0 && system !== null) {
      const index = new ReleaseIndex(blobs);
      const ranker = new Ranker(index, release.codes);
      room = { release, listed: release, system, index, ranker, keys: keysOf(index) };
    }
    rooms.set(release, room);
    return room;
  };

  return (text, { limit = 20, systems, asOf, billable = false } = {}) => {
    const open: Room[] = [];
    const guests: Room[] = [];
    for (const source of SOURCES) {
      const choice = book.asOf(source, asOf);
      if (!choice.found) continue;
      const { system } = choice.release.manifest;
      if (system === null || (systems !== undefined && !systems.includes(system))) continue;
      const room = roomOf(choice.release);
      if (room === null) continue;
      open.push(room);
      const lender = choice.release.words.index;
      const lent = lender === choice.release ? null : roomOf(lender);
      if (lent !== null) guests.push({ ...lent, listed: choice.release });
    }
    const query = text.slice(0, LONGEST_QUERY).trimStart();
    const wanted = (hit: SearchHit): boolean => !billable || hit.billable;
    // Headers that are left out must not use up the places of the codes below them.
    const most = (billable ? limit * 3 : limit) * (guests.length > 0 ? 2 : 1);
    const hits = codeHits(open, query, most).filter(wanted).slice(0, limit);
    if (hits.length >= limit || query.trim() === '') return { hits };
    phrases ??= phrasesOf(lexicon);
    const have = new Set(hits.map(({ system, code }) => `${system} ${code}`));
    for (const hit of wordHits([...open, ...guests], query, phrases, most)) {
      if (hits.length >= limit) break;
      const key = `${hit.system} ${hit.code}`;
      if (!wanted(hit) || have.has(key)) continue;
      have.add(key);
      hits.push(hit);
    }
    return { hits };
  };
}

/** Codes that are the query, or begin with it. */
function codeHits(rooms: readonly Room[], query: string, limit: number): SearchHit[] {
  const typed = query.trim();
  const plain = dotless(typed);
  // One character more than any code has: an X too many is put right below.
  if (!/^[0-9A-Z]{1,8}$/.test(plain) || !/\d/.test(plain) || /\s/.test(typed)) return [];
  const exact: SearchHit[] = [];
  const longer: SearchHit[] = [];
  for (const { release, system } of plain.length > 7 ? [] : rooms) {
    const { codes } = release;
    for (const id of codes.withPrefix(plain, limit)) {
      const same = dotless(codes.code(id)) === plain;
      const hit = { system, code: codes.code(id), title: codes.title(id), billable: codes.billable(id) };
      (same ? exact : longer).push({ ...hit, why: same ? 'code' : 'code prefix' });
    }
  }
  const found = [...exact, ...longer].slice(0, limit);
  return found.length > 0 ? found : repairedHits(rooms, plain, limit);
}

/** A code of five characters or more that no release has, put right: padding first, then one slip of the pen. */
function repairedHits(rooms: readonly Room[], plain: string, limit: number): SearchHit[] {
  if (plain.length < 5) return [];
  for (const [texts, why] of [
    [padded(plain), 'code: 7th character after placeholder X'],
    [oneOff(plain), 'code: one character differs'],
  ] as const) {
    const hits = rooms.flatMap(({ release: { codes }, system }) =>
      texts.flatMap((text): SearchHit[] => {
        const id = codes.find(text);
        if (id < 0) return [];
        return [{ system, code: codes.code(id), title: codes.title(id), billable: codes.billable(id), why }];
      }),
    );
    if (hits.length > 0) return hits.slice(0, limit);
  }
  return [];
}

function wordHits(rooms: readonly Room[], text: string, phrases: Phrases, limit: number): SearchHit[] {
  const query = readQuery(
    text,
    phrases,
    rooms.map(({ index }) => index),
  );
  if (query.terms.length === 0) return [];
  const plans = rooms.map((room, order) => ({
    room,
    order,
    plan: planFor(withKeys(query, room.keys), room.index),
  }));
  const weights = query.terms.map((_, i) => Math.max(0, ...plans.map(({ plan }) => plan.weights[i] ?? 0)));
  let found: { room: Room; order: number; plan: Plan; hit: WordHit }[] = [];
  // The release most at home in the query's words goes first: what it finds says what the others need not look for.
  for (const { room, order, plan } of plans.sort((a, b) => b.plan.promise - a.plan.promise)) {
    const floor = found[limit - 1]?.hit.score ?? 0;
    for (const hit of room.ranker.rank(plan, weights, limit, floor)) found.push({ room, order, plan, hit });
    found.sort((a, b) => b.hit.score - a.hit.score || a.order - b.order || a.hit.code - b.hit.code);
    found = found.slice(0, limit);
  }
  return found.flatMap(({ room, plan, hit }): SearchHit[] => {
    const { codes } = room.listed;
    const id = room.listed === room.release ? hit.code : codes.find(room.release.codes.code(hit.code));
    if (id < 0) return [];
    const shown = room.index.display(hit.entry);
    const kind = room.index.kind(hit.entry);
    return [
      {
        system: room.system,
        code: codes.code(id),
        title: codes.title(id),
        billable: codes.billable(id),
        why: [shown === null ? kind : `${kind}: ${shown}`, ...readingsOf(plan, hit.mask)].join('; '),
      },
    ];
  });
}

/** A query with what a release's own key says of its words. */
function withKeys(query: Query, keys: Phrases): Query {
  if (keys.size === 0) return query;
  const more: Alternative[] = [];
  for (let from = 0; from < query.terms.length; from++) {
    const longest = Math.min(4, keys.longest(query.terms[from] ?? ''));
    for (let to = Math.min(query.terms.length, from + longest); to > from; to--) {
      for (const { words, quality, why } of keys.get(query.terms.slice(from, to)))
        more.push({ from, to, words, prefix: false, quality, why });
    }
  }
  return more.length === 0 ? query : { ...query, alternatives: [...query.alternatives, ...more] };
}

function keysOf(index: ReleaseIndex): Phrases {
  const keys = new Phrases();
  for (let i = 0; i < index.keys.length; i++) {
    const [term = '', preferred = ''] = index.keys.at(i).split('\t');
    keys.add(term, preferred, 0.9, `key: ${term} → ${preferred}`, 3);
  }
  return keys;
}
