import type { ReleaseIndexer } from './book/release-file.ts';
import { codingIndexer } from './coding/indexer.ts';
import { searchIndexer } from './search/indexer.ts';

/** What is built into a release file besides its rows; search and coding each add theirs. */
export const indexers: readonly ReleaseIndexer[] = [searchIndexer, codingIndexer];
