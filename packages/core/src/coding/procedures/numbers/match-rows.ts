import type { Span } from '../../../note/types.ts';
import { performed } from '../performed.ts';
import { spanOfWords } from '../sentence-words.ts';
import type { Family } from './family-table.ts';
import { hereAndNow, saysNow } from './here-and-now.ts';
import type { NoteFacts } from './note-facts.ts';
import { narrowest, type Place } from './places.ts';
import type { FiledPhrase, ProcedureBook } from './procedure-book.ts';
import type { ProcedureRow } from './procedure-row.ts';

/** A row whose words and needs the note has at a place. */
export interface Hit {
  readonly row: ProcedureRow;
  readonly family: Family;
  readonly place: Place;
  readonly span: Span;
  readonly written: string;
  /** Concepts and needs met: what says more goes first. */
  readonly score: number;
  readonly named: boolean;
  readonly look: boolean;
  /** The needs that the note met, as written. */
  readonly met: readonly string[];
}

/** Concepts of one phrase stand at most this many words apart. */
const WINDOW = 15;
const NAMED_WINDOW = 18;

/** Every row that a place of the note supports, done here and now. */
export function matchRows(book: ProcedureBook, facts: NoteFacts, operative: boolean): Hit[] {
  const scopes = scopesOf(book, facts.places);
  const read = (whole: boolean): Hit[] =>
    facts.places.flatMap((place, i) => [...hitsAt(book, facts, place, scopes[i] ?? [], operative, whole)]);
  const hits = read(false);
  // A report without a line that names anything is read as a whole.
  return hits.length > 0 || !operative ? hits : read(true);
}

/** A scope that a place names, and the word it is named at; -1 for the one that was in use before. */
interface ScopeInUse {
  readonly family: Family;
  readonly at: number;
}

/** The scopes each place names; where it names none and a report tells on, the one named last before it. */
function scopesOf(book: ProcedureBook, places: readonly Place[]): (readonly ScopeInUse[])[] {
  const families = [...book.families.values()].filter(({ kind }) => kind === 'scope');
  let current: ScopeInUse[] = [];
  return places.map((place) => {
    const here: (ScopeInUse & { readonly length: number })[] = [];
    for (const family of families) {
      let best: { at: number; length: number } | null = null;
      for (const name of family.names) {
        if (best !== null && name.length <= best.length) continue;
        const found = narrowest(place, name, WINDOW);
        if (found !== null) best = { at: found.first, length: name.length };
      }
      if (best !== null) here.push({ family, ...best });
    }
    here.sort((a, b) => a.at - b.at || b.length - a.length);
    const last = here.at(-1);
    if (last !== undefined) current = [{ family: last.family, at: -1 }];
    if (here.length > 0) return here;
    return place.kind === 'visit' ? [] : current;
  });
}

/** What is done belongs to the scope named last before it, else to the first named after it. */
function scopeAt(scopes: readonly ScopeInUse[], first: number): Family | null {
  let found: Family | null = null;
  for (const { family, at } of scopes) if (at <= first) found = family;
  return found ?? scopes[0]?.family ?? null;
}

function* hitsAt(
  book: ProcedureBook,
  facts: NoteFacts,
  place: Place,
  scopes: readonly ScopeInUse[],
  operative: boolean,
  whole: boolean,
): Generator<Hit> {
  const seen = new Set<string>();
  for (const { id } of place.concepts) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const phrase of book.byConcept.get(id) ?? []) {
      const hit = hitOf(phrase, facts, place, scopes, operative, whole);
      if (hit !== null) yield hit;
    }
  }
}

function hitOf(
  phrase: FiledPhrase,
  facts: NoteFacts,
  place: Place,
  scopes: readonly ScopeInUse[],
  operative: boolean,
  whole: boolean,
): Hit | null {
  const { row, family, needed } = phrase;
  if (!mayStand(phrase, place, operative, whole)) return null;
  const found = narrowest(place, needed, place.kind === 'named' ? NAMED_WINDOW : WINDOW);
  if (found === null) return null;
  if (family.kind === 'scope' && !phrase.look && scopeAt(scopes, found.end - 1) !== family) return null;
  const met: string[] = [];
  for (const condition of [...phrase.also, ...row.needs]) {
    const answer = facts.met(condition, place);
    if (answer === 'no') return null;
    if (answer === 'said') met.push(condition.written);
  }
  for (const condition of row.not) if (facts.forbids(condition, place)) return null;
  const span = spanOfWords(place.words, found.first, found.end);
  if (!performed(facts.document, place.sentence, span, family.told === 'result').performed) return null;
  if (place.kind === 'visit' || (place.kind === 'told' && !operative && !phrase.look)) {
    const told = hereAndNow(facts.document, place.sentence, span);
    if (
      place.kind === 'visit' &&
      isFound(place) &&
      family.told !== 'result' &&
      !saysNow(facts.document, place.sentence, span)
    )
      return null;
    if (place.kind === 'visit' && (told === 'no' || (told === 'shown' && family.told !== 'result')))
      return null;
  }
  return {
    row,
    family,
    place,
    span,
    written: phrase.written.replace(/^!/, ''),
    score: phrase.concepts.length + met.length,
    named: place.kind === 'named',
    look: phrase.look,
    met,
  };
}

/** Where findings stand, an act is mostly what led to them, at another time: only what says today is of this encounter. */
function isFound({ section, heading }: Place): boolean {
  return (
    section === 'results' ||
    section === 'imaging' ||
    section === 'physical-exam' ||
    section === 'vital-signs' ||
    (section === 'hospital-course' && /\bhospital/i.test(heading))
  );
}

function mayStand(
  { family, onlyNamed, needed }: FiledPhrase,
  place: Place,
  operative: boolean,
  whole: boolean,
): boolean {
  if (onlyNamed && (place.kind === 'visit' || (place.kind === 'told' && operative))) return false;
  if (place.kind === 'named') return true;
  if (place.kind === 'visit') return family.told !== 'named';
  if (family.kind === 'scope') return true;
  // What a report tells beside the operation (a catheter, the closing) is part of it.
  if (operative) return whole && needed.length > 1 && family.told === 'named';
  return family.told !== 'named' || needed.length > 1;
}
