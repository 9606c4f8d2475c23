import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import { createSearch } from '../packages/core/src/search/search.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { seededRandom, withTypo } from './typing.ts';

/**
 * Name → code quality: npx tsx --conditions=source bench/name2code.ts BOOK NAMES.tsv [misses]
 * NAMES.tsv: id, text, code, status. A hit counts when it is the gold code or stands below a gold header.
 */
const [folder, names, show] = process.argv.slice(2);
if (folder === undefined || names === undefined || !existsSync(names)) {
  console.error('usage: bench/name2code.ts BOOK NAMES.tsv [misses]');
  process.exit(2);
}
const opened = openBookFolder(folder);
if (!opened.ok) {
  console.error(opened.detail);
  process.exit(3);
}
const { book } = opened;
const lexicon = readLexicon(join(dirname(fileURLToPath(import.meta.url)), '../knowledge/lexicon'));
const search = createSearch(book, lexicon);
const chosen = book.asOf('icd10cm');
if (!chosen.found) process.exit(3);
const { codes } = chosen.release;
const rows = readFileSync(names, 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter(([id]) => id);

const measure = (variant: (text: string) => string, label: string, misses: boolean): void => {
  const at = { 1: 0, 5: 0, 10: 0 };
  let reciprocal = 0;
  for (const [id = '', text = '', gold = ''] of rows) {
    const goldId = codes.find(gold);
    const query = variant(text);
    const { hits } = search(query, { limit: 10, systems: ['icd10cm'] });
    const rank = hits.findIndex(({ code }) => goldId >= 0 && codes.within(codes.find(code), goldId));
    if (rank === 0) at[1]++;
    if (rank >= 0 && rank < 5) at[5]++;
    if (rank >= 0) at[10]++;
    if (rank >= 0) reciprocal += 1 / (rank + 1);
    if (misses && rank !== 0)
      console.log(
        `${id}\t${query}\t${gold}\t${rank}\t${hits
          .slice(0, 3)
          .map(({ code, title, why }) => `${code} ${title} {${why}}`)
          .join(' | ')}`,
      );
  }
  const share = (count: number): string => (count / rows.length).toFixed(3);
  console.log(
    `${label}: recall@1 ${share(at[1])}  @5 ${share(at[5])}  @10 ${share(at[10])}  MRR ${share(reciprocal)}  (${rows.length} names)`,
  );
};

measure((text) => text, 'as written', show === 'misses');
const random = seededRandom(20);
measure((text) => withTypo(text, random), 'one typo  ', false);
book.close();
