import { addCode, type Draft, type Encounter, type EncounterRule, recode } from './encounter.ts';

const HYPOXIA = /\bhypox(?:ia|ic|emia|emic)\b/i;
const HYPERCAPNIA = /\bhypercapni(?:a|c)\b|\bhypercarbi(?:a|c)\b|\bCO2 retention\b/i;

/**
 * Respiratory failure by what the provider says of the gases, in the words of the diagnosis itself; both hypoxia and
 * hypercapnia are both coded (Guidelines I.C.10.b, I.B.2). A blood gas alone never gives either.
 */
export const respiratoryFailure: EncounterRule = {
  id: 'respiratory-failure',
  meta: { phase: 'combine', authority: 'Guidelines I.C.10.b, I.B.2' },
  apply(encounter) {
    const failure = encounter.drafts.find(({ code }) => /^J96\.[0-2]/.test(code));
    if (failure === undefined) return encounter;
    const words = clauses(encounter, failure);
    const stem = failure.code.slice(0, 5);
    const wanted = [...(HYPOXIA.test(words) ? ['1'] : []), ...(HYPERCAPNIA.test(words) ? ['2'] : [])].map(
      (last) => `${stem}${last}`,
    );
    let next: Encounter = encounter;
    for (const code of wanted) {
      const open = next.drafts.find((draft) => draft.code === `${stem}0`);
      const result = 'the gases are named with it';
      next =
        open === undefined
          ? addCode(next, code, failure.supports, failure.confidence, respiratoryFailure, result)
          : recode(next, open, code, respiratoryFailure, result);
    }
    return next;
  },
};

/** The diagnosis with what follows "with" in the same clause. */
function clauses({ document: { text } }: Encounter, { supports }: Draft): string {
  return supports
    .map(
      ({ span }) =>
        `${/[^.;,\n]*$/.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[0] ?? ''}${text.slice(span.start, span.end)}${/^[^.;\n]{0,60}/.exec(text.slice(span.end, span.end + 60))?.[0] ?? ''}`,
    )
    .join('\n');
}
