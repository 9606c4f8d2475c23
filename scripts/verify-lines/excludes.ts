import { dotless } from '../../packages/core/src/book/code-key.ts';
import type { CodeSpan, NoteRow, ReleaseDraft } from '../../packages/core/src/book/rows.ts';

/** Two codes of one encounter and the Excludes1 note that keeps them apart. */
export interface Excluded {
  readonly pair: readonly [string, string];
  readonly note: string;
}

/**
 * Finds the Excludes1 pairs among the codes of a line. Notes of a chapter, a section and every code above count; a note that
 * narrows its range in words ("with fifth character 2") is left to the coder.
 */
export function createExcludes(release: ReleaseDraft): (codes: readonly string[]) => Excluded[] {
  const notes = release.notes.filter(
    ({ kind, codes, text }) => kind === 'excludes1' && codes.length > 0 && !/character/i.test(text),
  );
  const bounds = new Map<string, CodeSpan>([
    ...release.sections.map((row): [string, CodeSpan] => [`section ${row.section}`, row]),
    ...release.chapters.map((row): [string, CodeSpan] => [`chapter ${row.chapter}`, row]),
  ]);
  const governs = ({ scopeKind, scope }: NoteRow, code: string): boolean => {
    if (scopeKind === 'code') return dotless(code).startsWith(dotless(scope));
    const span = bounds.get(`${scopeKind} ${scope}`);
    return span !== undefined && holds(span, code);
  };
  return (codes) =>
    codes.flatMap((code) => {
      const above = notes.filter((note) => governs(note, code));
      return codes.flatMap((other): Excluded[] => {
        if (other === code) return [];
        // A note of a section may name codes of the section itself: it is not about a code and its own kind.
        const note = above.find(
          (row) =>
            row.codes.some((span) => holds(span, other)) && !row.codes.some((span) => holds(span, code)),
        );
        return note === undefined ? [] : [{ pair: [code, other], note: `${note.scope} ${note.text}` }];
      });
    });
}

/** Whether a span names the code; both ends cover their descendants. */
function holds({ from, to }: CodeSpan, code: string): boolean {
  const [first, last, key] = [dotless(from), dotless(to), dotless(code)];
  return key.startsWith(first) || key.startsWith(last) || (first <= key && key <= last);
}
