import { join } from 'node:path';
import { readLexicon } from '../words/lexicon.ts';

/** The lexicon that ships, read once per test file: its rows are what the tests of this room are about. */
export const lexicon = readLexicon(join(import.meta.dirname, '../../../../knowledge/lexicon'));
