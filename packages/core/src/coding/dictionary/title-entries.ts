import { dotless } from '../../book/code-key.ts';
import type { CodeRow, ReleaseDraft } from '../../book/rows.ts';
import type { Add, Find } from './compiling.ts';
import { HISTORY, INCOMPLETE, RESIDUAL, UNSPECIFIED } from './entry.ts';
import { termsOf, titleTerms } from './terms.ts';

export function titleEntries(
  draft: ReleaseDraft,
  canonical: (terms: readonly string[]) => string[],
  find: Find,
  add: Add,
): void {
  const titles = new Set(draft.codes.map((row) => `${row.parent} ${row.title}`));
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
    // The side is chosen on the way down, so that it never speaks for a phrase against one that says more.
    const whole = isOneSide(row, titles) ? find(row.parent) : -1;
    for (const required of [said, ...withDenial(row.title)])
      add({
        kind: 'title',
        flags: whole < 0 ? flags : flags | INCOMPLETE,
        required: canonical(whole < 0 ? required : required.filter((word) => !SIDES.has(word))),
        optional: [],
        target: whole < 0 ? id : whole,
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

const SIDES = new Set(['right', 'left', 'side']);

/** One of the codes of a condition by side: another of the same parent says the same of the other side. */
function isOneSide({ parent, title }: CodeRow, titles: ReadonlySet<string>): boolean {
  if (parent === undefined) return false;
  const other = title.replace(/\b(right|left)\b/g, (side) => (side === 'right' ? 'left' : 'right'));
  return other !== title && titles.has(`${parent} ${other}`);
}

const HISTORY_OF = /^(personal|family) history of /i;

/** The phrase with what it says is absent, for notes that say so too; most notes do not, so it is no demand. */
function withDenial(text: string): string[][] {
  return /\bwithout\b|\bnot intractable\b/i.test(text) ? [termsOf(text)] : [];
}
