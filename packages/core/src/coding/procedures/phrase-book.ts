import { addPhrase, emptyTrie, type PhraseTrie } from '../../note/phrase-trie.ts';
import { wordsOf } from '../../words/fold.ts';
import { stemOf } from './sentence-words.ts';

/** Phrases of many tables under one tree; the longest at a place wins. */
export class PhraseBook<T> {
  readonly #root: PhraseTrie<T> = emptyTrie<T>();

  add(phrase: string, value: T): void {
    addPhrase(this.#root, wordsOf(phrase).map(stemOf), value);
  }

  /** Whether any phrase starts with a word; most words of a note start none. */
  starts(stem: string): boolean {
    return this.#root.next.has(stem);
  }

  /** The longest phrase that starts at `at`. */
  longestAt(stems: readonly string[], at: number): { readonly value: T; readonly end: number } | null {
    let node: PhraseTrie<T> | undefined = this.#root;
    let found: { value: T; end: number } | null = null;
    for (let i = at; i < stems.length; i++) {
      node = node.next.get(stems[i] ?? '');
      if (node === undefined) break;
      if (node.value !== undefined) found = { value: node.value, end: i + 1 };
    }
    return found;
  }

  /** The value of exactly these words. */
  exactly(stems: readonly string[]): T | undefined {
    let node: PhraseTrie<T> | undefined = this.#root;
    for (const word of stems) {
      node = node.next.get(word);
      if (node === undefined) return undefined;
    }
    return node.value;
  }
}

/** The cells of a table written as lines `a; b | c | d`, blank lines left out. */
export function tableLines(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** The phrases of a cell. */
export function phrasesOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}
