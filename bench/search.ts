import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Book, openBookFolder } from '../packages/core/src/book/book.ts';
import { DatabaseSync } from '../packages/core/src/book/sqlite.ts';
import { createSearch } from '../packages/core/src/search/search.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { seededRandom, withTypo } from './typing.ts';

/**
 * Search speed beside SQLite FTS5 on the same book: npx tsx --conditions=source bench/search.ts BOOK [queries]
 * Queries come from random titles, with a fixed seed: whole, cut off while typing, two or three words, with a typo.
 * FTS5 holds the titles and index lines of the same releases and answers with its own bm25, best 20; misspelt
 * queries go to a second table of trigrams (any of them), because words as such answer next to none of those.
 */
const [folder, asked = '2000'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: bench/search.ts BOOK [queries]');
  process.exit(2);
}
const opened = openBookFolder(folder);
if (!opened.ok) {
  console.error(opened.detail);
  process.exit(3);
}
const { book } = opened;
const random = seededRandom(7);
const releases = newest(book);
const count = Number(asked);

/** A query slower than this many milliseconds is asked once: no noise hides its size. */
const SLOW = 20;

/** Times a query is asked. */
const ROUNDS = 7;

/** Trigram queries asked; each takes FTS5 about 0.2 s. */
const TRIGRAM_QUERIES = 50;

/** The code each title was taken from: what its queries should find. */
const wantedCodes: string[] = [];
const titles = Array.from({ length: count }, () => {
  const release = releases[Math.floor(random() * releases.length)] ?? releases[0];
  if (release === undefined) return '';
  const id = Math.floor(random() * release.codes.size);
  wantedCodes.push(release.codes.code(id));
  return release.codes.title(id);
});
const kinds: Record<string, string[]> = {
  'whole title': titles,
  'cut while typing': titles.map((title) =>
    title.slice(0, 1 + Math.floor(random() * Math.min(30, title.length))),
  ),
  'a few words': titles.map((title) => {
    const words = title.split(/[\s,]+/);
    const start = Math.floor(random() * Math.max(1, words.length - 3));
    return words.slice(start, start + 2 + Math.floor(random() * 2)).join(' ');
  }),
  'one typo': titles.map((title) =>
    withTypo(
      title
        .split(/[\s,]+/)
        .slice(0, 4)
        .join(' '),
      random,
    ),
  ),
};

const lexicon = readLexicon(join(dirname(fileURLToPath(import.meta.url)), '../knowledge/lexicon'));
const memoryBefore = process.memoryUsage().rss;
const openedAt = performance.now();
const search = createSearch(book, lexicon);
search('achalasia');
console.log(
  `first query (loads the index): ${(performance.now() - openedAt).toFixed(1)} ms, resident +${megabytes(process.memoryUsage().rss - memoryBefore)} MB`,
);

const own = titles.filter((title) => search(title).hits.some((hit) => hit.title === title)).length;
console.log(`a whole title finds its code among the first 20: ${((100 * own) / titles.length).toFixed(1)}%`);

const texts = textsOf(book);
const byWords = ftsByWords(texts);
const byTrigrams = ftsByTrigrams(texts);
const all: { readonly ours: Timed; readonly theirs: Timed }[] = [];
for (const [name, queries] of Object.entries(kinds)) {
  const fts = name === 'one typo' ? byTrigrams : byWords;
  for (const text of queries.slice(0, 200)) search(text);
  const ours = timed(queries, (text) => search(text).hits);
  const theirs = timed(fts === byTrigrams ? queries.slice(0, TRIGRAM_QUERIES) : queries, fts);
  all.push({ ours, theirs });
  console.log(`${name.padEnd(16)} ours ${line(ours)}`);
  console.log(`${(fts === byWords ? '' : 'trigrams').padStart(16)} FTS5 ${line(theirs)}`);
}
const ratios = all.map(({ ours, theirs }) => mean(theirs.times) / mean(ours.times));
const pooled = all.flatMap(({ ours }) => ours.times);
console.log(
  `all kinds: ours p50 ${at(pooled, 0.5)} p95 ${at(pooled, 0.95)} ms; FTS5/ours mean by kind ${ratios.map((ratio) => `${ratio.toFixed(1)}×`).join(' ')}, least ${Math.min(...ratios).toFixed(1)}×`,
);
book.close();

function newest(from: Book) {
  return from.releases.filter(
    (release) => release.manifest.system !== null && from.of(release.manifest.source)[0] === release,
  );
}

interface Timed {
  /** Milliseconds a query, ascending. */
  readonly times: readonly number[];
  readonly answered: number;
  /** Queries whose code is among the hits. */
  readonly wanted: number;
}

/** Each query several times, the fastest counted: the machine may be busy with other work. */
function timed(
  queries: readonly string[],
  run: (text: string) => readonly { readonly code: string }[],
): Timed {
  let answered = 0;
  let wanted = 0;
  const times = queries.map((text, i) => {
    let best = Number.POSITIVE_INFINITY;
    let hits: readonly { readonly code: string }[] = [];
    for (let round = 0; round < ROUNDS && (round === 0 || best < SLOW); round++) {
      const started = performance.now();
      hits = run(text);
      best = Math.min(best, performance.now() - started);
    }
    if (hits.length > 0) answered++;
    if (hits.some(({ code }) => code === wantedCodes[i])) wanted++;
    return best;
  });
  times.sort((a, b) => a - b);
  return { times, answered: answered / queries.length, wanted: wanted / queries.length };
}

function line({ times, answered, wanted }: Timed): string {
  const percent = (share: number): string => `${Math.round(100 * share)}%`;
  return `p50 ${at(times, 0.5)} p95 ${at(times, 0.95)} max ${at(times, 1)} mean ${mean(times).toFixed(3)} ms, answered ${percent(answered)}, wanted code in 20 ${percent(wanted)}`;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

/** Code and text of every title, inclusion term and index line. */
function textsOf(from: Book): [string, string][] {
  const found: [string, string][] = [];
  for (const release of newest(from)) {
    for (let id = 0; id < release.codes.size; id++) {
      const code = release.codes.code(id);
      found.push([code, release.codes.title(id)]);
      for (const note of release.notesAt('code', code))
        if (note.kind === 'inclusionTerm') found.push([code, note.text]);
    }
    for (let id = 0; ; id++) {
      const row = release.indexLine(id);
      if (row === null) break;
      if (row.code !== undefined) found.push([row.code, release.indexPath(id).join(' ')]);
    }
  }
  return found;
}

/** The texts in an FTS5 table in memory, and how to ask it. */
function ftsOf(rows: readonly [string, string][], options: string, matching: (text: string) => string) {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(code UNINDEXED, text, ${options})`);
  const insert = db.prepare('INSERT INTO t VALUES (?, ?)');
  db.exec('BEGIN');
  for (const row of rows) insert.run(...row);
  db.exec('COMMIT');
  const select = db.prepare('SELECT code, text FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20');
  return (text: string): readonly { readonly code: string }[] => {
    const match = matching(text.toLowerCase());
    return match === '' ? [] : (select.all(match) as { code: string; text: string }[]);
  };
}

/** All words, the last matched as a prefix, as a type-ahead would. */
function ftsByWords(rows: readonly [string, string][]) {
  return ftsOf(rows, "prefix='1 2 3', tokenize='porter unicode61'", (text) => {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.map((word, i) => (i === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
  });
}

/** Any of the query's trigrams: FTS5's nearest to finding a misspelt word. */
function ftsByTrigrams(rows: readonly [string, string][]) {
  return ftsOf(rows, "tokenize='trigram'", (text) => {
    const words = text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
    const trigrams = words.flatMap((word) =>
      Array.from({ length: word.length - 2 }, (_, i) => `"${word.slice(i, i + 3)}"`),
    );
    return [...new Set(trigrams)].join(' OR ');
  });
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
