import { spanText, within } from '../../book/code-span.ts';
import { editRule } from '../rule.ts';
import { isManifestation } from './manifestation.ts';

const MOST_NAMED = 8;
/** Severe sepsis never stands without the infection before it (Guidelines I.C.1.d.1.b). */
const NEVER_ALONE = /^R65\.?2/;
/** The codes its note names are examples ("such as"): any infection of chapter 1 is an underlying infection. */
const INFECTION = /^[AB]/i;

/** A "code first" note puts the underlying condition before the code it stands at (Guidelines I.A.13, I.B.7). */
export const codeFirst = editRule({
  id: 'icd10cm/code-first',
  meta: {
    title: 'What is coded first stands first',
    authority: 'Guidelines I.A.13, I.B.7; "code first" notes of the Tabular',
    needs: ['icd10cm'],
    messages: {
      order: {
        verdict: 'deny',
        says: '{other} is coded before {code}: a "code first" note at {scope}',
        fix: 'Put {other} before {code}.',
      },
      missing: {
        verdict: 'review',
        says: '{code} follows its underlying condition ({named}), which is not among the codes',
        fix: 'Put the underlying condition first; ask the provider when the record does not name it.',
      },
    },
  },
  check({ diagnoses }, on, report) {
    const release = on.release('icd10cm');
    if (release === null) return;
    diagnoses.forEach((code, at) => {
      const id = release.codes.find(code);
      if (id < 0 || isManifestation(release.codes.title(id))) return;
      const notes = release.notesFor(code).filter(({ kind }) => kind === 'codeFirst');
      const meets = (other: string): boolean =>
        notes.some((note) => note.codes.some((span) => within(other, span.from, span.to))) ||
        (NEVER_ALONE.test(code) && INFECTION.test(other));
      const first = diagnoses.findIndex((other, place) => place !== at && meets(other));
      if (first >= 0 && first < at) return;
      const [note] = notes;
      if (note === undefined) return;
      const { scope } = note;
      const cite = release.citeNote(note);
      const other = diagnoses[first] ?? '';
      if (first > at)
        report({ message: 'order', diagnoses: [at, first], data: { code, other, scope }, cite });
      // Most such notes speak of one situation among many; only these never stand without what comes before them.
      else if (NEVER_ALONE.test(code)) {
        const named = notes
          .flatMap((note) => note.codes)
          .slice(0, MOST_NAMED)
          .map(spanText)
          .join(', ');
        report({ message: 'missing', diagnoses: [at], data: { code, named }, cite });
      }
    });
  },
});
