import { assertionOf } from '../../../note/assertion.ts';
import type { NoteDocument, Sentence } from '../../../note/types.ts';
import { sentenceWords, spanOfWords } from '../sentence-words.ts';
import type { Concept } from './concept-book.ts';
import type { Condition, Measure } from './condition.ts';
import { measuresIn } from './measures.ts';
import { narrowest, type Place } from './places.ts';
import type { ProcedureBook } from './procedure-book.ts';

/** Whom the note is about, as far as caller and note say. */
export interface Person {
  readonly age?: number | undefined;
  readonly sex?: 'F' | 'M' | undefined;
}

/** How far a condition is met: by the words of the note, for want of other words, or not. */
export type Met = 'said' | 'unsaid' | 'no';

/** Concepts of one condition stand at most this far apart. */
const WINDOW = 14;
/** Measures that the report of the operation may give later than the line that names it. */
const TOLD_LATER: ReadonlySet<Measure> = new Set(['size', 'length', 'area', 'volume']);

/** Answers the conditions of rows for one note. */
export class NoteFacts {
  readonly document: NoteDocument;
  readonly places: readonly Place[];
  readonly person: Person;
  readonly #book: ProcedureBook;
  #everywhere: readonly Place[] | null = null;

  constructor(document: NoteDocument, places: readonly Place[], person: Person, book: ProcedureBook) {
    this.document = document;
    this.places = places;
    this.person = person;
    this.#book = book;
  }

  met(condition: Condition, place: Place): Met {
    switch (condition.kind) {
      case 'sex':
        return this.person.sex === undefined ? 'no' : this.person.sex === condition.sex ? 'said' : 'no';
      case 'measure': {
        const value = this.measure(condition.measure, place);
        if (value === undefined) return condition.unsaid ? 'unsaid' : 'no';
        const holds =
          value > condition.above &&
          value >= condition.least &&
          value < condition.below &&
          value <= condition.most;
        return holds ? 'said' : 'no';
      }
      case 'site':
        return this.#site(condition, place);
      case 'said': {
        const said = condition.phrases.some((phrase) =>
          condition.anywhere
            ? this.anywhere(phrase)
            : this.here(phrase, place) || (!condition.here && this.#nearby(phrase, place)),
        );
        return said ? 'said' : 'no';
      }
    }
  }

  /** Whether a term of a `not` cell holds: of words, in the sentence of the mention unless `~` says anywhere. */
  forbids(condition: Condition, place: Place): boolean {
    const here = condition.kind === 'said' && !condition.anywhere ? { ...condition, here: true } : condition;
    return this.met(here, place) === 'said';
  }

  /** The amount a place gives; for some measures, else what the rest of its section or the report gives. */
  measure(measure: Measure, place: Place): number | undefined {
    if (measure === 'age') return this.person.age;
    const own = place.measures()[measure];
    if (own !== undefined || measure === 'count') return own;
    const section = this.document.sections[place.sentence.section];
    const later = this.document.text.slice(
      place.sentence.start,
      Math.min(section?.end ?? place.sentence.end, place.sentence.start + 1500),
    );
    const inSection = place.kind === 'visit' ? undefined : measuresIn(later)[measure];
    if (inSection !== undefined || !TOLD_LATER.has(measure) || place.kind !== 'named') return inSection;
    for (const other of this.places) {
      const value = other.kind === 'told' ? other.measures()[measure] : undefined;
      if (value !== undefined) return value;
    }
    return undefined;
  }

  here(phrase: readonly string[], place: Place): boolean {
    const found = narrowest(place, phrase, WINDOW);
    if (found === null) return false;
    const { assertion } = assertionOf(this.document, spanOfWords(place.words, found.first, found.end));
    return assertion !== 'negated';
  }

  /** Said anywhere in the note and not denied. */
  anywhere(phrase: readonly string[]): boolean {
    this.#everywhere ??= this.#readAll();
    return this.#everywhere.some((place) => this.here(phrase, place));
  }

  /** Said where procedures are named or told, or in the same section of a visit. */
  #nearby(phrase: readonly string[], place: Place): boolean {
    return this.places.some(
      (other) =>
        other !== place &&
        (other.kind !== 'visit' ||
          (other.sentence.section === place.sentence.section && near(other, place))) &&
        this.here(phrase, other),
    );
  }

  #site(condition: Extract<Condition, { kind: 'site' }>, place: Place): Met {
    const own = this.#siteAt(condition.classes, [place]);
    if (own !== null) return own ? 'said' : 'no';
    const elsewhere = this.#siteAt(
      condition.classes,
      this.places.filter((other) => other.kind === 'named' || other.kind === 'told'),
    );
    if (elsewhere !== null) return elsewhere ? 'said' : 'no';
    return condition.unsaid ? 'unsaid' : 'no';
  }

  /** Whether a part of these classes is said; null where no part of any class is. */
  #siteAt(classes: readonly string[], places: readonly Place[]): boolean | null {
    let any = false;
    for (const [name, parts] of this.#book.sites)
      for (const part of parts)
        for (const place of places) {
          if (narrowest(place, part, 6) === null) continue;
          if (classes.includes(name)) return true;
          any = true;
        }
    return any ? false : null;
  }

  #readAll(): Place[] {
    return this.document.sentences.map((sentence: Sentence): Place => {
      const known = this.places.find((place) => place.sentence === sentence);
      if (known !== undefined) return known;
      const words = sentenceWords(this.document, sentence);
      const concepts = this.#book.concepts.read(words.stems);
      const at = new Map<string, number[]>();
      concepts.forEach(({ id }: Concept, i) => {
        const list = at.get(id);
        if (list === undefined) at.set(id, [i]);
        else list.push(i);
      });
      return {
        kind: 'visit',
        sentence,
        section: 'other',
        heading: '',
        words,
        concepts,
        at,
        measures: () => ({}),
      };
    });
  }
}

/** Sentences this close tell of one thing. */
function near(a: Place, b: Place): boolean {
  return Math.abs(a.sentence.start - b.sentence.start) < 400;
}
