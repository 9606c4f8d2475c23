import { dotless, dotted } from '../../book/code-key.ts';
import type { Note, Release } from '../../book/release.ts';
import { NOTE_KINDS, type NoteKind, type ScopeKind } from '../../book/rows.ts';
import { NOTE_LABELS } from '../note-labels.ts';
import type { CitedPlace } from './cited-place.ts';
import { placeOfCode } from './place-of-code.ts';

/** `K22.0`, `K22 excludes1`, `K22 excludes1 2`, `section K20-K31 note 1`, `S52 seventh`. */
const LOCATOR = /^(?:(section|chapter) )?([\da-z][\da-z.-]*)(?: ([a-z]+\d?))?(?: (\d+))?$/i;

/** A code's title, a note of the Tabular, or the 7th characters written at a code. */
export function openTabular(release: Release, locator: string): CitedPlace | null {
  const match = LOCATOR.exec(locator);
  if (match === null) return null;
  const [, above, typed = '', kind, ordinal] = match;
  const scope = typed.toUpperCase();
  if (above === undefined && kind === undefined) return placeOfCode(release, scope);
  if (kind === 'seventh') return seventh(release, scope);
  const noteKind = NOTE_KINDS.find((one) => one === kind);
  if (noteKind === undefined) return null;
  const alike = release
    .notesAt((above ?? 'code') as ScopeKind, scope)
    .filter((note) => note.kind === noteKind);
  return noted(release, alike, noteKind, ordinal);
}

function noted(
  release: Release,
  alike: readonly Note[],
  kind: NoteKind,
  ordinal: string | undefined,
): CitedPlace | null {
  const meant = ordinal === undefined ? alike : alike.slice(Number(ordinal) - 1, Number(ordinal));
  const [first] = meant;
  if (first === undefined || Number(ordinal) === 0) return null;
  const { scopeKind, scope, file } = first;
  const name = release.manifest.files[file]?.name;
  return {
    title: `${NOTE_LABELS[kind]} at ${scopeKind === 'code' ? dotted(scope) : `${scopeKind} ${scope}`}`,
    quote: meant.map(({ text }) => text).join('\n'),
    ...(name === undefined ? {} : { file: name, row: first.locator }),
  };
}

function seventh(release: Release, scope: string): CitedPlace | null {
  const table = release.seventhCharacters(scope);
  if (table === null || dotless(table.scope) !== dotless(scope)) return null;
  return {
    title: `7th characters at ${dotted(table.scope)}`,
    quote: table.characters.map(({ character, meaning }) => `${character}  ${meaning}`).join('\n'),
  };
}
