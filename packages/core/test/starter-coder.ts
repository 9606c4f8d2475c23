import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Book, openBookFolder } from '../src/book/book.ts';
import { BookBuild } from '../src/book/store.ts';
import { type Coder, createCoder } from '../src/coding/index.ts';
import { indexers } from '../src/indexers.ts';
import { readStarter } from '../src/sources/index.ts';
import { readLexicon } from '../src/words/lexicon.ts';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..', '..');
export const knowledge = join(root, 'knowledge');

export interface StarterCoder {
  readonly book: Book;
  readonly code: Coder;
  readonly close: () => void;
}

/** The starter book in a folder of its own, and a coder on it. */
export function starterCoder(): StarterCoder {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-coding-'));
  const build = new BookBuild(folder, indexers);
  for (const draft of readStarter(knowledge)) build.add(draft);
  build.commit();
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  return {
    book: opened.book,
    code: createCoder(opened.book, readLexicon(join(knowledge, 'lexicon'))),
    close: () => {
      opened.book.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
