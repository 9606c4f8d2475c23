/** Phrases of the lexicon as a tree of token norms: every phrase at a position is found in one walk. */
export interface PhraseTrie<T> {
  readonly next: Map<string, PhraseTrie<T>>;
  value: T | undefined;
}

export function emptyTrie<T>(): PhraseTrie<T> {
  return { next: new Map(), value: undefined };
}

/** The first value given to a phrase stays: a table's earlier row wins. */
export function addPhrase<T>(trie: PhraseTrie<T>, norms: readonly string[], value: T): void {
  let node = trie;
  for (const norm of norms) {
    let child = node.next.get(norm);
    if (!child) {
      child = emptyTrie<T>();
      node.next.set(norm, child);
    }
    node = child;
  }
  node.value ??= value;
}
