import { openBookFolder } from '../packages/core/src/book/book.ts';
import { createSearch } from '../packages/core/src/search/search.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { seededRandom, withTypo } from './typing.ts';

const opened = openBookFolder('/tmp/book-f');
if (!opened.ok) throw 1;
const search = createSearch(opened.book, readLexicon('/work/main/knowledge/lexicon'));
const c = opened.book.releases.filter(r=>r.manifest.system)[0]!.codes;
const random = seededRandom(7);
const titles = Array.from({ length: 1500 }, () => c.title(Math.floor(random() * c.size)));
for (let r = 0; r < 2; r++)
  for (const t of titles) {
    search(t);
    search(t.slice(0, 1 + Math.floor(random() * Math.min(30, t.length))));
    search(t.split(' ').slice(0, 3).join(' '));
  }
