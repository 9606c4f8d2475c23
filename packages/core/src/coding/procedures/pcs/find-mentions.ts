import { nearbyOf } from '../../../note/nearby.ts';
import { sideOf } from '../../../note/side.ts';
import type { NoteDocument, Section, SectionKind, Sentence, Side, Span } from '../../../note/types.ts';
import type { PcsWords } from '../../../words/lexicon.ts';
import { type Performed, performed } from '../performed.ts';
import { PhraseBook } from '../phrase-book.ts';
import { type SentenceWords, sentenceWords, spanOfWords, stemOf } from '../sentence-words.ts';
import type { AxisWord, SaidOfAxes } from './axes.ts';
import { type PlaceFound, partNear, regionNear, regionValues } from './body-part.ts';
import { bypassPatterns, dilationPatterns } from './coronary.ts';
import { approachOfReport, saidOfAxes } from './said-of-axes.ts';
import { type SpinePart, spineParts } from './spine-levels.ts';
import type { PcsTables } from './tables.ts';
import { imagingRegions, type ProcedureTerm, procedureTerms, type Region, sided } from './terms.ts';

/** One place in a note that names a procedure, as patterns of the tables. */
export interface ProcedureMention {
  readonly term: ProcedureTerm;
  /** One list per code to report; of a list the first pattern in the tables counts. Empty: the side is not documented. */
  readonly patterns: readonly (readonly string[])[];
  /** The word that names the operation, and all the words it is read from. */
  readonly name: string;
  readonly span: Span;
  readonly section: Section | undefined;
  readonly side: Side | undefined;
  /** The side is that of the rest of the note. */
  readonly sideFromNote: boolean;
  readonly said: SaidOfAxes;
  readonly performed: Performed;
}

/** Words that are another thing in lower case: "us", "cat", "film"; only their capitals name a procedure. */
const CAPITALS = new Set(['us', 'cat', 'mr', 'bal', 'peg', 'tc', 'tee', 'npt', 'cums', 'poem']);

/** Finds every place of a note that names a procedure of ICD-10-PCS. */
export class ProcedureFinder {
  readonly #tables: PcsTables;
  readonly #terms: PhraseBook<ProcedureTerm>;
  readonly #regions: PhraseBook<Region>;
  readonly #labelWords: PhraseBook<string> = new PhraseBook();
  readonly #starts = new Map<string, boolean>();

  constructor(tables: PcsTables, words: PcsWords) {
    this.#tables = tables;
    this.#terms = procedureTerms(words);
    this.#regions = imagingRegions(words);
    for (const [said = '', label = ''] of words.labelWords) this.#labelWords.add(said, stemOf(label));
  }

  find(document: NoteDocument): ProcedureMention[] {
    const mentions: ProcedureMention[] = [];
    const noteSide = onlySide(document);
    const approach = approachOfReport(document);
    for (const sentence of document.sentences) {
      const kind = document.sections[sentence.section]?.kind;
      if (kind !== undefined && ELSEWHERE.has(kind)) continue;
      if (!this.#names(document, sentence)) continue;
      const words = sentenceWords(document, sentence);
      let last: Place | null = null;
      let lastEnd = 0;
      for (let at = 0; at < words.stems.length; ) {
        const hit = this.#terms.longestAt(words.stems, at, BETWEEN);
        if (hit === null || !capital(words, at, hit.end)) {
          at++;
          continue;
        }
        const { value: term, end } = hit;
        if (
          term.flags.has('none') ||
          (term.flags.has('listed') && !(kind !== undefined && LISTED.has(kind)))
        ) {
          at = end;
          continue;
        }
        let place: Place | null = this.#place(words, term, at, end);
        // "Brain CT and MRI": the second image is of the region the first one named.
        if (place === null && term.kind === 'imaging' && last !== null && at - lastEnd <= CHAIN)
          place = this.#regionAt(words, term.image, last.first, last.end);
        if (place !== null)
          mentions.push(this.#read(words, term, at, end, place, { side: noteSide, approach }));
        last = term.kind === 'imaging' ? place : null;
        lastEnd = end;
        at = end;
      }
    }
    return mentions;
  }

  /** Whether any word of the sentence could begin the name of a procedure. */
  #names({ tokens }: NoteDocument, { firstToken, endToken }: Sentence): boolean {
    for (let at = firstToken; at < endToken; at++) {
      const norm = tokens[at]?.norm ?? '';
      let starts = this.#starts.get(norm);
      if (starts === undefined) {
        starts = this.#terms.starts(stemOf(norm));
        if (this.#starts.size < MOST_REMEMBERED) this.#starts.set(norm, starts);
      }
      if (starts) return true;
    }
    return false;
  }

  #read(
    words: SentenceWords,
    term: ProcedureTerm,
    first: number,
    end: number,
    place: Place,
    note: { readonly side: Side | undefined; readonly approach: AxisWord | undefined },
  ): ProcedureMention {
    const { document, sentence } = words;
    const span = spanOfWords(words, Math.min(first, place.first), Math.max(end, place.end));
    const own = spanOfWords(words, first, end);
    const nearby = nearbyOf(document, span);
    const paired = place.patterns.some((list) => list.some((pattern) => pattern.includes('(')));
    let side = paired && nearby !== null ? sideOf(nearby) : undefined;
    let patterns = sidesOf(place.patterns, side);
    let sideFromNote = false;
    if (patterns === undefined && (term.flags.has('both') || term.kind === 'imaging')) {
      side = 'bilateral';
      patterns = sidesOf(place.patterns, side);
    }
    if (patterns === undefined && note.side !== undefined) {
      side = note.side;
      patterns = sidesOf(place.patterns, side);
      sideFromNote = true;
    }
    return {
      term,
      patterns: patterns ?? [],
      name: document.text.slice(own.start, own.end),
      span,
      section: document.sections[sentence.section],
      side: paired ? side : undefined,
      sideFromNote,
      said: saidOfAxes(words, term, this.#labelWords, note.approach),
      performed: performed(document, sentence, own, term.flags.has('exam')),
    };
  }

  #place(words: SentenceWords, term: ProcedureTerm, first: number, end: number): Place | null {
    if (term.kind === 'named')
      return this.#counted(words, term, first, end) ?? { first, end, patterns: term.patterns };
    if (term.kind === 'composed') {
      const found = partNear(words, first, end, this.#tables, term, listed(words));
      return found === null ? null : { ...found, patterns: [found.values.map((value) => value + term.rest)] };
    }
    return imagePlace(regionNear(words, first, end, this.#regions, this.#tables, term.image));
  }

  /** Where the part is a count of spinal levels or of coronary arteries, what the report comes to. */
  #counted(
    { document, sentence }: SentenceWords,
    term: Extract<ProcedureTerm, { kind: 'named' }>,
    first: number,
    end: number,
  ): Place | null {
    const level = term.settings.get('level');
    const vessels = term.settings.get('vessels');
    if (level === undefined && vessels === undefined) return null;
    const here = document.text.slice(sentence.start, sentence.end);
    if (vessels !== undefined) {
      const report = sectionText(document, sentence);
      const made = vessels === 'bypass' ? bypassPatterns(report) : dilationPatterns(report);
      return { first, end, patterns: made.map((pattern) => [pattern]) };
    }
    const parts = spineParts(document, here, level as SpinePart);
    const patterns = parts.flatMap((part) =>
      term.patterns.flatMap((alternatives) => {
        const filled = alternatives.flatMap((pattern) => atLevel(pattern, part));
        return filled.length === 0 ? [] : [filled];
      }),
    );
    return { first, end, patterns };
  }

  #regionAt(words: SentenceWords, image: string, first: number, end: number): Place | null {
    const values = regionValues(words, first, end, this.#regions, this.#tables, image);
    return imagePlace(values.length === 0 ? null : { first, end, values });
  }
}

/**
 * A pattern for one part of the spine, `body system + value`: `0RG?0?0` and `S3` do not meet, `0SG?0?1` and `S3` do. A
 * disc stands beside the fused joint it was taken from.
 */
function atLevel(pattern: string, part: string): string[] {
  if (pattern[3] !== '?' || pattern[1] !== part[0]) return [];
  const value =
    pattern[2] === 'B' && pattern[1] === 'R' ? (DISC_OF_JOINT[part] ?? part[1] ?? '') : (part[1] ?? '');
  return [pattern.slice(0, 3) + value + pattern.slice(4)];
}
const DISC_OF_JOINT: Readonly<Record<string, string>> = {
  R1: '3',
  R2: '3',
  R4: '5',
  R6: '9',
  R7: '9',
  R8: '9',
  RA: 'B',
};

/** The section a sentence stands in: an intervention is told over several sentences. */
function sectionText(document: NoteDocument, sentence: Sentence): string {
  const section = document.sections[sentence.section];
  return section === undefined
    ? document.text.slice(sentence.start, sentence.end)
    : document.text.slice(section.start, section.end);
}

function listed({ document, sentence }: SentenceWords): boolean {
  const kind = document.sections[sentence.section]?.kind;
  return kind !== undefined && LISTED.has(kind);
}

/** Where a pattern's place in the note is, and the patterns it leads to. */
interface Place {
  readonly first: number;
  readonly end: number;
  readonly patterns: readonly (readonly string[])[];
}

function imagePlace(found: PlaceFound | null): Place | null {
  return found === null ? null : { ...found, patterns: [found.values.map((value) => `${value}???`)] };
}

/** Sections that tell of other times and persons, or of what is still to come. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set([
  'past-medical-history',
  'past-surgical-history',
  'family-history',
  'social-history',
  'obstetric-history',
  'medications',
  'allergies',
  'review-of-systems',
  'indications',
  'plan',
  'instructions',
  'disposition',
  'condition-at-discharge',
]);
/** Words of approach and side that may stand inside the name of an operation. */
const BETWEEN: ReadonlySet<string> = new Set(
  'laparoscopic robotic robot assisted open right left bilateral retropubic arthroscopic endoscopic percutaneous thoracoscopic emergent urgent elective'
    .split(' ')
    .map(stemOf),
);
/** Headings under which the operation is named. */
const LISTED: ReadonlySet<SectionKind> = new Set(['procedure', 'title']);
const MOST_REMEMBERED = 20_000;
/** Most words between two kinds of image of one region. */
const CHAIN = 3;

function sidesOf(
  patterns: readonly (readonly string[])[],
  side: Side | undefined,
): (readonly string[])[] | undefined {
  const settled: (readonly string[])[] = [];
  for (const alternatives of patterns) {
    const each = alternatives.map((pattern) => sided(pattern, side));
    const width = Math.max(...each.map((list) => list?.length ?? 0));
    if (width === 0) return undefined;
    for (let i = 0; i < width; i++) settled.push(each.flatMap((list) => list?.[i] ?? []));
  }
  return settled;
}

function capital({ document, norms, tokens }: SentenceWords, first: number, end: number): boolean {
  const norm = norms[first] ?? '';
  if (end - first > 1 || !CAPITALS.has(norm)) return true;
  const token = document.tokens[tokens[first] ?? 0];
  return token !== undefined && document.text.slice(token.start, token.end) === norm.toUpperCase();
}

/** The one side the whole note speaks of; undefined when it speaks of both or none. */
function onlySide(document: NoteDocument): Side | undefined {
  let right = 0;
  let left = 0;
  for (const { norm } of document.tokens) {
    if (norm === 'right') right++;
    else if (norm === 'left') left++;
  }
  if (right > 0 && left === 0) return 'right';
  return left > 0 && right === 0 ? 'left' : undefined;
}
