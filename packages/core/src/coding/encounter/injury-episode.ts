import type { Draft, Encounter, EncounterRule } from './encounter.ts';
import { recode, reject, under } from './encounter.ts';
import { sayings } from './said.ts';

/** A visit for healing says so with the injury: a bare "follow-up" may be for anything. */
const AFTERCARE =
  /\b(?:follow[- ]?up|recheck|post-?op(?:erative)? (?:visit|check)|cast (?:check|change|removal)|splint removal|suture removal|weeks? (?:post-?op|out from|status post)|status post (?:ORIF|open reduction|closed reduction|fixation|casting|splinting))\b[^.;\n]{0,60}\b(?:fractur\w+|sprain\w*|dislocat\w+|lacerat\w+|wound|burn|injur\w+|ORIF|cast|splint|sutures?)\b|\b(?:fracture|wound|laceration|burn|sprain)s?\b[^.;\n]{0,30}\b(?:is |are )?(?:healing|healed)\b/gi;
const TYPE_III = /\b(?:gustilo|type|grade)\b[^.;\n]{0,25}\b(?:III|3)[ABC]?\b/i;

/**
 * The 7th character by episode (Guidelines I.C.19.a, I.C.19.c): routine care while the injury heals is a subsequent
 * encounter, with the character of a closed or open fracture; an open fracture of type III has its own.
 */
export const injuryEpisode: EncounterRule = {
  id: 'injury-episode',
  meta: { phase: 'status', authority: 'Guidelines I.C.19.a, I.C.19.c' },
  apply(encounter) {
    let next: Encounter = encounter;
    const healing =
      encounter.style === 'sectioned' &&
      encounter.setting !== 'ed' &&
      sayings(encounter, AFTERCARE).some(
        ({ support }) =>
          !['plan', 'instructions', 'disposition'].includes(support.section) &&
          !(
            support.section === 'assessment-and-plan' &&
            /follow/i.test(encounter.document.text.slice(support.span.start, support.span.end))
          ),
      );
    for (const draft of encounter.drafts) {
      if (!/^S/.test(draft.code) || draft.code.length !== 8) continue;
      const typed = openType(encounter, draft);
      const character = healing ? afterCare(typed) : typed;
      if (character === draft.code.at(-1)) continue;
      next = recode(
        next,
        draft,
        `${draft.code.slice(0, 7)}${character}`,
        injuryEpisode,
        healing ? 'care while it heals' : 'open fracture, type III',
      );
    }
    return withoutAftercare(next);
  },
};

/** The injury with its subsequent 7th character says the aftercare; no Z code does beside it (I.C.19.a, I.C.21.c.7). */
function withoutAftercare(encounter: Encounter): Encounter {
  const healing = encounter.drafts.find(
    ({ id, code }) =>
      /^[ST]/.test(code) && /\bsubsequent encounter\b/.test(encounter.release.codes.title(id)),
  );
  if (healing === undefined) return encounter;
  let next = encounter;
  for (const draft of encounter.drafts)
    if (under(draft.code, 'Z09', 'Z48.0'))
      next = reject(next, draft, { kind: 'already-said', by: healing.code });
  return next;
}

/** B for an open fracture, C for its type III where the category tells them apart. */
function openType({ release, document: { text } }: Encounter, { code, supports }: Draft): string {
  const last = code.at(-1) ?? 'A';
  if (last !== 'B') return last;
  const meaning =
    release.seventhCharacters(code)?.characters.find(({ character }) => character === 'C')?.meaning ?? '';
  const third = supports.some(({ span }) =>
    TYPE_III.test(text.slice(Math.max(0, span.start - 60), span.end + 60)),
  );
  return third && /\bIII/.test(meaning) ? 'C' : 'B';
}

function afterCare(character: string): string {
  return { A: 'D', B: 'E', C: 'F' }[character] ?? character;
}
