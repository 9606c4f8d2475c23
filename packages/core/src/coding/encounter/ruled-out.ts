import type { Support } from '../candidates.ts';
import { type Draft, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { spanSupport } from './said.ts';

/** After a diagnosis, in its own sentence or list entry. */
const OUT =
  /^[^.;,\n]{0,60}\b(?:(?:was|were|has been|have been|is|are|being|but)\s+)?(?:ruled out|excluded)\b/i;
/** "Cannot be ruled out", "to be ruled out": still open. */
const NOT_OUT = /\b(?:cannot|can't|could not|not|never|yet|to be|will be|should be|must be|needs?)\b/i;
const NO_SIGN =
  /^\s{0,2}[:-]\s{0,2}(?:there (?:is|are|was|were) )?(?:no (?:current |clinical )?(?:signs?|evidence|symptoms?|findings)\b|none\b|negative\b|not present\b|absent\b)/i;

/**
 * A diagnosis that was considered and ruled out is not an uncertain diagnosis: no setting codes it (Guidelines II.H
 * and III.C reach only what is still uncertain at discharge). A list entry that opens with a denial is none either.
 */
export const ruledOut: EncounterRule = {
  id: 'ruled-out',
  meta: { phase: 'not-so', authority: 'Guidelines II.H, III.C, IV.H' },
  apply(encounter) {
    let next: Encounter = encounter;
    for (const draft of encounter.drafts) {
      const denials = draft.supports.flatMap((support) => denialAfter(encounter, support) ?? []);
      if (denials.length === 0) continue;
      const standing = draft.supports.filter((support) => denialAfter(encounter, support) === null);
      if (standing.length === 0) next = rejectWith(next, draft, denials);
      else
        next = {
          ...next,
          drafts: next.drafts.map(
            (other): Draft => (other === draft ? { ...draft, supports: standing } : other),
          ),
        };
    }
    return next;
  },
};

function rejectWith(encounter: Encounter, draft: Draft, denials: readonly Support[]): Encounter {
  const told: Draft = { ...draft, supports: [...draft.supports, ...denials] };
  return reject(
    { ...encounter, drafts: encounter.drafts.map((other) => (other === draft ? told : other)) },
    told,
    { kind: 'ruled-out' },
  );
}

/** The words that rule it out, to the end of their sentence or line. */
function denialAfter(encounter: Encounter, { span }: Support): Support | null {
  const after = encounter.document.text.slice(span.end, span.end + 100);
  const out = OUT.exec(after);
  const match = out !== null && !NOT_OUT.test(out[0]) ? out : NO_SIGN.exec(after);
  if (match === null) return null;
  const rest = /^[^.\n]{0,80}/.exec(after.slice(match[0].length))?.[0] ?? '';
  const words = /[^\s:,-].*$/s.exec(match[0])?.[0] ?? match[0];
  const start = span.end + match[0].length - words.length;
  return (
    spanSupport(encounter, { start, end: span.end + match[0].length + rest.length }) ??
    spanSupport(encounter, span)
  );
}
