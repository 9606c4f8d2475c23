import type {
  ChapterRow,
  NoteKind,
  NoteRow,
  ScopeKind,
  SectionRow,
  SeventhCharacterRow,
} from '../../book/rows.ts';
import { readXml, tidy } from '../files/xml.ts';
import { fault } from '../problem.ts';
import { CATEGORY } from './code-pattern.ts';
import { noteCodes } from './note-codes.ts';

export interface Tabular {
  readonly chapters: readonly ChapterRow[];
  readonly sections: readonly SectionRow[];
  readonly notes: readonly NoteRow[];
  readonly sevenths: readonly SeventhCharacterRow[];
  readonly categories: number;
}

const NOTE_ELEMENTS: Readonly<Record<string, NoteKind>> = {
  includes: 'includes',
  inclusionTerm: 'inclusionTerm',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'codeFirst',
  useAdditionalCode: 'useAdditionalCode',
  codeAlso: 'codeAlso',
  notes: 'note',
  sevenChrNote: 'sevenChrNote',
};

const SCOPES: Readonly<Record<string, ScopeKind>> = { chapter: 'chapter', section: 'section', diag: 'code' };

/** A title repeats its range in parentheses; the row has it in `from` and `to`. */
const PRINTED_RANGE = new RegExp(String.raw`\s*\(${CATEGORY}(?:-${CATEGORY})?\)$`);

interface Scope {
  readonly kind: ScopeKind;
  id: string;
  title: string;
  /** Categories seen inside, to widen the printed range to `C4A` and its like. */
  first: string;
  last: string;
  readonly counts: Map<NoteKind, number>;
}

/**
 * The Tabular List XML (`chapter > section > diag`). Notes are kept where they are printed; inheritance is the
 * book's. The table of visual impairment under H54 is no note and is left out.
 */
export function parseTabular(name: string, bytes: Buffer, file: number): Tabular {
  const chapters: ChapterRow[] = [];
  const sections: SectionRow[] = [];
  const notes: NoteRow[] = [];
  const sevenths: SeventhCharacterRow[] = [];
  const elements: string[] = [];
  const scopes: Scope[] = [];
  let categories = 0;
  let noteKind: NoteKind | null = null;
  let character = '';
  let text = '';

  const addNote = (scope: Scope, kind: NoteKind): void => {
    const words = tidy(text);
    if (words === '') return;
    const count = (scope.counts.get(kind) ?? 0) + 1;
    scope.counts.set(kind, count);
    const locator = `${scope.kind === 'code' ? '' : `${scope.kind} `}${scope.id} ${kind} ${count}`;
    notes.push({
      scopeKind: scope.kind,
      scope: scope.id,
      kind,
      text: words,
      codes: noteCodes(words),
      file,
      locator,
    });
  };

  const closeScope = (scope: Scope): void => {
    const above = scopes.at(-1);
    if (above !== undefined && scope.first !== '') widen(above, scope.first, scope.last);
    if (scope.kind === 'code') return;
    const { id, title, first: from, last: to } = scope;
    if (scope.kind === 'chapter') chapters.push({ chapter: id, title, from, to });
    else sections.push({ section: id, title, chapter: scopes[0]?.id ?? '', from, to });
  };

  readXml(name, bytes, {
    open: (element, attributes) => {
      elements.push(element);
      text = '';
      const kind = SCOPES[element];
      if (kind !== undefined) {
        const id = kind === 'section' ? (attributes.id ?? '') : '';
        const scope: Scope = { kind, id, title: '', first: '', last: '', counts: new Map() };
        const [first = '', last = first] = id.split('-');
        if (first !== '') widen(scope, first, last);
        scopes.push(scope);
      } else if (NOTE_ELEMENTS[element] !== undefined) {
        noteKind = NOTE_ELEMENTS[element] ?? null;
      } else if (element === 'extension') {
        character = attributes.char ?? '';
      }
    },
    text: (more) => {
      text += more;
    },
    close: (element) => {
      elements.pop();
      const scope = scopes.at(-1);
      const direct = SCOPES[elements.at(-1) ?? ''] !== undefined;
      if (SCOPES[element] !== undefined) {
        const done = scopes.pop();
        if (done !== undefined) closeScope(done);
      } else if (scope === undefined) {
        // The introduction, before the first chapter.
      } else if (element === 'name' && direct) {
        scope.id = tidy(text);
        if (scope.kind === 'code' && scope.id.length === 3) {
          categories++;
          widen(scope, scope.id, scope.id);
        }
      } else if (element === 'desc' && direct) {
        scope.title = tidy(text).replace(PRINTED_RANGE, '');
      } else if (element === 'note' && noteKind !== null) {
        addNote(scope, noteKind);
      } else if (element === 'extension' && scope.kind === 'code') {
        sevenths.push({ scope: scope.id, character, meaning: tidy(text) });
      } else if (NOTE_ELEMENTS[element] !== undefined) {
        noteKind = null;
      }
      text = '';
    },
  });
  if (chapters.length === 0)
    throw fault(name, '', 'no chapters; expected the Tabular List (ICD10CM.tabular > chapter)');
  return { chapters, sections, notes, sevenths, categories };
}

function widen(scope: Scope, first: string, last: string): void {
  if (scope.first === '' || first < scope.first) scope.first = first;
  if (scope.last === '' || last > scope.last) scope.last = last;
}
