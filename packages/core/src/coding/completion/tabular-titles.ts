import type { CodeId, CodeTable } from '../../book/code-table.ts';
import type { Dictionary } from '../dictionary/blobs.ts';
import { deniedTerm, termsOf, titleTerms } from '../dictionary/terms.ts';

/** A Tabular title in dictionary words. */
export interface TitleWords {
  readonly words: readonly number[];
  /** What it asks of the note: its words without the axes it leaves open. */
  readonly asked: readonly number[];
  /** The noun it is about: "pain" of "unspecified abdominal pain". */
  readonly head: number;
  /** Words it says are absent ("without macular edema"). */
  readonly absent: readonly number[];
  /** It says what is absent ("without …"). */
  readonly denies: boolean;
  readonly residual: boolean;
  readonly unspecified: boolean;
  /** It tells trimesters apart, so "second" in it is one. */
  readonly trimester: boolean;
  readonly fracture: boolean;
  /** "Ankle and foot" is met by either (Guidelines I.A.14): words, and the words that stand for them. */
  readonly either: readonly (readonly [readonly number[], readonly number[]])[];
  /** The fetus it is about ("fetus 2"); 9 is any after the fifth. */
  readonly fetus?: number;
}

/**
 * "Of unspecified eye", ", stage unspecified": the axis is left open, its name asks for nothing. "Unspecified fracture"
 * still asks for a fracture. What a title says of consciousness, of weeks and of tophi is judged as a whole elsewhere.
 */
const OPEN_AXIS =
  /^unspecified (?:site|part|type|degree|stage|severity)(?= of )|(?<!^|with )\bunspecified( [a-z]+){0,2}?(?=,|$| of | with | affecting | without )|\bstage unspecified\b|\bwith unspecified morphologic changes\b|,? unspecified as to .*?(?=,|$)/gi;

const JUDGED_WHOLE =
  /\bwith(?:out)? loss of consciousness.*$|\b(?:before|at or after) \d+ completed weeks(?: of gestation)?|, with(?:out)? tophus \(tophi\)/gi;

const AND = /([a-z]+) and ((?:[a-z]+ ?){1,3}?)(?=,|$| of | with | in )/gi;

/** Words of a title that tell no code of a category from another. */
const ASKS_NOTHING = /^(part|type|uncomplicated|side|affecting)$/;

/** Reads titles once each. Words that the dictionary lacks ("displaced") have ids of their own, below zero. */
export class TabularTitles {
  readonly #codes: CodeTable;
  readonly #dictionary: Dictionary;
  readonly #known = new Map<CodeId, TitleWords>();
  readonly #foreign: string[] = [];

  constructor(codes: CodeTable, dictionary: Dictionary) {
    this.#codes = codes;
    this.#dictionary = dictionary;
  }

  of(code: CodeId): TitleWords {
    let known = this.#known.get(code);
    if (known === undefined) {
      known = this.#read(this.#codes.title(code).replace(JUDGED_WHOLE, ' '));
      this.#known.set(code, known);
    }
    return known;
  }

  /** The word of an id this reader gave. */
  word(id: number): string {
    return id < 0 ? (this.#foreign[-1 - id] ?? '') : this.#dictionary.word(id);
  }

  id(word: string): number {
    const id = this.#dictionary.id(word);
    if (id >= 0) return id;
    const at = this.#foreign.indexOf(word);
    return at >= 0 ? -1 - at : -this.#foreign.push(word);
  }

  #read(title: string): TitleWords {
    const { terms, residual, unspecified } = titleTerms(title);
    const denied = deniedTerm('');
    const fetus = /\bother fetus$/i.test(title) ? '9' : /\bfetus (\d)$/i.exec(title)?.[1];
    const affirmed = terms.filter((word) => !word.startsWith(denied));
    return {
      words: this.#ids(affirmed),
      asked: titleTerms(title.replace(OPEN_AXIS, ' '))
        .terms.filter((word) => !word.startsWith(denied) && !ASKS_NOTHING.test(word))
        .map((word) => this.id(word)),
      head: this.id(termsOf(title.split(/,| (?:of|with|in|due|for)\b/)[0] ?? '').at(-1) ?? ''),
      absent: this.#ids(
        termsOf(title)
          .filter((word) => word.startsWith(denied))
          .map((word) => word.slice(denied.length)),
      ),
      denies: /\bwithout\b|\bnot\b|uncomplicated/i.test(title),
      residual,
      unspecified,
      trimester: /\btrimester\b/i.test(title),
      fracture: /\bfractures?\b/i.test(title),
      either: this.#eitherOf(title),
      ...(fetus === undefined ? {} : { fetus: Number(fetus) }),
    };
  }

  #eitherOf(title: string): [number[], number[]][] {
    const pairs: [number[], number[]][] = [];
    for (const [, one = '', other = ''] of title.matchAll(AND)) {
      const [first, second] = [this.#ids(termsOf(one)), this.#ids(termsOf(other))];
      if (first.length > 0 && second.length > 0) pairs.push([first, second], [second, first]);
    }
    return pairs;
  }

  #ids(terms: readonly string[]): number[] {
    return terms.map((word) => this.id(word));
  }
}
