import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type Book, openBookFolder } from '../packages/core/src/book/book.ts';
import { createSearch } from '../packages/core/src/search/search.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { seededRandom, withTypo } from './typing.ts';

/**
 * Search speed beside SQLite FTS5 on the same book: npx tsx --conditions=source bench/search.ts BOOK [queries]
 * Queries come from random titles, with a fixed seed: whole, cut off while typing, two or three words, with a typo.
 * FTS5 holds the titles and index lines of the same releases and answers with its own bm25, best 20.
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

const titles = Array.from({ length: count }, () => {
  const release = releases[Math.floor(random() * releases.length)] ?? releases[0];
  return release === undefined ? '' : release.codes.title(Math.floor(random() * release.codes.size));
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

const fts = ftsOf(book);
for (const [name, queries] of Object.entries(kinds)) {
  for (const text of queries.slice(0, 200)) search(text);
  const ours = timed(queries, (text) => search(text).hits.length);
  const theirs = timed(queries, fts);
  console.log(
    `${name.padEnd(17)} ours p50 ${ours.p50} p95 ${ours.p95} max ${ours.max} ms, answered ${ours.answered}   FTS5 p50 ${theirs.p50} p95 ${theirs.p95} max ${theirs.max} ms, answered ${theirs.answered}   FTS5/ours mean ${(theirs.mean / ours.mean).toFixed(1)}×`,
  );
}
book.close();

function newest(from: Book) {
  return from.releases.filter(
    (release) => release.manifest.system !== null && from.of(release.manifest.source)[0] === release,
  );
}

/** Each query three times, the fastest counted: the machine may be busy with other work. */
function timed(queries: readonly string[], run: (text: string) => number) {
  let answered = 0;
  const times = queries.map((text) => {
    let best = Number.POSITIVE_INFINITY;
    let found = 0;
    for (let round = 0; round < 3; round++) {
      const started = performance.now();
      found = run(text);
      best = Math.min(best, performance.now() - started);
    }
    if (found > 0) answered++;
    return best;
  });
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(3);
  return {
    p50: at(0.5),
    p95: at(0.95),
    max: at(1),
    mean,
    answered: `${Math.round((100 * answered) / queries.length)}%`,
  };
}

/** The same texts in an FTS5 table in memory; the last word is matched as a prefix, as a type-ahead would. */
function ftsOf(from: Book): (text: string) => number {
  const db = new Database(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE t USING fts5(code UNINDEXED, text, prefix='1 2 3', tokenize='porter unicode61')",
  );
  const insert = db.prepare('INSERT INTO t VALUES (?, ?)');
  db.transaction(() => {
    for (const release of newest(from)) {
      for (let id = 0; id < release.codes.size; id++) {
        const code = release.codes.code(id);
        insert.run(code, release.codes.title(id));
        for (const note of release.notesAt('code', code))
          if (note.kind === 'inclusionTerm') insert.run(code, note.text);
      }
      for (let id = 0; ; id++) {
        const line = release.indexLine(id);
        if (line === null) break;
        if (line.code !== undefined) insert.run(line.code, release.indexPath(id).join(' '));
      }
    }
  })();
  const select = db.prepare('SELECT code, text FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20');
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return 0;
    const query = words.map((word, i) => (i === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
    return select.all(query).length;
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
