import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { type Book, openBookFolder } from '../src/book/book.ts';
import { type Coder, createCoder } from '../src/coding/index.ts';
import { type Lexicon, readLexicon } from '../src/words/lexicon.ts';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..', '..');
export const knowledge = join(root, 'knowledge');

export interface StarterCoder {
  readonly book: Book;
  readonly code: Coder;
  readonly lexicon: Lexicon;
  readonly close: () => void;
}

/** The starter book, compiled once a run (`build-starter.ts`), and a coder on it. */
export function starterCoder(): StarterCoder {
  const opened = openBookFolder(inject('starterFolder'));
  if (!opened.ok) throw new Error(opened.detail);
  const lexicon = readLexicon(join(knowledge, 'lexicon'));
  return {
    book: opened.book,
    lexicon,
    code: createCoder(opened.book, lexicon),
    close: () => opened.book.close(),
  };
}
