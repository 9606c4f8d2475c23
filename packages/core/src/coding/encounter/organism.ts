import { within } from '../../book/code-span.ts';
import { type EncounterRule, recode } from './encounter.ts';

/** A bacterial infection of unspecified site, and the code of the same organism as the cause of another disease. */
const AS_CAUSE: readonly (readonly [string, string])[] = [
  ['A49.01', 'B95.61'],
  ['A49.02', 'B95.62'],
  ['A49.1', 'B95.5'],
  ['A49.2', 'B96.3'],
  ['A49.3', 'B96.0'],
];

/**
 * Where the infection's site is coded and its code asks for the organism, the organism is an additional code of
 * B95–B97, not an infection of unspecified site (Guidelines I.C.1.b).
 */
export const organism: EncounterRule = {
  id: 'organism',
  meta: { phase: 'combine', authority: 'Guidelines I.C.1.b' },
  apply(encounter) {
    let next = encounter;
    for (const [unspecified, cause] of AS_CAUSE) {
      const draft = next.drafts.find((other) => other.code === unspecified);
      if (draft === undefined) continue;
      const site = next.drafts.find((other) =>
        encounter.release
          .notesFor(other.code)
          .some(
            (note) =>
              note.kind === 'useAdditionalCode' &&
              note.codes.some((span) => within(cause, span.from, span.to)),
          ),
      );
      if (site !== undefined) next = recode(next, draft, cause, organism, `the organism of ${site.code}`);
    }
    return next;
  },
};
