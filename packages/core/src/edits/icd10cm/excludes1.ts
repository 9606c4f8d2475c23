import { dotless } from '../../book/code-key.ts';
import { spanText, within } from '../../book/code-span.ts';
import { editRule } from '../rule.ts';

/**
 * Two codes an Excludes1 note says are never coded together (Guidelines I.A.12.a). Excludes2 allows both and is never a
 * finding (I.A.12.b).
 */
export const excludes1 = editRule({
  id: 'icd10cm/excludes1',
  meta: {
    title: 'No two codes that exclude each other',
    authority:
      'Guidelines I.A.12.a; Excludes1 notes of the Tabular, inherited from chapter, block and category',
    needs: ['icd10cm'],
    messages: {
      pair: {
        verdict: 'deny',
        says: '{code} and {other} exclude each other: Excludes1 at {scope} names {named}',
        fix: 'Keep the code of the condition that was treated, or confirm that the two are unrelated.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    const told = new Set<string>();
    diagnoses.forEach((code, at) => {
      for (const note of release.notesFor(code)) {
        if (note.kind !== 'excludes1') continue;
        diagnoses.forEach((other, otherAt) => {
          if (dotless(other) === dotless(code)) return;
          if (!note.codes.some((span) => within(other, span.from, span.to))) return;
          // A note above both of them is about neighbours, not about this pair.
          if (note.scopeKind === 'code' && dotless(other).startsWith(dotless(note.scope))) return;
          const key = [at, otherAt].sort((a, b) => a - b).join();
          if (told.has(key)) return;
          told.add(key);
          const scope = printed(note.scope, note.scopeKind);
          report({
            message: 'pair',
            diagnoses: [at, otherAt],
            data: { code, other, scope, named: note.codes.map(spanText).join(', ') },
            cite: release.citeNote(note),
          });
        });
      }
    });
  },
});

function printed(scope: string, kind: string): string {
  return kind === 'code' && scope.length > 3 && !scope.includes('.')
    ? `${scope.slice(0, 3)}.${scope.slice(3)}`
    : scope;
}
