import type { NoteKind } from '../../book/rows.ts';
import type { NoteGroup } from '../../show/types.ts';
import { intent } from '../intent.ts';
import { datedNote, listed, missed, pageOf, rowOf } from '../say.ts';

const KINDS: readonly (readonly [RegExp, readonly NoteKind[]])[] = [
  [/ excludes? ?1 /, ['excludes1']],
  [/ excludes? ?2 /, ['excludes2']],
  [/ (?:exclude|excludes|excluded|exclusion|exclusions) /, ['excludes1', 'excludes2']],
  [/ (?:code first|coded first|etiology|underlying|cause first|coded before) /, ['codeFirst']],
  [
    / (?:use additional|additional code|additional codes|secondary codes?|what else|also coded|companion) /,
    ['useAdditionalCode', 'codeAlso'],
  ],
  [/ code also /, ['codeAlso']],
  [
    / (?:includes?|included|inclusion|inclusion terms|covers?|synonyms|other names) /,
    ['includes', 'inclusionTerm'],
  ],
  [
    / (?:notes|instructions?|instructional|rules|guidance|tabular) /,
    [
      'includes',
      'inclusionTerm',
      'excludes1',
      'excludes2',
      'codeFirst',
      'useAdditionalCode',
      'codeAlso',
      'note',
      'sevenChrNote',
    ],
  ],
];

/** The notes of the Tabular that govern a code, of the kinds asked for. */
export const notes = intent({
  id: 'notes',
  examples: [
    'What does K22.0 exclude?',
    'Excludes1 notes of J44',
    'what must be coded first with F02.80',
    'use additional code notes for E11.22',
    'what is included in K22.4',
  ],
  read({ codes, plain }) {
    const [code, second] = codes;
    if (code === undefined || second !== undefined) return null;
    const kinds = KINDS.find(([cue]) => cue.test(plain))?.[1];
    return kinds === undefined ? null : { slots: { code: code.code, kinds }, sure: 0.74 };
  },
  answer({ code, kinds }, question, jobs) {
    const page = pageOf(jobs, code, question);
    if (!page.found) return missed(page, jobs);
    const groups = page.notes.filter(({ kind }) => kinds.includes(kind));
    if (groups.length === 0)
      return {
        verdict: { kind: 'no' },
        says: [
          `None: ${page.code} ${page.title} has no such note in ${page.source} ${page.version}, of its own or from above it.`,
          ...datedNote(page),
        ],
        codes: [page.code],
        citations: rowOf(page),
      };
    const spans = groups.flatMap((group) =>
      group.notes.flatMap((note) => note.codes.map(({ from }) => from)),
    );
    return {
      verdict: { kind: 'codes' },
      says: [...groups.map(said), ...datedNote(page)],
      // A note may name a code that the release does not have.
      codes: [page.code, ...new Set(spans)].slice(0, 40).filter((one) => pageOf(jobs, one, question).found),
      citations: groups.flatMap((group) =>
        group.notes.map((note) => ({ ...note.citation, quote: note.text })),
      ),
    };
  },
});

function said({ label, notes: own }: NoteGroup): string {
  const lines = own.map(
    ({ text, inherited, origin }) => `“${text}”${inherited ? ` (at ${origin.scope})` : ''}`,
  );
  return `${label}: ${listed(lines, 20)}.`;
}
