import type { SectionKind } from '../../../note/types.ts';
import type { ProcedureMention } from './find-mentions.ts';
import weights from './weights.json' with { type: 'json' };

/** Below this a procedure stays unsaid; learned with the weights. */
export const THRESHOLD: number = weights.threshold;

const PRIORS: Readonly<Record<string, number>> = weights.terms;
const KINDS: Readonly<Record<string, number>> = weights.kinds;

/** Headings under which what was done is listed. */
const DONE: ReadonlySet<SectionKind> = new Set(['procedure', 'procedure-description', 'findings', 'title']);

/**
 * How often coders report a procedure that a note names in these words, from the training half of the development set;
 * an axis that had to be assumed lowers it, a procedure heading raises it.
 */
export function confidenceOfProcedure(
  code: string,
  mentions: readonly ProcedureMention[],
  assumed: number,
): number {
  let best = 0;
  for (const { term, section, sideFromNote } of mentions) {
    const prior = PRIORS[`${term.key} ${code.slice(0, 4)}`] ?? PRIORS[term.key] ?? KINDS[term.kind] ?? 0.5;
    const listed = section !== undefined && DONE.has(section.kind);
    const plain = listed ? 1 - (1 - prior) * 0.3 : prior;
    best = Math.max(best, plain * (sideFromNote ? 0.9 : 1));
  }
  const sure = best * 0.97 ** assumed;
  return Math.round(Math.min(0.98, sure) * 1000) / 1000;
}
