import { dotless } from '../../book/code-key.ts';
import type { ReleaseDraft } from '../../book/rows.ts';
import type { Add, Find } from './compiling.ts';
import { HISTORY, INCOMPLETE, RESIDUAL, UNSPECIFIED } from './entry.ts';
import { termsOf, titleTerms } from './terms.ts';

export function titleEntries(
  draft: ReleaseDraft,
  canonical: (terms: readonly string[]) => string[],
  find: Find,
  add: Add,
): void {
  draft.codes.forEach((row, id) => {
    // The 7th character's words describe the encounter, not the condition.
    if (row.kind !== 'code' || dotless(row.code).length === 7) return;
    const { terms, residual, unspecified } = titleTerms(row.title);
    // "Other arthritis" is where a named kind without a code of its own goes; the words alone never lead there.
    if (residual) return;
    const flags =
      (residual ? RESIDUAL : 0) |
      (unspecified ? UNSPECIFIED : 0) |
      (row.billable ? 0 : INCOMPLETE) |
      (HISTORY_OF.test(row.title) ? HISTORY : 0);
    // "History of Hodgkin lymphoma" in a note is the patient's own.
    const said = terms.filter((word) => word !== 'personal' || !HISTORY_OF.test(row.title));
    for (const required of [said, ...withDenial(row.title)])
      add({
        kind: 'title',
        flags,
        required: canonical(required),
        optional: [],
        target: id,
        manifestation: -1,
        source: id,
      });
  });
  draft.notes.forEach((note, id) => {
    if (note.scopeKind !== 'code' || (note.kind !== 'inclusionTerm' && note.kind !== 'includes')) return;
    const { terms, residual, unspecified } = titleTerms(note.text);
    for (const required of [terms, ...withDenial(note.text)])
      add({
        kind: note.kind === 'includes' ? 'includes' : 'inclusion',
        flags: (residual ? RESIDUAL : 0) | (unspecified ? UNSPECIFIED : 0),
        required: canonical(required),
        optional: [],
        target: find(note.scope),
        manifestation: -1,
        source: id,
      });
  });
}

const HISTORY_OF = /^(personal|family) history of /i;

/** The phrase with what it says is absent, for notes that say so too; most notes do not, so it is no demand. */
function withDenial(text: string): string[][] {
  return /\bwithout\b|\bnot intractable\b/i.test(text) ? [termsOf(text)] : [];
}
