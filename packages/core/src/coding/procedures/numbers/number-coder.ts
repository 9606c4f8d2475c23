import type { CodeId } from '../../../book/code-table.ts';
import type { Release } from '../../../book/release.ts';
import type { NoteDocument, SectionKind, Span } from '../../../note/types.ts';
import type { CodedCode, Evidence, RejectedCode } from '../../types.ts';
import { performed } from '../performed.ts';
import { type SentenceWords, sentenceWords, spanOfWords } from '../sentence-words.ts';
import { type NumberFamily, type NumberPhrase, numberFamilies } from './number-index.ts';

/** Where a procedure is named, and where what was done in its course is told. */
const NAMED: ReadonlySet<SectionKind> = new Set(['procedure', 'title']);
const TOLD: ReadonlySet<SectionKind> = new Set(['procedure', 'title', 'procedure-description', 'findings']);
/** Words of one phrase stand at most this far apart. */
const WINDOW = 12;

interface Hit {
  readonly code: CodeId;
  readonly phrase: NumberPhrase;
  readonly matched: number;
  readonly named: boolean;
  readonly heading: string;
  readonly span: Span;
}

/** A sentence where procedures may stand, with the family of scope it belongs to. */
interface Place {
  readonly words: SentenceWords;
  /** Where each word stands in the sentence. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  readonly named: boolean;
  readonly heading: string;
  /** The sentence tells of a scope through the skin. */
  readonly keyhole: boolean;
}

/**
 * Procedure numbers by our own index words. A phrase counts when all its words stand together where procedures are
 * named or told and the note says it was done. A therapeutic scope includes the look of its family; of phrases about
 * the same words the longer one says more.
 */
export class NumberCoder {
  readonly #release: Release;
  readonly #families: readonly NumberFamily[];

  constructor(release: Release) {
    this.#release = release;
    this.#families = numberFamilies(release);
  }

  code(document: NoteDocument): {
    readonly codes: readonly CodedCode[];
    readonly rejected: readonly RejectedCode[];
  } {
    const places = placesOf(document);
    if (places.length === 0) return { codes: [], rejected: [] };
    const scopes = scopeOf(places, this.#families, document);
    const hits = new Map<CodeId, Hit[]>();
    for (const family of this.#families) {
      for (const hit of hitsOf(family, places, scopes)) {
        const list = hits.get(hit.code);
        if (list === undefined) hits.set(hit.code, [hit]);
        else list.push(hit);
      }
    }
    const rejected: RejectedCode[] = [];
    for (const code of [...hits.keys()]) {
      const why = this.#outdone(code, hits);
      if (why === null) continue;
      rejected.push({
        code: this.#release.codes.code(code),
        title: this.#release.codes.title(code),
        why,
        evidence: evidenceOf(hits.get(code) ?? [], document.text),
      });
    }
    const out = new Set(rejected.map(({ code }) => code));
    const codes = [...hits]
      .filter(([code]) => !out.has(this.#release.codes.code(code)))
      .map(([code, list]) => this.#present(code, list, document.text))
      .sort(
        (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || a.code.localeCompare(b.code),
      );
    return { codes, rejected };
  }

  /** Why a number is not reported beside the others found; null when it is. */
  #outdone(code: CodeId, hits: ReadonlyMap<CodeId, readonly Hit[]>): string | null {
    const { codes } = this.#release;
    const family = this.#families.find(({ members }) => members.includes(code));
    if (family === undefined) return null;
    const own = hits.get(code) ?? [];
    for (const [other, list] of hits) {
      if (other === code) continue;
      if (
        family.name === 'splints and casts' &&
        !family.members.includes(other) &&
        this.#isFractureCare(other)
      )
        return `the first splint is part of the fracture care ${codes.code(other)}`;
      if (family.members.includes(other)) {
        if (code === family.base) return `the look is part of ${codes.code(other)}`;
        if (
          family.name === DEPTHS &&
          other > code &&
          own.every((hit) => list.some((rival) => overlaps(rival.span, hit.span)))
        )
          return `${codes.code(other)} is the deeper layer of the same wound`;
        const covered = own.every((hit) =>
          list.some((rival) => rival.matched > hit.matched && overlaps(rival.span, hit.span)),
        );
        if (covered) return `${codes.code(other)} says more of the same words`;
      } else if (code === family.base && this.#related(other).includes(codes.code(code)))
        return `the look is part of ${codes.code(other)}`;
    }
    return null;
  }

  #isFractureCare(code: CodeId): boolean {
    return this.#families.some(({ name, members }) => /fracture care/.test(name) && members.includes(code));
  }

  #related(code: CodeId): readonly string[] {
    return (this.#release.explainer(this.#release.codes.code(code))?.fields.related ?? '').split(/[,\s]+/);
  }

  #present(id: CodeId, hits: readonly Hit[], text: string): CodedCode {
    const { codes } = this.#release;
    const code = codes.code(id);
    const best = hits.reduce((a, b) =>
      b.named === a.named ? (b.matched > a.matched ? b : a) : b.named ? b : a,
    );
    const several = best.matched > 1 ? 0.05 : 0;
    return {
      system: 'cpt',
      code,
      title: codes.title(id),
      role: 'procedure',
      confidence:
        Math.round(((best.named ? 0.85 : 0.7) + several + (hits.length > 1 ? 0.03 : 0)) * 1000) / 1000,
      billable: codes.billable(id),
      evidence: evidenceOf([best, ...hits.filter((hit) => hit !== best)], text),
      trail: [
        { step: 'index', path: [best.phrase.written], code },
        { step: 'tabular', code, result: 'a number of the loaded procedures release' },
      ],
      alternatives: [],
      queries: [],
      citations: [this.#release.cite(code)],
    };
  }
}

function placesOf(document: NoteDocument): Place[] {
  const places: Place[] = [];
  for (const sentence of document.sentences) {
    const section = document.sections[sentence.section];
    if (section === undefined || !TOLD.has(section.kind)) continue;
    const words = sentenceWords(document, sentence);
    places.push({
      words,
      at: positions(words.stems),
      keyhole: KEYHOLE.test(document.text.slice(sentence.start, sentence.end)),
      named: NAMED.has(section.kind),
      heading: section.heading,
    });
  }
  return places;
}

/**
 * The scope family each place belongs to: the one it names, else the one named last before it. A heading or title
 * ("COLONOSCOPY REPORT") names it for the whole note.
 */
function scopeOf(
  places: readonly Place[],
  families: readonly NumberFamily[],
  document: NoteDocument,
): (NumberFamily | null)[] {
  let current: NumberFamily | null = titleFamily(document, families);
  return places.map((place) => {
    for (const family of families)
      if (family.names.some((name) => find(place, name) !== null)) current = family;
    return current;
  });
}

function titleFamily(document: NoteDocument, families: readonly NumberFamily[]): NumberFamily | null {
  const first = document.text.slice(0, 120).toLowerCase();
  return (
    families.find(
      ({ base, names }) => base !== null && names.some((name) => name.every((word) => first.includes(word))),
    ) ?? null
  );
}

function* hitsOf(
  family: NumberFamily,
  places: readonly Place[],
  scopes: readonly (NumberFamily | null)[],
): Generator<Hit> {
  for (const [at, place] of places.entries()) {
    const { words } = place;
    const { document, sentence } = words;
    if (!place.named && (family.base === null || scopes[at] !== family)) continue;
    for (const phrase of family.phrases) {
      const scoped = family.base !== null && phrase.code !== family.base;
      if (scoped && scopes[at] !== family) continue;
      if (place.keyhole && family.keyhole.size > 0 && !family.keyhole.has(phrase.code)) continue;
      const { needed } = phrase;
      if (needed.length === 0) continue;
      if (!place.named && !scoped) continue;
      const found = find(place, needed);
      if (found === null || tooLittle(needed, phrase, place, scoped)) continue;
      const span = spanOfWords(words, found.first, found.end);
      if (!performed(document, sentence, span, false).performed) continue;
      yield {
        code: phrase.code,
        phrase,
        matched: needed.length,
        named: place.named,
        heading: place.heading,
        span,
      };
    }
  }
}

/** Words that alone say too little: every scope report tells of hemostasis, every operation of an intubation. */
function tooLittle(needed: readonly string[], phrase: NumberPhrase, place: Place, scoped: boolean): boolean {
  if (needed.length > 1 || /^[A-Z-]{3,}$/.test(phrase.written)) return false;
  const listed = place.named && place.words.stems.filter(Boolean).length <= LISTED;
  return scoped ? VAGUE.has(needed[0] ?? '') && !listed : !listed;
}

/** A family in the order of depth: of one wound only the deepest layer is reported. */
const DEPTHS = 'wound debridement';
const VAGUE = new Set(['hemostasis', 'injection', 'stent', 'dilation', 'coin']);
/** Most words of a line that only names a procedure. */
const LISTED = 8;

const KEYHOLE = /\b(?:laparoscop|robot|keyhole)/i;

/** One treatment under two words. */
const EQUAL: ReadonlyMap<string, string> = new Map([
  ['reduction', 'manipulation'],
  ['manipulation', 'reduction'],
]);

/** The narrowest place in the sentence that has all the words, in any order. */
function find({ at }: Place, needed: readonly string[]): { first: number; end: number } | null {
  const places: (readonly number[])[] = [];
  for (const word of needed) {
    const list = at.get(word) ?? at.get(EQUAL.get(word) ?? '');
    if (list === undefined) return null;
    places.push(list);
  }
  let best: { first: number; end: number } | null = null;
  for (const start of places[0] ?? []) {
    const chosen = places.map((list) =>
      list.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a)),
    );
    const first = Math.min(...chosen);
    const end = Math.max(...chosen) + 1;
    if (end - first <= WINDOW && (best === null || end - first < best.end - best.first))
      best = { first, end };
  }
  return best;
}

function positions(stems: readonly string[]): Map<string, number[]> {
  const at = new Map<string, number[]>();
  stems.forEach((stem, i) => {
    if (stem === '') return;
    const list = at.get(stem);
    if (list === undefined) at.set(stem, [i]);
    else list.push(i);
  });
  return at;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function evidenceOf(hits: readonly Hit[], text: string): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { span, heading } of hits) {
    if (evidence.length >= 5) break;
    if (evidence.some((known) => overlaps(known, span))) continue;
    evidence.push({
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      section: heading,
      assertion: 'present',
    });
  }
  return evidence;
}
