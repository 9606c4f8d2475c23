import { intent } from '../intent.ts';
import { missed, named, pageOf, rowOf } from '../say.ts';

const ASKS =
  / (?:difference|differ|differs|different|compare|compared|versus|vs|instead of|rather than|choose|distinguish) /;

/** Two codes beside each other: title, level, what each includes and excludes. */
export const compare = intent({
  id: 'compare',
  examples: ['difference between K21.00 and K21.9', 'J44.0 vs J44.1', 'M54.50 versus M54.59'],
  read({ codes, plain }) {
    return codes.length === 2 && ASKS.test(plain)
      ? { slots: codes.map(({ code }) => code), sure: 0.78 }
      : null;
  },
  answer([one = '', other = ''], question, jobs) {
    const a = pageOf(jobs, one, question);
    if (!a.found) return missed(a, jobs);
    const b = pageOf(jobs, other, question);
    if (!b.found) return missed(b, jobs);
    const parent = a.hierarchy.ancestors.findLast(({ code }) =>
      b.hierarchy.ancestors.some((up) => up.code === code),
    );
    const lines = [a, b].flatMap((page) =>
      page.notes
        .filter(({ kind }) => kind === 'inclusionTerm' || kind === 'includes')
        .flatMap((group) => group.notes.filter((note) => !note.inherited))
        .slice(0, 6)
        .map((note) => ({ code: page.code, note })),
    );
    return {
      verdict: { kind: 'value', value: `${a.title} / ${b.title}` },
      says: [
        `${named(a)}${a.billable ? '' : ' (a heading)'}; ${named(b)}${b.billable ? '' : ' (a heading)'}.`,
        parent === undefined ? 'They stand in different categories.' : `Both stand under ${named(parent)}.`,
        ...lines.map(({ code, note }) => `${code} also covers “${note.text}”.`),
      ],
      codes: [a.code, b.code],
      citations: [
        ...rowOf(a),
        ...rowOf(b),
        ...lines.map(({ note }) => ({ ...note.citation, quote: note.text })),
      ],
    };
  },
});
