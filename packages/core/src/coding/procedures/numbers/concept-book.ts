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

interface Way {
  readonly ids: readonly string[];
  /** What the words within a way say on their own: `Keller bunionectomy` is a bunionectomy and says Keller. */
  inner: readonly string[];
}

/**
 * Ways of writing, from `knowledge/lexicon/procedures/words.tsv`: `concept<tab>way; way`. A way may stand for several
 * concepts (`adenotonsillectomy`). `!` after the concept: the words within its ways say nothing of their own (`in
 * place`). A word that no line names is its own concept, by its stem.
 */
export class ConceptBook {
  readonly #ways = new PhraseBook<Way>();

  constructor(lines: readonly (readonly string[])[]) {
    const several: { readonly stems: readonly string[]; readonly way: Way }[] = [];
    for (const [concepts = '', ways = ''] of lines) {
      const closed = concepts.endsWith('!');
      const ids = concepts.replace(/!$/, '').split(/\s+/).filter(Boolean);
      for (const written of [...(ids.length === 1 ? ids : []), ...ways.split(';')]) {
        if (written.trim() === '') continue;
        const way: Way = { ids, inner: [] };
        this.#ways.add(written, way);
        const stems = wordsOf(written).map(stemOf);
        if (!closed && stems.length > 1) several.push({ stems, way });
      }
    }
    for (const { stems, way } of several)
      way.inner = [...new Set([...this.#within(stems)].filter((id) => !way.ids.includes(id)))];
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
      for (const id of way.value.ids) found.push({ id, first: at, end: way.end });
      for (const id of way.value.inner) found.push({ id, first: at, end: way.end });
      at = way.end - 1;
    }
    return found;
  }

  *#within(stems: readonly string[]): Generator<string> {
    for (let at = 0; at < stems.length; at++) {
      const stem = stems[at] ?? '';
      const shorter = at === 0 ? stems.slice(0, -1) : stems;
      const way = this.#ways.starts(stem) ? this.#ways.longestAt(shorter, at) : null;
      if (way === null) {
        if (!GLUE.has(stem)) yield stem;
        continue;
      }
      yield* way.value.ids;
      at = way.end - 1;
    }
  }

  /** The concepts of a phrase of our tables, each once; `a/b` is either, so one phrase may be several. */
  phrase(written: string): (readonly string[])[] {
    let made: string[][] = [[]];
    for (const slot of written.trim().split(/\s+/)) {
      const choices = slot.split('/').filter(Boolean);
      made = made.flatMap((words) => choices.map((choice) => [...words, choice]));
    }
    return made.flatMap((words) => {
      const ids = new Set(this.#said(wordsOf(words.join(' ')).map(stemOf)));
      return ids.size === 0 ? [] : [[...ids]];
    });
  }

  /** What a phrase of our tables asks for: the ways it uses, not the words within them. */
  *#said(stems: readonly string[]): Generator<string> {
    for (let at = 0; at < stems.length; at++) {
      const stem = stems[at] ?? '';
      const way = this.#ways.starts(stem) ? this.#ways.longestAt(stems, at) : null;
      if (way !== null) {
        yield* way.value.ids;
        at = way.end - 1;
      } else if (!GLUE.has(stem)) yield stem;
    }
  }
}
