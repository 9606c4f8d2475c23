import type { Attributes } from '../../note/types.ts';
import type { BodyPart } from '../../words/lexicon.ts';
import type { Dictionary } from '../dictionary/blobs.ts';
import type { PatientState } from './patient-readings.ts';
import type { TabularTitles, TitleWords } from './tabular-titles.ts';

/** Whom the note is about, for titles that ask it. */
export interface PatientFacts {
  readonly sex?: 'F' | 'M';
  /** Of the pregnancy as a whole. */
  readonly trimester?: 1 | 2 | 3;
  readonly weeks?: number;
  readonly handedness?: 'right' | 'left' | 'both';
  /** A newborn, or where in a pregnancy she is. */
  readonly state?: PatientState;
}

/** What the words around a mention offer for choosing among a category's children. */
export interface Surroundings {
  readonly says: (word: number) => boolean;
  /** The same within a few words of the mention; what changes the code that the Index gave must stand there. */
  readonly near: (word: number) => boolean;
  readonly attributes: Attributes;
  readonly patient?: PatientFacts;
}

/**
 * How a title's word stands to the statement: `said`, `granted` where a guideline or the word itself makes it so
 * unsaid, `open` where the note does not say it, `against` where the note says otherwise.
 */
export type Standing = 'said' | 'granted' | 'open' | 'against';

const SETTLED =
  /^(?:left|right|bilateral|unilateral|female|male|displaced|displacement|nondisplaced|dominant|nondominant|one)$/;
const TRIMESTERS: Readonly<Record<string, 1 | 2 | 3>> = { first: 1, second: 2, third: 3 };

/** Judges the words of a title by the axes the statement settles: side, sex, trimester, displacement, dominance. */
export class AxisWords {
  readonly #dictionary: Dictionary;
  readonly #titles: TabularTitles;
  /** Dictionary words of the parts that a region of the body holds. */
  readonly #parts = new Map<string, readonly number[]>();

  constructor(dictionary: Dictionary, titles: TabularTitles, parts: readonly BodyPart[]) {
    this.#dictionary = dictionary;
    this.#titles = titles;
    for (const { part, regions } of parts) {
      const id = dictionary.id(part);
      if (id < 0) continue;
      for (const region of regions) this.#parts.set(region, [...(this.#parts.get(region) ?? []), id]);
    }
  }

  standing(word: number, title: TitleWords, around: Surroundings): Standing {
    const name = this.#titles.word(word);
    const { attributes, patient } = around;
    switch (name) {
      case 'left':
      case 'right':
      case 'bilateral':
      case 'unilateral':
        return side(name, attributes.side);
      case 'female':
      case 'male':
        return patient?.sex === undefined
          ? this.#said(word, around)
          : decided((name === 'female' ? 'F' : 'M') === patient.sex);
      // The dictionary reads "displaced" as displacement.
      case 'displaced':
      case 'displacement':
        return title.fracture
          ? attributes.fracture?.displaced === false
            ? 'against'
            : displaced(attributes)
          : this.#said(word, around);
      case 'nondisplaced':
        return title.fracture ? decided(attributes.fracture?.displaced === false) : this.#said(word, around);
      case 'dominant':
      case 'nondominant':
        return dominance(name, attributes.side, patient?.handedness);
      case 'one':
        return attributes.several === true ? 'against' : this.#said(word, around);
      case 'multiple':
        return attributes.several === true ? 'said' : this.#said(word, around);
      case 'childbirth':
      case 'puerperium':
        // "Complicating pregnancy, childbirth and the puerperium" asks for none of them.
        return patient?.state === undefined || title.words.includes(this.#titles.id('pregnancy'))
          ? this.#said(word, around)
          : decided((name === 'childbirth' ? 'delivering' : 'postpartum') === patient.state);
      default:
        return title.trimester && (name === 'trimester' || TRIMESTERS[name] !== undefined)
          ? this.#trimester(name, around)
          : this.#said(word, around);
    }
  }

  /** A word whose axis is settled by what the note says of the mention, not by the sentence's words. */
  isSettled(word: number, title: TitleWords): boolean {
    const name = this.#titles.word(word);
    return SETTLED.test(name) || (title.trimester && TRIMESTERS[name] !== undefined);
  }

  /** The sentence affirms the word, or a part of the body that belongs to it. */
  #said(word: number, around: Surroundings): Standing {
    if (this.#says(word, around)) return 'said';
    const parts = this.#parts.get(this.#titles.word(word)) ?? [];
    if (parts.some((part) => around.says(part))) return 'said';
    return this.#denies(word, around) ? 'against' : 'open';
  }

  #says(word: number, around: Surroundings): boolean {
    return word >= 0 && around.says(word) && !this.#denies(word, around);
  }

  #denies(word: number, around: Surroundings): boolean {
    const denied = word < 0 ? -1 : this.#dictionary.denied(word);
    return denied >= 0 && around.says(denied);
  }

  /** Whether the sentence says that `word` is absent. */
  absent(word: number, around: Surroundings): Standing {
    if (this.#denies(word, around)) return 'said';
    return word >= 0 && around.says(word) ? 'against' : 'open';
  }

  #trimester(name: string, { attributes, patient }: Surroundings): Standing {
    if (patient?.state === 'postpartum') return 'against';
    const trimester = attributes.trimester ?? patient?.trimester;
    if (trimester === undefined) return 'open';
    return name === 'trimester' ? 'granted' : decided(TRIMESTERS[name] === trimester);
  }
}

function decided(so: boolean): Standing {
  return so ? 'said' : 'against';
}

function side(name: 'left' | 'right' | 'bilateral' | 'unilateral', said: Attributes['side']): Standing {
  if (said === undefined) return 'open';
  if (name === 'unilateral') return said === 'bilateral' ? 'against' : 'said';
  return decided(name === said);
}

/** A fracture not said to be displaced or not is coded as displaced (Guidelines I.C.19.c). */
function displaced({ fracture }: Attributes): Standing {
  return fracture?.displaced === true ? 'said' : 'granted';
}

/**
 * Which side is dominant (Guidelines I.C.6.a): by the hand the note names, else the right side is and the left is not;
 * of a person who uses both, either.
 */
function dominance(
  name: 'dominant' | 'nondominant',
  side: Attributes['side'],
  handedness: PatientFacts['handedness'],
): Standing {
  if (side !== 'left' && side !== 'right') return 'open';
  const dominant = handedness === 'both' || side === (handedness ?? 'right');
  return dominant === (name === 'dominant') ? 'granted' : 'against';
}
