import { dotless, dotted } from '../book/code-key.ts';
import type { Note, Release } from '../book/release.ts';
import { NOTE_KINDS } from '../book/rows.ts';
import { NOTE_LABELS } from './note-labels.ts';
import type { NoteGroup, PageNote } from './types.ts';

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
        citation: release.citeNote(note),
      },
    ];
  });
  return NOTE_KINDS.flatMap((kind): NoteGroup[] => {
    const own = notes.filter((note) => note.kind === kind);
    return own.length === 0 ? [] : [{ kind, label: NOTE_LABELS[kind], notes: own }];
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
