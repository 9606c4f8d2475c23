import { addPhrase, emptyTrie, type PhraseTrie } from '../../note/phrase-trie.ts';
import { wordsOf } from '../../words/fold.ts';
import { stemOf } from './sentence-words.ts';

const NONE: ReadonlySet<string> = new Set();

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

  /**
   * The longest phrase that starts at `at`.
   * @param between words that may stand inside a phrase without being part of it ("radical retropubic prostatectomy")
   */
  longestAt(
    stems: readonly string[],
    at: number,
    between: ReadonlySet<string> = NONE,
  ): { readonly value: T; readonly end: number } | null {
    let node: PhraseTrie<T> = this.#root;
    let found: { value: T; end: number } | null = null;
    for (let i = at; i < stems.length; i++) {
      const next: PhraseTrie<T> | undefined = node.next.get(stems[i] ?? '');
      if (next === undefined) {
        if (i > at && between.has(stems[i] ?? '')) continue;
        break;
      }
      node = next;
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

/** The phrases of a cell. */
export function phrasesOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}
