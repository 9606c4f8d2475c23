import type { NoteDocument } from './types.ts';

/** What a whole note says, worked out when first asked for and kept as long as the note is. */
export function onceANote<T extends object>(
  read: (document: NoteDocument) => T,
): (document: NoteDocument) => T {
  const known = new WeakMap<NoteDocument, T>();
  return (document) => {
    let found = known.get(document);
    if (found === undefined) {
      found = read(document);
      known.set(document, found);
    }
    return found;
  };
}
