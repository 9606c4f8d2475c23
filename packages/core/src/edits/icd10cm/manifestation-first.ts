import { spanText, within } from '../../book/code-span.ts';
import { editRule } from '../rule.ts';
import { isManifestation } from './manifestation.ts';

/** Etiologies named in the message; the note has the rest. */
const MOST_NAMED = 8;

/** A manifestation is never first and never without the disease that causes it (Guidelines I.A.13). */
export const manifestationFirst = editRule({
  id: 'icd10cm/manifestation-first',
  meta: {
    title: 'A manifestation follows its etiology',
    authority: 'Guidelines I.A.13 (etiology/manifestation convention)',
    needs: ['icd10cm'],
    messages: {
      alone: {
        verdict: 'deny',
        says: '{code} is a manifestation: the disease that causes it is coded before it{etiologies}',
        fix: 'Code the underlying disease first, or ask the provider for it.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    diagnoses.forEach((code, at) => {
      const id = release.codes.find(code);
      if (id < 0 || !isManifestation(release.codes.title(id))) return;
      const notes = release.notesFor(code).filter(({ kind }) => kind === 'codeFirst');
      const spans = notes.flatMap((note) => note.codes);
      const before = diagnoses
        .slice(0, at)
        .some((other) => spans.length === 0 || spans.some((span) => within(other, span.from, span.to)));
      // A note that only gives examples ("such as") leaves any disease before it standing.
      const open = notes.some(({ text }) => /such as|underlying/i.test(text)) && at > 0;
      if (before || open) return;
      const named = spans.slice(0, MOST_NAMED).map(spanText).join(', ');
      report({
        message: 'alone',
        diagnoses: [at],
        data: { code, etiologies: named === '' ? '' : ` (${named})` },
        cite: notes[0] === undefined ? release.cite(code) : release.citeNote(notes[0]),
      });
    });
  },
});
