import type { NoteDocument, SectionKind, Sentence } from '../../../note/types.ts';
import { type SentenceWords, sentenceWords } from '../sentence-words.ts';
import { saidElsewhere } from '../where-said.ts';
import type { Concept, ConceptBook } from './concept-book.ts';
import { type Measures, measuresIn } from './measures.ts';

/** `named`: a line that names what was done; `told`: the report of it; `visit`: any other sentence of the encounter. */
export type PlaceKind = 'named' | 'told' | 'visit';

/** A sentence where procedures may stand. */
export interface Place {
  readonly kind: PlaceKind;
  readonly sentence: Sentence;
  readonly section: SectionKind;
  readonly heading: string;
  readonly words: SentenceWords;
  readonly concepts: readonly Concept[];
  /** Where each concept stands in `concepts`. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  /** What the sentence measures, read when first asked for. */
  readonly measures: () => Measures;
}

const NAMED: ReadonlySet<SectionKind> = new Set(['procedure', 'title']);
const TOLD: ReadonlySet<SectionKind> = new Set(['procedure-description']);
/** Headings of what is meant to be, and of the laboratory's own report. */
const LATER =
  /\b(?:scheduled|planned|proposed|recommended|gross|microscopic|pathology|chart review|records?)\b/i;
/** Most words of a line that only names a procedure. */
const LISTED = 30;

export function placesOf(document: NoteDocument, concepts: ConceptBook, operative: boolean): Place[] {
  const places: Place[] = [];
  let lastSection = -1;
  for (const sentence of document.sentences) {
    const section = document.sections[sentence.section];
    if (section === undefined || LATER.test(section.heading)) continue;
    if (saidElsewhere(document, sentence)) continue;
    const first = sentence.section !== lastSection;
    lastSection = sentence.section;
    const words = sentenceWords(document, sentence);
    const heads =
      isTitle(document, sentence, words) || (first && isStudy(section.heading, document, sentence));
    const kind = heads ? 'named' : kindOf(section.kind, sentence, words, first, operative);
    if (kind === null) continue;
    const found = concepts.read(words.stems);
    places.push({
      kind,
      sentence,
      section: section.kind,
      heading: section.heading,
      words,
      concepts: found,
      at: positions(found),
      measures: once(() => measuresIn(document.text.slice(sentence.start, sentence.end))),
    });
  }
  return places;
}

const STUDY = /^(?:exam|examination|examinations?|study|studies|test|type of (?:exam|study)|technique)$/i;
const PICTURE =
  /^\s*(?:[a-z-]+ ){0,3}(?:ct|cta|mri|mra|x-?rays?|radiographs?|ultrasound|sonogram|mammogram|mammography|doppler|duplex|echocardiogram|pet|scan|dexa|fluoroscop\w+|barium|hida|kub|cxr)\b/i;

/** A radiologist's report names its picture under the heading of an examination. */
function isStudy(heading: string, { text }: NoteDocument, { start, end }: Sentence): boolean {
  return STUDY.test(heading) && end - start < 160 && PICTURE.test(text.slice(start, end));
}

/** The first line in capitals says what the note is of: `COLONOSCOPY REPORT`. */
function isTitle({ text }: NoteDocument, { start, end }: Sentence, { stems }: SentenceWords): boolean {
  const said = text.slice(start, end);
  return start < 3 && stems.length <= 12 && said === said.toUpperCase() && /[A-Z]{3}/.test(said);
}

function kindOf(
  section: SectionKind,
  { listItem }: Sentence,
  words: SentenceWords,
  first: boolean,
  operative: boolean,
): PlaceKind | null {
  if (NAMED.has(section)) {
    const long = words.stems.length > LISTED;
    return (first || listItem) && !long ? 'named' : 'told';
  }
  if (TOLD.has(section)) return 'told';
  // A report of an operation tells of nothing else that was done; its findings are part of the telling.
  if (operative) return section === 'findings' || section === 'body' ? 'told' : null;
  return 'visit';
}

function positions(concepts: readonly Concept[]): Map<string, number[]> {
  const at = new Map<string, number[]>();
  concepts.forEach(({ id }, i) => {
    const list = at.get(id);
    if (list === undefined) at.set(id, [i]);
    else list.push(i);
  });
  return at;
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** The narrowest stretch of a place that has all the concepts, in any order; null where it is wider than `window` words. */
export function narrowest(
  { at, concepts }: Place,
  needed: readonly string[],
  window: number,
): { readonly first: number; readonly end: number } | null {
  const lists: (readonly number[])[] = [];
  for (const id of needed) {
    const list = at.get(id);
    if (list === undefined) return null;
    lists.push(list);
  }
  let best: { first: number; end: number } | null = null;
  for (const start of lists[0] ?? []) {
    let first = Number.POSITIVE_INFINITY;
    let end = 0;
    for (const list of lists) {
      let nearest = list[0] ?? 0;
      for (const i of list) if (Math.abs(i - start) < Math.abs(nearest - start)) nearest = i;
      const concept = concepts[nearest];
      if (concept === undefined) continue;
      first = Math.min(first, concept.first);
      end = Math.max(end, concept.end);
    }
    if (end - first <= window && (best === null || end - first < best.end - best.first))
      best = { first, end };
  }
  return best;
}
