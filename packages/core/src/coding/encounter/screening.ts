import { addCode, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { sayings, supportsOf } from './said.ts';

/** Screenings that are an encounter of their own, the words that name them, and the code. */
const SCREENINGS: readonly { readonly words: RegExp; readonly code: string }[] = [
  {
    words:
      /\bscreening (?:colonoscopy|for (?:colon|colorectal|colo-rectal) (?:cancer|neoplasia|malignancy))\b|\b(?:colon|colorectal) cancer screening\b/gi,
    code: 'Z12.11',
  },
  { words: /\bscreening mammogra(?:m|phy)\b/gi, code: 'Z12.31' },
];
const DUE =
  /\b(?:due for|overdue|schedul\w+|refer\w*|recommend\w*|consider\w*|last|previous|prior|declin\w*|up to date|order\w*|discuss\w*)\b[^.;\n]{0,60}$/i;

/**
 * A screening is the reason for the encounter and stays first-listed whatever it finds (Guidelines I.C.21.c.5). Only
 * where the note reports the examination itself, not where it is planned.
 */
export const screening: EncounterRule = {
  id: 'screening',
  meta: { phase: 'combine', authority: 'Guidelines I.C.21.c.5' },
  apply(encounter) {
    let next: Encounter = withoutPlanned(encounter);
    for (const { words, code } of SCREENINGS) {
      const found = sayings(encounter, words, ['present', 'hypothetical']).filter(
        ({ match, support }) =>
          support.section !== 'plan' &&
          support.section !== 'instructions' &&
          !DUE.test(encounter.document.text.slice(Math.max(0, match.index - 80), match.index)),
      );
      if (found.length === 0) continue;
      const chosen = next.drafts.find((draft) => draft.code === code);
      if (chosen !== undefined) {
        const told = {
          ...chosen,
          supports: [
            ...chosen.supports,
            ...supportsOf(found).map((support) => ({
              ...support,
              assertion: { assertion: 'present', cue: null, because: 'default' } as const,
            })),
          ],
        };
        next = { ...next, drafts: next.drafts.map((draft) => (draft === chosen ? told : draft)) };
      } else if (reportsAnExamination(encounter))
        next = addCode(next, code, supportsOf(found), 0.8, screening, 'the encounter is a screening');
    }
    return next;
  },
};

/** "Due for screening colonoscopy" is a plan for another encounter. */
function withoutPlanned(encounter: Encounter): Encounter {
  const { text } = encounter.document;
  let next = encounter;
  for (const draft of encounter.drafts)
    if (
      draft.code.startsWith('Z12.') &&
      draft.supports.every(({ span }) => DUE.test(text.slice(Math.max(0, span.start - 80), span.start)))
    )
      next = reject(next, draft, { kind: 'planned' });
  return next;
}

function reportsAnExamination({ document, operative }: Encounter): boolean {
  return (
    operative ||
    (document.sections.some(({ kind }) => kind === 'findings') &&
      document.sections.some(
        ({ kind }) => kind === 'procedure' || kind === 'procedure-description' || kind === 'indications',
      ))
  );
}
