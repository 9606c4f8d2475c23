import { addCode, type Encounter, type EncounterRule } from './encounter.ts';

/** "If applicable", "such as", "underlying": the note leaves the cause to the record. */
const LEFT_OPEN = /\b(?:if|such as|any|underlying|associated|when|where)\b/i;

/**
 * A code whose "code first" note names one code and nothing else cannot be true without it: pneumonia due to COVID-19
 * is COVID-19 (Guidelines I.A.13, I.C.1.g.1.c). The title says so, so the cause is coded with the same evidence.
 */
export const namedCause: EncounterRule = {
  id: 'named-cause',
  meta: { phase: 'combine', authority: 'Guidelines I.A.13' },
  apply(encounter) {
    let next: Encounter = encounter;
    for (const draft of encounter.drafts) {
      if (!/\bdue to\b|\bin\b/i.test(encounter.release.codes.title(draft.id))) continue;
      const notes = encounter.release.notesAt('code', draft.code).filter(({ kind }) => kind === 'codeFirst');
      const [note] = notes;
      const [span] = note?.codes ?? [];
      if (note === undefined || span === undefined || notes.length > 1 || note.codes.length > 1) continue;
      if (span.from !== span.to || LEFT_OPEN.test(note.text)) continue;
      next = addCode(
        next,
        span.from,
        draft.supports,
        draft.confidence,
        namedCause,
        `“code first” at ${draft.code}`,
      );
    }
    return next;
  },
};
