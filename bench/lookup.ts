import { openBookFolder } from '../packages/core/src/book/book.ts';
import { seededRandom } from './typing.ts';

/**
 * Point look-ups a second, and what opening costs: npx tsx --conditions=source bench/lookup.ts BOOK
 * A look-up is `find` of a code typed with or without its dot, then its title.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: bench/lookup.ts BOOK');
  process.exit(2);
}
const before = process.memoryUsage().rss;
const started = performance.now();
const opened = openBookFolder(folder);
if (!opened.ok) {
  console.error(opened.detail);
  process.exit(3);
}
const { book } = opened;
const tables = book.releases
  .filter((release) => release.manifest.system !== null && book.of(release.manifest.source)[0] === release)
  .map((release) => release.codes);
const openMs = performance.now() - started;
console.log(
  `open with the code tables loaded: ${openMs.toFixed(1)} ms, resident +${Math.round((process.memoryUsage().rss - before) / 1048576)} MB`,
);

const random = seededRandom(3);
const table = tables[0];
if (table === undefined) process.exit(3);
const asked = Array.from({ length: 100_000 }, (_, i) => {
  const code = table.code(Math.floor(random() * table.size));
  return i % 2 === 0 ? code : code.replace('.', '').toLowerCase();
});
let letters = 0;
let best = 0;
for (let round = 0; round < 5; round++) {
  const begun = performance.now();
  for (const code of asked) letters += table.title(table.find(code)).length;
  best = Math.max(best, asked.length / ((performance.now() - begun) / 1000));
}
console.log(
  `point look-ups: ${Math.round(best).toLocaleString('en')}/s (best of 5 rounds, ${letters} letters read)`,
);
book.close();
