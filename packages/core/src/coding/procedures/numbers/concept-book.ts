import { wordsOf } from '../../../words/fold.ts';
import { PhraseBook } from '../phrase-book.ts';
import { stemOf } from '../sentence-words.ts';

/** A thing or act a note speaks of, however it is written: `EKG` and `electrocardiogram` are one concept. */
export interface Concept {
  readonly id: string;
  /** First word and past-last word. */
  readonly first: number;
  readonly end: number;
}

const GLUE = new Set('of the a an with for in on by to and or via from using was were is are'.split(' '));

/**
 * Ways of writing, from `knowledge/lexicon/procedures/words.tsv`: `concept<tab>way; way`. A way may stand for several
 * concepts (`adenotonsillectomy`). A word that no line names is its own concept, by its stem.
 */
export class ConceptBook {
  readonly #ways = new PhraseBook<readonly string[]>();

  constructor(lines: readonly (readonly string[])[]) {
    for (const [concepts = '', ways = ''] of lines) {
      const ids = concepts.split(/\s+/).filter(Boolean);
      for (const way of [...(ids.length === 1 ? ids : []), ...ways.split(';')])
        if (way.trim() !== '') this.#ways.add(way, ids);
    }
  }

  /** The concepts of a row of stems in order; the longest way of writing at each place wins. */
  read(stems: readonly string[]): Concept[] {
    const found: Concept[] = [];
    for (let at = 0; at < stems.length; at++) {
      const stem = stems[at] ?? '';
      if (stem === '') continue;
      const way = this.#ways.starts(stem) ? this.#ways.longestAt(stems, at) : null;
      if (way === null) {
        if (!GLUE.has(stem)) found.push({ id: stem, first: at, end: at + 1 });
        continue;
      }
      for (const id of way.value) found.push({ id, first: at, end: way.end });
      at = way.end - 1;
    }
    return found;
  }

  /** The concepts of a phrase of our tables, each once; `a/b` is either, so one phrase may be several. */
  phrase(written: string): (readonly string[])[] {
    let made: string[][] = [[]];
    for (const slot of written.trim().split(/\s+/)) {
      const choices = slot.split('/').filter(Boolean);
      made = made.flatMap((words) => choices.map((choice) => [...words, choice]));
    }
    return made.flatMap((words) => {
      const ids = new Set(this.read(wordsOf(words.join(' ')).map(stemOf)).map(({ id }) => id));
      return ids.size === 0 ? [] : [[...ids]];
    });
  }
}
