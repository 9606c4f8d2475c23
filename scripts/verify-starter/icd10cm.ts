import { dotless } from '../../packages/core/src/book/code-key.ts';
import type { CodeSpan, NoteRow, ReleaseDraft } from '../../packages/core/src/book/rows.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

/** Codes, hierarchy, 7th characters, flags and the codes named in notes. */
export function* verifyIcd10cm(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  yield* verifyCodes(starter, official);
  yield* verifySevenths(starter, official);
  yield* verifySections(starter, official);
  yield* verifyNotes(starter, official);
}

function* verifyCodes(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  const exempt = new Set(official.icd10cm.poaExempt.map(dotless));
  for (const { code, billable, parent, attributes, locator: place } of starter.codes) {
    const key = dotless(code);
    const row = official.codes.get(key);
    if (row === undefined) {
      yield { place, what: `${code} is listed`, official: 'no such code' };
      continue;
    }
    if (row.billable !== billable)
      yield {
        place,
        what: `${code} is ${billable ? '' : 'not '}billable`,
        official: row.billable ? 'billable' : 'not billable',
      };
    if (parent !== undefined && !isAncestor(parent, row.parent, official))
      yield { place, what: `${code} is under ${parent}`, official: `under ${row.parent ?? 'nothing'}` };
    if (attributes?.['poa-exempt'] === 'yes' && billable && !exempt.has(key))
      yield { place, what: `${code} is flagged poa-exempt`, official: 'not on the exempt list' };
    const flagged = attributes?.manifestation === 'yes';
    if (billable && official.manifestations.size > 0 && !flagged && official.manifestations.has(key))
      yield { place, what: `${code} is not flagged manifestation`, official: 'a manifestation' };
    if (
      billable &&
      flagged &&
      !official.manifestations.has(key) &&
      !/in (?:other )?(?:diseases?|.* disease) classified elsewhere/i.test(row.title)
    )
      yield { place, what: `${code} is flagged manifestation`, official: 'not on the manifestation list' };
  }
}

function isAncestor(wanted: string, from: string | undefined, official: Official): boolean {
  for (let at = from; at !== undefined; at = official.codes.get(dotless(at))?.parent)
    if (at === wanted) return true;
  return false;
}

function* verifySevenths(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  const lists = new Map<string, Map<string, string>>();
  for (const { scope, character, meaning } of official.icd10cm.sevenths) {
    const list = lists.get(dotless(scope)) ?? new Map<string, string>();
    lists.set(dotless(scope), list.set(character, meaning));
  }
  const places = new Map(starter.codes.map(({ code, locator }) => [code, locator]));
  for (const { scope, character } of starter.sevenths) {
    // The official list may stand at this code, above it, or at each code below it.
    const key = dotless(scope);
    const near = [...lists].filter(([at]) => key.startsWith(at) || at.startsWith(key));
    if (near.some(([, list]) => list.has(character))) continue;
    const said = [...new Set(near.flatMap(([, list]) => [...list.keys()]))].join(' ');
    yield {
      place: places.get(scope) ?? scope,
      what: `${scope} takes 7th character ${character}`,
      official: said === '' ? 'takes none' : `takes ${said}`,
    };
  }
}

function* verifySections(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  const place = 'starter/icd10cm';
  const sections = new Map(official.icd10cm.sections.map((row) => [row.section, row]));
  for (const { section, chapter } of starter.sections) {
    const row = sections.get(section);
    if (row === undefined) yield { place, what: `section ${section}`, official: 'no such section' };
    else if (row.chapter !== chapter)
      yield {
        place,
        what: `section ${section} is in chapter ${chapter}`,
        official: `chapter ${row.chapter}`,
      };
  }
  const chapters = new Set(official.icd10cm.chapters.map(({ chapter }) => chapter));
  for (const { chapter } of starter.chapters)
    if (!chapters.has(chapter)) yield { place, what: `chapter ${chapter}`, official: 'no such chapter' };
}

/** Kinds the two lists may each print in their own way: a note's order words are the instruction that counts. */
function* verifyNotes(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  const byScope = new Map<string, NoteRow[]>();
  for (const note of official.icd10cm.notes) {
    const key = scopeKey(note);
    byScope.set(key, [...(byScope.get(key) ?? []), note]);
  }
  for (const note of starter.notes) {
    const governing = scopesAbove(note, official).flatMap((scope) => byScope.get(scope) ?? []);
    const same = governing.filter(({ kind }) => kind === note.kind);
    for (const span of note.codes) {
      if (same.some(({ codes }) => codes.some((printed) => covers(printed, span)))) continue;
      if (!official.stems.has(dotless(span.from))) {
        yield { place: note.locator, what: `${note.kind} names ${span.from}`, official: 'no such code' };
        continue;
      }
      const others = governing.filter(({ codes }) => codes.some((printed) => covers(printed, span)));
      const kinds = [...new Set(others.map(({ kind }) => kind))].join(', ');
      yield {
        place: note.locator,
        what: `${note.scope} ${note.kind} names ${nameOf(span)}`,
        official:
          kinds === '' ? `no ${note.kind} note at ${note.scope} or above names it` : `named under ${kinds}`,
      };
    }
  }
}

function scopeKey({ scopeKind, scope }: Pick<NoteRow, 'scopeKind' | 'scope'>): string {
  return `${scopeKind} ${scopeKind === 'code' ? dotless(scope) : scope}`;
}

function scopesAbove(note: NoteRow, official: Official): string[] {
  const own = scopeKey(note);
  if (note.scopeKind === 'chapter') return [own];
  const category = dotless(note.scope).slice(0, 3);
  const sections = official.icd10cm.sections.filter(
    ({ section, from, to }) => section === note.scope || (from <= category && category <= to),
  );
  const above = sections.flatMap(({ section, chapter }) => [`section ${section}`, `chapter ${chapter}`]);
  const codes: string[] = [];
  if (note.scopeKind === 'code')
    for (
      let at: string | undefined = note.scope;
      at !== undefined;
      at = official.codes.get(dotless(at))?.parent
    )
      codes.push(`code ${dotless(at)}`);
  return [...new Set([own, ...codes, ...above])];
}

/** Whether a printed span names everything the starter's does; both ends cover their descendants. */
function covers(printed: CodeSpan, span: CodeSpan): boolean {
  const [from, to] = [dotless(printed.from), dotless(printed.to)];
  const [first, last] = [dotless(span.from), dotless(span.to)];
  const starts = from <= first.slice(0, from.length) || from === first;
  return starts && (last <= to || last.startsWith(to));
}

function nameOf({ from, to }: CodeSpan): string {
  return from === to ? from : `${from}-${to}`;
}
