import type { NoteKind } from '../book/rows.ts';

/** Kinds of notes as a person reads them. */
export const NOTE_LABELS: Readonly<Record<NoteKind, string>> = {
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
