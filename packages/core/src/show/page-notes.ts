import { dotless, dotted } from '../book/code-key.ts';
import type { Note, Release } from '../book/release.ts';
import { NOTE_KINDS, type NoteKind } from '../book/rows.ts';
import type { NoteGroup, PageNote } from './types.ts';

const LABELS: Readonly<Record<NoteKind, string>> = {
  includes: 'Includes',
  inclusionTerm: 'Inclusion terms',
  excludes1: 'Excludes1',
  excludes2: 'Excludes2',
  codeFirst: 'Code first',
  useAdditionalCode: 'Use additional code',
  codeAlso: 'Code also',
  note: 'Note',
  sevenChrNote: '7th character',
};

/** The notes that govern a code, by kind. Inclusion terms describe their own code only and are not inherited. */
export function pageNotes(release: Release, code: string): NoteGroup[] {
  const plain = dotless(code);
  const notes = release.notesFor(code).flatMap((note): PageNote[] => {
    const inherited = note.scopeKind !== 'code' || dotless(note.scope) !== plain;
    if (inherited && note.kind === 'inclusionTerm') return [];
    return [
      {
        kind: note.kind,
        text: note.text,
        inherited,
        origin: { scopeKind: note.scopeKind, scope: scopeOf(note), title: titleOf(release, note) },
        codes: note.codes,
        citation: release.cite(note.locator),
      },
    ];
  });
  return NOTE_KINDS.flatMap((kind): NoteGroup[] => {
    const own = notes.filter((note) => note.kind === kind);
    return own.length === 0 ? [] : [{ kind, label: LABELS[kind], notes: own }];
  });
}

function scopeOf(note: Note): string {
  return note.scopeKind === 'code' ? dotted(note.scope) : note.scope;
}

function titleOf(release: Release, note: Note): string {
  if (note.scopeKind === 'code') {
    const id = release.codes.find(note.scope);
    return id < 0 ? '' : release.codes.title(id);
  }
  const first = note.scope.slice(0, 3);
  if (note.scopeKind === 'section') return release.sectionOf(first)?.title ?? '';
  return `Chapter ${note.scope}`;
}
