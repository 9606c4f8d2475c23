import type { Citation } from '../../book/citation.ts';
import { dotted } from '../../book/code-key.ts';
import { spanText, within } from '../../book/code-span.ts';
import type { Note } from '../../book/release.ts';
import { editRule } from '../rule.ts';

const MOST_NAMED = 8;
/** Tobacco is asked for beside half the book; its own rule reads it. */
const EXPOSURE = /^(?:Z77\.?22|Z87\.?891|Z57\.?31|F17|Z72\.?0|P96\.?81)/;
/** Notes that ask for a code only where the record has something to say. */
const IF_ANY = /if applicable|if known|\bany\b|as applicable|where applicable|associated|such as/i;

/**
 * "Use additional code" asks for a companion where it is documented (Guidelines I.A.17, I.B.7). Only notes of the code and
 * its own category: those of a block speak of everything in it. The lines of one note are ways to meet it, so one of
 * them is enough; what several codes of a category ask is asked once.
 */
export const useAdditional = editRule({
  id: 'icd10cm/use-additional',
  meta: {
    title: 'What the Tabular asks for beside a code',
    authority: 'Guidelines I.A.17, I.B.7; "use additional code" notes of the Tabular',
    needs: ['icd10cm'],
    messages: {
      asked: {
        verdict: 'info',
        says: '{scope} asks for an additional code where documented: {named}',
        fix: 'Add it when the record supports it; ask the provider when it is not documented.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    const asked = new Map<string, { places: number[]; named: string; cite: Citation }>();
    diagnoses.forEach((code, at) => {
      if (/^[VWXY]/.test(code)) return;
      const scopes = new Map<string, Note[]>();
      for (const note of release.notesFor(code))
        if (note.kind === 'useAdditionalCode' && note.scopeKind === 'code' && note.codes.length > 0)
          scopes.set(note.scope, [...(scopes.get(note.scope) ?? []), note]);
      for (const [scope, notes] of scopes) {
        const spans = notes.flatMap((note) => note.codes).filter(({ from }) => !EXPOSURE.test(from));
        if (spans.length === 0 || notes.some((note) => IF_ANY.test(note.text))) continue;
        if (diagnoses.some((other) => spans.some((span) => within(other, span.from, span.to)))) continue;
        const known = asked.get(scope);
        const named = [...new Set(spans.map(spanText))].slice(0, MOST_NAMED).join(', ');
        if (known !== undefined) known.places.push(at);
        else if (notes[0] !== undefined)
          asked.set(scope, { places: [at], named, cite: release.citeNote(notes[0]) });
      }
    });
    for (const [scope, { places, named, cite }] of asked)
      report({
        message: 'asked',
        diagnoses: places,
        data: { scope: dotted(scope), named },
        cite,
      });
  },
});
