import type { NoteDocument, Sentence, Span, Token } from '../../note/types.ts';
import { wordsOf } from '../../words/fold.ts';
import type { Lexicon } from '../../words/lexicon.ts';
import type { Dictionary } from '../dictionary/blobs.ts';
import { abbreviationTerm, isEmptyWord, LETTER_A_AFTER, term, termsOf } from '../dictionary/terms.ts';
import { type DocumentStyle, sectionGroup } from '../document-style.ts';
import { derivedForms } from './derived-forms.ts';
import { Spelling } from './spelling.ts';

/** A dictionary word as the note says it, over one or more tokens (`ESRD`, `heart attack`). */
export interface Said {
  readonly word: number;
  /** First and last token. */
  readonly first: number;
  readonly last: number;
  /** How far from the written word: 0 itself, 1 lexicon, 2 derived form, 3 misspelling, 4 a short word's. */
  readonly distance: number;
  /** All words of the phrase it is one of (`OSA`: obstructive, sleep, apnea); absent for a word by itself. */
  readonly phrase?: readonly number[];
}

/** Distance of a short word that one slip would turn into another. */
export const GUESSED = 4;

/** Words remembered before the memory is emptied: keeps a long run's footprint flat. */
const MOST_KNOWN = 100_000;

/** First and last token. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** A sentence in dictionary words, and the phrases in it that name no finding (`sinus rhythm`). */
export interface SaidWords {
  readonly said: readonly Said[];
  readonly plain: readonly TokenRange[];
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  phrases: Phrase[];
  /** Meanings of an abbreviation, of which one counts at a place. */
  meanings: Phrase[];
  plain: boolean;
}

interface Phrase {
  readonly words: readonly number[];
  /** Any one must stand in the note for an ambiguous abbreviation. */
  readonly context: readonly string[];
  /** Two-letter abbreviations count only as written in capitals. */
  readonly exact: string | null;
  /** What it means where it stands as an entry of a list of diagnoses. */
  readonly alone?: boolean;
  /** An eponym alone counts as a possessive only: Turner's is a syndrome, Turner a person. */
  readonly possessive?: boolean;
}

/** Turns a sentence's tokens into dictionary words: itself, lexicon phrases, "see" of the Index, derived forms. */
export class TermReader {
  readonly #dictionary: Dictionary;
  readonly #root: PhraseNode = { next: new Map(), phrases: [], meanings: [], plain: false };
  readonly #known = new Map<string, readonly { word: number; distance: number }[]>();
  readonly #keys = new Map<string, string>();
  readonly #spelling: Spelling;
  #read: { readonly document: NoteDocument; readonly keys: readonly string[] } | null = null;
  /** Terms that alone name no finding, and phrases to pass over (canonical `-` in the lexicon). */
  readonly #plain = new Set<string>();
  /** Those that do so only where the note names its diagnoses elsewhere (canonical `--`): a case report may mean them. */
  readonly #plainBesideDiagnoses = new Set<string>();

  constructor(dictionary: Dictionary, lexicon: Lexicon) {
    this.#dictionary = dictionary;
    this.#spelling = new Spelling(dictionary.words());
    for (const { from, to } of dictionary.rewrites) this.#addPhrase(from.map(phraseKey), to, [], null);
    for (const { phrase, canonical } of [...lexicon.synonyms, ...(lexicon.codingTerms ?? [])])
      if (canonical === '-') this.#addPlain(wordsOf(phrase));
      else if (canonical === '--') this.#plainBesideDiagnoses.add(phraseKey(phrase));
      else
        this.#addPhrase(
          wordsOf(phrase).map(phraseKey),
          termsOf(canonical),
          [],
          mustBeWrittenSo(phrase) ? phrase : null,
          /^[A-Z]\w+'s$/.test(phrase),
        );
    const canonical = new Map(lexicon.synonyms.map((synonym) => [synonym.phrase, synonym.canonical]));
    for (const { short, expansion, context } of lexicon.abbreviations)
      this.#addMeaning(
        wordsOf(short).map(phraseKey),
        this.#isKnown(termsOf(expansion)) ? termsOf(expansion) : termsOf(canonical.get(expansion) ?? ''),
        context.flatMap((words) => wordsOf(words)).map(phraseKey),
        mustBeWrittenSo(short) ? short : null,
      );
  }

  /** Whether this word alone names no finding, though the Index has it as a term. */
  isPlain(token: Token, style: DocumentStyle): boolean {
    const key = this.#keyOf(token.norm);
    return this.#plain.has(key) || (style === 'sectioned' && this.#plainBesideDiagnoses.has(key));
  }

  /** Every term of the note, for abbreviations that need context. */
  termsOfNote(document: NoteDocument): Set<string> {
    const terms = new Set<string>();
    const keys = this.#keysOf(document);
    document.tokens.forEach((token, at) => {
      if (token.kind === 'word') terms.add(keys[at] ?? '');
    });
    return terms;
  }

  /** Everything the sentence says in dictionary words. `noteTerms` are all terms of the note, for abbreviations. */
  read(document: NoteDocument, sentence: Sentence, noteTerms: ReadonlySet<string>): SaidWords {
    const said: Said[] = [];
    const plain: TokenRange[] = [];
    const { tokens, text } = document;
    const keys = this.#keysOf(document);
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const token = tokens[at];
      if (token === undefined || token.kind === 'punctuation') continue;
      const end = this.#passOver(tokens, keys, at, sentence.endToken);
      if (end > at) plain.push({ first: at, last: end - 1 });
      for (const { word, distance } of this.#wordsFor(token))
        said.push({ word, first: at, last: at, distance });
      const special = this.#specialWord(tokens, text, at);
      if (special >= 0) said.push({ word: special, first: at, last: at, distance: 0 });
      this.#phrasesAt(document, keys, at, sentence, noteTerms, said);
    }
    this.#denials(tokens, sentence, said);
    return { said, plain };
  }

  /** What the sentence says is absent, for phrases of the book that ask for just that ("migraine without aura"). */
  #denials(tokens: readonly Token[], sentence: Sentence, said: Said[]): void {
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      if (!DENIES.has(tokens[at]?.norm ?? '')) continue;
      let end = at + 1;
      while (end < sentence.endToken && end <= at + FARTHEST_DENIED && !endsDenial(tokens[end])) end++;
      for (const { word, first, last, distance } of [...said]) {
        const denied = first > at && last < end ? this.#dictionary.denied(word) : -1;
        if (denied >= 0) said.push({ word: denied, first: at, last, distance });
      }
    }
  }

  #phrasesAt(
    document: NoteDocument,
    keys: readonly string[],
    start: number,
    sentence: Sentence,
    noteTerms: ReadonlySet<string>,
    said: Said[],
  ): void {
    const { tokens, text } = document;
    let node: PhraseNode | undefined = this.#root;
    for (let at = start; at < sentence.endToken; at++) {
      const token = tokens[at];
      if (token === undefined) return;
      if (token.kind === 'punctuation') {
        // A hyphen or slash may stand inside a phrase; a comma ends it.
        if (at > start && (token.norm === '-' || token.norm === '/')) continue;
        // As does the stop of a shortened genus ("E. coli").
        if (at === start + 1 && token.norm === '.' && tokens[start]?.norm.length === 1) continue;
        return;
      }
      node = node.next.get(keys[at] ?? '');
      if (node === undefined) return;
      const written = { start: tokens[start]?.start ?? 0, end: token.end };
      const meant =
        node.meanings.length === 0
          ? undefined
          : meaningOf(
              node.meanings,
              text,
              written,
              keys,
              sentence,
              noteTerms,
              isEntry(document, sentence, start, at),
            );
      for (const phrase of meant === undefined ? node.phrases : [...node.phrases, meant]) {
        if (phrase.exact !== null && !isWritten(text.slice(written.start, written.end), phrase.exact))
          continue;
        if (phrase.possessive === true && !/['’]s$/i.test(text.slice(written.start, written.end))) continue;
        for (const word of phrase.words)
          said.push({ word, first: start, last: at, distance: 1, phrase: phrase.words });
      }
    }
  }

  /** Words that only their writing tells: capitals (`PRES`), and the letter of "hepatitis A". */
  #specialWord(tokens: readonly Token[], text: string, at: number): number {
    const token = tokens[at];
    if (token === undefined) return -1;
    if (token.norm === 'a')
      return LETTER_A_AFTER.has(tokens[at - 1]?.norm ?? '') ? this.#dictionary.id('lettera') : -1;
    const length = token.end - token.start;
    if (length < 2 || length > 6) return -1;
    const written = text.slice(token.start, token.end);
    return /^[A-Z]+$/.test(written) ? this.#dictionary.id(abbreviationTerm(written)) : -1;
  }

  /** Past the end of a plain phrase that starts here (`sinus rhythm`), or 0. */
  #passOver(tokens: readonly Token[], keys: readonly string[], start: number, end: number): number {
    let node: PhraseNode | undefined = this.#root;
    let passed = 0;
    for (let at = start; at < end; at++) {
      const token = tokens[at];
      if (token === undefined || (token.kind === 'punctuation' && token.norm !== '-')) break;
      if (token.kind === 'punctuation') continue;
      node = node.next.get(keys[at] ?? '');
      if (node === undefined) break;
      if (node.plain) passed = at + 1;
    }
    return passed;
  }

  #isKnown(terms: readonly string[]): boolean {
    return terms.every((word) => this.#dictionary.id(word) >= 0);
  }

  #addPlain(words: readonly string[]): void {
    const [only] = words;
    if (words.length === 1 && only !== undefined) {
      this.#plain.add(phraseKey(only));
      return;
    }
    this.#nodeAt(words.map(phraseKey)).plain = true;
  }

  #nodeAt(from: readonly string[]): PhraseNode {
    let node = this.#root;
    for (const word of from) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), phrases: [], meanings: [], plain: false };
        node.next.set(word, next);
      }
      node = next;
    }
    return node;
  }

  /** Phrase keys of every token, made once a note: each sentence of it asks for its own. */
  #keysOf(document: NoteDocument): readonly string[] {
    if (this.#read?.document !== document)
      this.#read = { document, keys: document.tokens.map((token) => this.#keyOf(token.norm)) };
    return this.#read.keys;
  }

  #keyOf(norm: string): string {
    let key = this.#keys.get(norm);
    if (key === undefined) {
      if (this.#keys.size > MOST_KNOWN) this.#keys.clear();
      key = phraseKey(norm);
      this.#keys.set(norm, key);
    }
    return key;
  }

  #wordsFor(token: Token): readonly { word: number; distance: number }[] {
    const known = this.#known.get(token.norm);
    if (known !== undefined) return known;
    const found = this.#lookUp(token);
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    this.#known.set(token.norm, found);
    return found;
  }

  #lookUp(token: Token): { word: number; distance: number }[] {
    if (isEmptyWord(token.norm)) return [];
    const plain = term(token.norm);
    const own = this.#dictionary.id(plain);
    const words = own < 0 ? [] : [{ word: own, distance: 0 }];
    if (token.kind !== 'word') return words;
    for (const form of derivedForms(plain)) {
      const word = this.#dictionary.id(form);
      if (word >= 0 && !words.some((known) => known.word === word)) words.push({ word, distance: 2 });
    }
    if (words.length === 0) {
      const corrected = this.#spelling.correct(plain);
      if (corrected !== null)
        words.push({ word: this.#dictionary.id(corrected), distance: corrected.length >= 8 ? 3 : GUESSED });
    }
    return words;
  }

  /** A meaning of no words (`-`) says that the abbreviation names no finding there: LAD beside a stent. */
  #addMeaning(
    from: readonly string[],
    to: readonly string[],
    context: readonly string[],
    exact: string | null,
  ): void {
    const words = to.map((word) => this.#dictionary.id(word)).filter((word) => word >= 0);
    if (words.length < to.length || from.length === 0) return;
    this.#nodeAt(from).meanings.push({
      words,
      context: context.filter((word) => word !== ALONE),
      exact,
      alone: context.includes(ALONE),
    });
  }

  #addPhrase(
    from: readonly string[],
    to: readonly string[],
    context: readonly string[],
    exact: string | null,
    possessive = false,
  ): void {
    const words = to.map((word) => this.#dictionary.id(word)).filter((word) => word >= 0);
    // A phrase the book cannot follow to the end would claim more than it says.
    if (words.length === 0 || words.length < to.length || from.length === 0) return;
    this.#nodeAt(from).phrases.push({ words, context, exact, possessive });
  }
}

/**
 * The meaning whose context words stand in the sentence, else one whose context the note holds (two letters mean too
 * much for that), else the one that needs none; the first of equals. Where the abbreviation is the entry of a list of
 * diagnoses there is nothing around it to tell, and the meaning marked `alone` is what a reader takes it for.
 */
function meaningOf(
  meanings: readonly Phrase[],
  text: string,
  written: Span,
  keys: readonly string[],
  { firstToken, endToken }: Sentence,
  noteTerms: ReadonlySet<string>,
  isAnEntry: boolean,
): Phrase | undefined {
  let best: Phrase | undefined;
  let bestScore = 0;
  for (const meaning of meanings) {
    const { context, exact } = meaning;
    if (exact !== null && text.slice(written.start, written.end) !== exact) continue;
    const score =
      context.length === 0
        ? 1
        : !context.some((word) => noteTerms.has(word))
          ? isAnEntry && meaning.alone === true
            ? LAST_RESORT
            : 0
          : context.some((word) => keys.slice(firstToken, endToken).includes(word))
            ? 3
            : written.end - written.start > 2
              ? 2
              : isAnEntry && meaning.alone === true
                ? LAST_RESORT
                : 0;
    if (score > bestScore) {
      best = meaning;
      bestScore = score;
    }
  }
  return best;
}

/** Marks the meaning of an ambiguous abbreviation that stands as an entry of its own. */
const ALONE = 'alone';
/** As the table writes it; a word at the head of a sentence may have a capital ("Positive FIT"). */
function isWritten(text: string, exact: string): boolean {
  return (
    text === exact ||
    (/^[a-z]/.test(exact) && text.slice(1) === exact.slice(1) && text[0]?.toLowerCase() === exact[0])
  );
}

const LAST_RESORT = 0.5;
/** Words an abbreviation may share its entry with and still be what it is about ("seronegative RA of both hands"). */
const MOST_BESIDE = 5;

/** Whether the tokens are, with few other words, one part of a list of diagnoses between its commas. */
function isEntry(document: NoteDocument, sentence: Sentence, first: number, last: number): boolean {
  const section = document.sections[sentence.section]?.kind ?? 'body';
  if (sectionGroup(section) !== 'diagnosis') return false;
  const { tokens } = document;
  let words = 0;
  for (let at = first - 1; at >= sentence.firstToken && !partsEntries(tokens[at]); at--)
    if (tokens[at]?.kind === 'word') words++;
  for (let at = last + 1; at < sentence.endToken && !partsEntries(tokens[at]); at++)
    if (tokens[at]?.kind === 'word') words++;
  return words <= MOST_BESIDE;
}

function partsEntries(token: Token | undefined): boolean {
  return token?.kind === 'punctuation' && /[,;:.]/.test(token.norm);
}

const DENIES: ReadonlySet<string> = new Set(['without', 'no', 'not', 'non']);
const FARTHEST_DENIED = 6;

function endsDenial(token: Token | undefined): boolean {
  return (
    (token?.kind === 'punctuation' && token.norm !== '-' && token.norm !== '/') ||
    token?.norm === 'but' ||
    token?.norm === 'with'
  );
}

/** Short words are compared as written: `PRES` is no plural of `pre`. */
function phraseKey(word: string): string {
  return word.length <= 4 ? word : term(word);
}

/** Abbreviations whose letters also spell a word (`GAVE`, `MET`), and short ones, count only in capitals. */
function mustBeWrittenSo(short: string): boolean {
  if (/[A-Z].*[A-Z]/.test(short) && /[a-z]/.test(short)) return true;
  if (!/^[A-Z0-9]+$/.test(short)) return false;
  return short.length <= 2 || (/[AEIOU]/.test(short) && !SAFE_IN_LOWER_CASE.has(short));
}

const SAFE_IN_LOWER_CASE = new Set([
  'COPD',
  'GERD',
  'UTI',
  'OSA',
  'AFIB',
  'NIDDM',
  'IDDM',
  'ESRD',
  'STEMI',
  'NSTEMI',
  'HIV',
  'PTSD',
  'ADHD',
  'AKI',
  'URI',
  'CVA',
  'TIA',
]);
