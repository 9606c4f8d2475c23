import type { NoteDocument, Sentence } from '../../note/types.ts';
import type { Dictionary } from '../dictionary/blobs.ts';
import { behaviourTerm, HISTORY } from '../dictionary/entry.ts';
import type { DocumentStyle } from '../document-style.ts';
import { GUESSED, type Said, type TermReader, type TokenRange } from './term-reader.ts';

/** A phrase of the book found in one sentence. */
export interface Mention {
  readonly entry: number;
  /** What it was before the patient's state chose another line of the Index. */
  readonly of?: Mention;
  readonly sentence: number;
  /** Tokens that say it, ascending. */
  readonly tokens: readonly number[];
  /** Words between them that do not belong to it. */
  readonly gap: number;
  /** Commas it reaches across: more than one is a list, not a finding. */
  readonly commas: number;
  /** Information of the required words (sum of idf), plus half of the optional ones nearby. */
  readonly mass: number;
  readonly optionalSaid: number;
  readonly optionalAsked: number;
  /** Tokens that the book's phrase itself wants denied ("without aura"): that denial is none of the finding. */
  readonly denied: readonly number[];
  /** Largest distance of a word from how the book writes it: 0 same, 1 lexicon, 2 derived, 3 misspelt. */
  readonly distance: number;
  /** How many of its required words are said otherwise than the book writes them. */
  readonly rewritten: number;
}

const WIDEST_GAP = 7;
/** Share of a phrase's information that a mixture with other words must use. */
const LEAST_OF_A_PHRASE = 0.6;
/** The same where nothing else is said: "infection" is no reading of "urinary tract infection". */
const LEAST_ALONE = 0.4;
/** Words of a phrase that may stay unused: what is left says the same ("kidney" of "chronic kidney disease"). */
const VAGUE = new Set(
  'chronic acute disease disorder syndrome condition stage type primary mellitus'.split(' '),
);
const LEAST_MASS = 0.5;
const FAMILY_REACH = 2;

/** Finds every dictionary entry whose required words a sentence says close together, in any order. */
export class MentionFinder {
  readonly #dictionary: Dictionary;
  readonly #reader: TermReader;
  readonly #behaviours: readonly number[];
  readonly #family: number;
  readonly #denied: ReadonlySet<number>;
  /** The second rarest word of the entry at each place of an anchor list; -1 where one word is all. */
  readonly #seconds: ReadonlyMap<'code' | 'morphology', Int32Array>;
  /** For each word, the sentence that said it last: a set that is emptied by counting on. */
  readonly #saidIn: Uint32Array;
  #sentence = 0;
  /** Of the sentence at hand. */
  #plain: readonly TokenRange[] = [];
  #style: DocumentStyle = 'sectioned';

  constructor(dictionary: Dictionary, reader: TermReader) {
    this.#dictionary = dictionary;
    this.#reader = reader;
    this.#seconds = new Map([
      ['code', secondWords(dictionary, dictionary.anchors.list)],
      ['morphology', secondWords(dictionary, dictionary.histologyAnchors.list)],
    ]);
    this.#saidIn = new Uint32Array(dictionary.wordCount);
    this.#family = dictionary.id('family');
    this.#denied = dictionary.deniedWords;
    this.#behaviours = [2, 3, 4, 5, 6, 7].map((column) => dictionary.id(behaviourTerm(column)));
  }

  termsOfNote(document: NoteDocument): Set<string> {
    return this.#reader.termsOfNote(document);
  }

  inSentence(
    document: NoteDocument,
    index: number,
    noteTerms: ReadonlySet<string>,
    style: DocumentStyle,
  ): { mentions: Mention[]; said: ReadonlyMap<number, readonly Said[]> } {
    const sentence = document.sentences[index];
    const places = new Map<number, Said[]>();
    if (sentence === undefined) return { mentions: [], said: places };
    const words = this.#reader.read(document, sentence, noteTerms);
    this.#plain = words.plain;
    this.#style = style;
    for (const said of words.said) this.#place(places, said);
    const histology = this.#match(document, sentence, index, places, [...places.keys()], 'morphology');
    const behaviours = new Set<number>();
    for (const mention of withoutSmaller(histology)) {
      const word = this.#behaviours[(this.#dictionary.targets[mention.entry] ?? 0) - 2] ?? -1;
      const first = mention.tokens[0];
      const last = mention.tokens.at(-1);
      // Scattered words ("adenocarcinoma … metastatic") do not make one histology.
      if (word < 0 || first === undefined || last === undefined || mention.gap > 0) continue;
      this.#place(places, { word, first, last, distance: 0 });
      behaviours.add(word);
    }
    const mentions = this.#match(document, sentence, index, places, [...places.keys()], 'code');
    return { mentions, said: places };
  }

  /** "Family history of colon cancer" is no personal history, though it holds the same words. */
  #isAboutFamily(
    entry: number,
    required: Uint32Array,
    places: ReadonlyMap<number, readonly Said[]>,
    first: number,
  ): boolean {
    if (((this.#dictionary.flags[entry] ?? 0) & HISTORY) === 0 || required.includes(this.#family))
      return false;
    return (places.get(this.#family) ?? []).some(
      (said) => said.first <= first && first - said.first <= FAMILY_REACH,
    );
  }

  /**
   * A phrase lends its words as a whole: `OSA` beside `CPAP` is no obstruction of the airway, and the 2 of "level 2" is
   * no type of the diabetes in `T1DM`.
   */
  #tearsApart(
    entry: number,
    required: Uint32Array,
    chosen: readonly Said[],
    places: ReadonlyMap<number, readonly Said[]>,
  ): boolean {
    const { idf } = this.#dictionary;
    for (const { word: own, phrase, first, last } of chosen) {
      if (phrase === undefined || phrase.length < 2) continue;
      // The word also stands there by itself, or in a shorter phrase.
      const narrower = (said: Said): boolean =>
        said.first >= first && said.last <= last && (said.phrase?.length ?? 1) < phrase.length;
      if (places.get(own)?.some(narrower)) continue;
      // A narrower phrase's words by themselves are another reading of it, if they are most of it.
      const alone = chosen.every((said) => said.first >= first && said.last <= last);
      let all = 0;
      let used = 0;
      let figureLeft = false;
      for (const word of phrase) {
        const mass = VAGUE.has(this.#dictionary.word(word)) ? LEAST_MASS : (idf[word] ?? 0);
        all += mass;
        if (required.includes(word) || this.#dictionary.optional.at(entry).includes(word)) used += mass;
        else if (this.#isFigure(word)) figureLeft = true;
      }
      if (used < (alone ? LEAST_ALONE : LEAST_OF_A_PHRASE) * all) return true;
      if (!alone && figureLeft && required.some((word) => this.#isFigure(word))) return true;
    }
    return false;
  }

  #isFigure(word: number): boolean {
    return /^\d/.test(this.#dictionary.word(word));
  }

  #isPlain(document: NoteDocument, at: number): boolean {
    const token = document.tokens[at];
    return token !== undefined && this.#reader.isPlain(token, this.#style);
  }

  #place(places: Map<number, Said[]>, said: Said): void {
    const list = places.get(said.word);
    if (list === undefined) places.set(said.word, [said]);
    else if (!list.some((known) => known.first === said.first && known.last === said.last)) list.push(said);
  }

  #match(
    document: NoteDocument,
    sentence: Sentence,
    index: number,
    places: ReadonlyMap<number, readonly Said[]>,
    words: readonly number[],
    what: 'morphology' | 'code',
  ): Mention[] {
    const dictionary = this.#dictionary;
    const anchors = what === 'code' ? dictionary.anchors : dictionary.histologyAnchors;
    const { starts, list } = dictionary.required;
    const seconds = this.#seconds.get(what) ?? new Int32Array(0);
    const saidIn = this.#saidIn;
    const now = ++this.#sentence;
    for (const word of words) saidIn[word] = now;
    const found: Mention[] = [];
    for (const word of words) {
      const last = anchors.starts[word + 1] ?? 0;
      for (let i = anchors.starts[word] ?? 0; i < last; i++) {
        // Nearly every entry fails here, without a look at its other words.
        const second = seconds[i] ?? -1;
        if (second >= 0 && saidIn[second] !== now) continue;
        const entry = anchors.list[i] ?? 0;
        const end = starts[entry + 1] ?? 0;
        let r = starts[entry] ?? 0;
        while (r < end && saidIn[list[r] ?? 0] === now) r++;
        if (r < end) continue;
        const required = dictionary.required.at(entry);
        const ofEntry: Mention[] = [];
        for (const anchor of places.get(word) ?? []) {
          const mention = this.#gather(document, sentence, index, places, entry, required, word, anchor);
          if (mention !== null) ofEntry.push(mention);
        }
        for (const mention of ofEntry.length > 1 ? nearestOnly(ofEntry) : ofEntry) found.push(mention);
      }
    }
    return found;
  }

  /** The nearest saying of each required word around the anchor; null when they stand too far apart. */
  #gather(
    document: NoteDocument,
    sentence: Sentence,
    index: number,
    places: ReadonlyMap<number, readonly Said[]>,
    entry: number,
    required: Uint32Array,
    anchorWord: number,
    anchor: Said,
  ): Mention | null {
    const tokens = new Set<number>();
    let distance = anchor.distance;
    let mass = 0;
    let first = anchor.first;
    let last = anchor.last;
    for (let t = anchor.first; t <= anchor.last; t++) tokens.add(t);
    const denied = this.#denied.has(anchorWord) ? [...tokens] : [];
    const chosen = [anchor];
    for (let r = 0; r < required.length; r++) {
      const word = required[r] ?? -1;
      mass += this.#dictionary.idf[word] ?? 0;
      if (word === anchorWord) continue;
      const near = nearest(places.get(word) ?? [], first, last);
      if (near === null) return null;
      first = Math.min(first, near.first);
      last = Math.max(last, near.last);
      if (last - first > 24) return null;
      chosen.push(near);
      distance = Math.max(distance, near.distance);
      for (let t = near.first; t <= near.last; t++) tokens.add(t);
      if (this.#denied.has(word)) for (let t = near.first; t <= near.last; t++) denied.push(t);
    }
    if (this.#tearsApart(entry, required, chosen, places)) return null;
    if (denied.length > 0 && deniesAll(document, tokens, denied)) return null;
    if (!figuresStandBeside(document, sentence, tokens)) return null;
    if (this.#isAboutFamily(entry, required, places, first)) return null;
    if (tokens.size === 1 && this.#isPlain(document, first)) return null;
    if (this.#plain.some((phrase) => first >= phrase.first && last <= phrase.last)) return null;
    let gap = 0;
    let commas = 0;
    for (let t = first; t <= last; t++) {
      if (document.tokens[t]?.norm === ',') commas++;
      if (tokens.has(t)) continue;
      // "No bleeding, no anemia" denies two findings; it does not name one of both.
      let next = t + 1;
      while (next < last && !tokens.has(next)) next++;
      if (divides(document, t, next)) return null;
      if (countsAsGap(document, t)) gap++;
    }
    if (gap > WIDEST_GAP) return null;
    // A short word that may be misspelt is read so only where a longer term is otherwise there to the letter.
    if (distance >= GUESSED && (gap > 0 || required.length < 3)) return null;
    const optional = this.#dictionary.optional.at(entry);
    let optionalSaid = 0;
    for (let o = 0; o < optional.length; o++) {
      const word = optional[o] ?? -1;
      const near = nearest(places.get(word) ?? [], first, last);
      if (near === null || near.first < first - 3 || near.last > last + 3) continue;
      // A modifier stands with its finding: the "acute" of "COPD with acute bronchitis" is the bronchitis'.
      if (isParted(document, near.last + 1, first) || isParted(document, last + 1, near.first)) continue;
      optionalSaid++;
      mass += 0.5 * (this.#dictionary.idf[word] ?? 0);
      for (let t = near.first; t <= near.last; t++) tokens.add(t);
    }
    return {
      entry,
      sentence: index,
      tokens: [...tokens].sort((a, b) => a - b),
      gap,
      commas,
      mass,
      optionalSaid,
      optionalAsked: optional.length,
      denied,
      distance,
      rewritten: chosen.reduce((sum, said) => sum + (said.distance > 0 ? 1 : 0), 0),
    };
  }
}

/** Of the places that say an entry, those that need no farther word: in "MR and TR" each has its own regurgitation. */
function nearestOnly(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (mention) =>
      !mentions.some(
        (other) =>
          other !== mention &&
          other.mass >= mention.mass &&
          (other.tokens.length < mention.tokens.length && other.gap <= mention.gap
            ? other.tokens.every((token) => mention.tokens.includes(token))
            : other.tokens.length <= mention.tokens.length &&
              other.gap < mention.gap &&
              other.tokens.some((token) => mention.tokens.includes(token))),
      ),
  );
}

/** Required words stand rarest first, so the second is the next best to rule an entry out by. */
function secondWords({ required }: Dictionary, entries: Uint32Array): Int32Array {
  return Int32Array.from(entries, (entry) => {
    const start = required.starts[entry] ?? 0;
    return (required.starts[entry + 1] ?? 0) - start < 2 ? -1 : (required.list[start + 1] ?? -1);
  });
}

/** "No nausea or vomiting" denies both; it is no vomiting without nausea, whose denial follows what it has. */
function deniesAll(document: NoteDocument, tokens: ReadonlySet<number>, denied: readonly number[]): boolean {
  const start = Math.min(...denied);
  if (document.tokens[start]?.norm === 'not' || document.tokens[start]?.norm === 'non') return false;
  for (const token of tokens) if (token < start) return false;
  return true;
}

/** Whether a mark or joining word stands from token `from` up to `to`. */
function isParted(document: NoteDocument, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = document.tokens[at];
    if (token === undefined) continue;
    if (token.kind === 'punctuation' ? token.norm !== '-' : PARTING.has(token.norm)) return true;
  }
  return false;
}

const PARTING = new Set(['with', 'w', 'and', 'or', 'without', 'due', 'from', 'secondary']);

/** A figure or letter belongs to the word next to it (`type 2`, `stage 3b`); a list's own number to none. */
function figuresStandBeside(
  document: NoteDocument,
  sentence: Sentence,
  tokens: ReadonlySet<number>,
): boolean {
  for (const at of tokens) {
    const token = document.tokens[at];
    if (token === undefined || (token.norm.length > 1 && token.kind !== 'number')) continue;
    // A shortened genus holds its own stop ("E. coli").
    if (at === sentence.firstToken && document.tokens[at + 1]?.kind === 'punctuation' && !tokens.has(at + 1))
      return false;
    if (tokens.size > 1 && !BESIDE.some((step) => tokens.has(at + step))) return false;
  }
  return true;
}

const BESIDE = [-1, 1, -2, 2];

/** Grammar words do not push a finding's words apart; other words, commas and stops do. */
function countsAsGap(document: NoteDocument, at: number): boolean {
  const token = document.tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'punctuation') return token.norm === ';' || token.norm === ':';
  return !GRAMMAR.has(token.norm);
}

/** A new denial after a comma, or a word that turns the sentence, stands between two findings. */
function divides(document: NoteDocument, at: number, next: number): boolean {
  const norm = document.tokens[at]?.norm ?? '';
  // What stands behind "without" belongs to no finding before it, unless the book's own phrase says "without".
  return (
    norm === ';' ||
    (norm === 'without' && !closes(document, at, next)) ||
    TURNS.has(norm) ||
    (DENIALS.has(norm) && document.tokens[at - 1]?.kind === 'punctuation')
  );
}

/** "DKA without coma, type 1": the denial ends at its comma, before the finding goes on. */
function closes(document: NoteDocument, at: number, next: number): boolean {
  for (let t = at + 1; t < next; t++) if (document.tokens[t]?.norm === ',') return true;
  return false;
}

const DENIALS = new Set(['no', 'not', 'nor', 'without', 'denies', 'denied', 'negative']);
const TURNS = new Set(['but', 'however', 'although']);

const GRAMMAR = new Set([
  'of',
  'the',
  'a',
  'an',
  'in',
  'on',
  'to',
  'with',
  'and',
  'or',
  'her',
  'his',
  'by',
  'due',
  'from',
  'at',
  'is',
  'was',
  'secondary',
  'both',
  'into',
]);

function nearest(places: readonly Said[], first: number, last: number): Said | null {
  let best: Said | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = place.first > last ? place.first - last : place.last < first ? first - place.last : 0;
    // At the same place the word itself speaks before the phrase it is one of.
    if (distance < bestDistance || (distance === bestDistance && place.distance < (best?.distance ?? 0))) {
      best = place;
      bestDistance = distance;
    }
  }
  return best;
}

/** Drops mentions whose tokens all belong to a larger one: `malignant tumor` is not also `tumor`. */
function withoutSmaller(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (mention) =>
      !mentions.some(
        (other) =>
          other.gap === 0 &&
          (other.tokens.length > mention.tokens.length ||
            (other.tokens.length === mention.tokens.length && other.mass > mention.mass)) &&
          mention.tokens.every((token) => other.tokens.includes(token)),
      ),
  );
}
