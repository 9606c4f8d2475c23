import type { Span } from '../../note/types.ts';
import { conventionsOf } from '../conventions.ts';
import { addCode, type Draft, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { type Saying, sayings, supportsOf } from './said.ts';

const ADENOMA =
  /\b(?:tubular|tubulovillous|villous|sessile serrated|traditional serrated) (?:adenomas?|polyps?|lesions?)\b[^.;\n]{0,60}|\b[^.;:\n]{0,60}polyps?:? (?:tubular|tubulovillous|villous|sessile serrated|traditional serrated) (?:adenomas?|lesions?)/gi;
const HYPERPLASTIC = /\bhyperplastic polyps?\b[^.;\n]{0,40}/gi;

const WORTH_READING = /adenoma|serrated|hyperplastic polyp/i;

/**
 * What the pathologist's diagnosis in the signed report says of a polyp is coded (Guidelines IV.K): an adenoma is a
 * benign neoplasm of its segment, a hyperplastic polyp is a polyp. Where every polyp is an adenoma none is left for
 * the polyp code.
 */
export const colonPolyp: EncounterRule = {
  id: 'colon-polyp',
  meta: { phase: 'combine', authority: 'Guidelines IV.K, I.C.2' },
  apply(encounter) {
    if (!WORTH_READING.test(encounter.document.text)) return encounter;
    const segments = conventionsOf(encounter.lexicon).polypSegments;
    const adenomas = sayings(encounter, ADENOMA).filter((saying) => !isPast(encounter, saying));
    const hyperplastic = sayings(encounter, HYPERPLASTIC).filter((saying) => !isPast(encounter, saying));
    let next: Encounter = encounter;
    const bySegment = new Map<string, Saying[]>();
    for (const saying of adenomas) {
      const code = segments.find(({ words }) => words.test(saying.match[0]))?.code;
      if (code !== undefined) bySegment.set(code, [...(bySegment.get(code) ?? []), saying]);
    }
    for (const [code, found] of bySegment)
      next = addCode(next, code, supportsOf(found), 0.75, colonPolyp, 'adenoma in the pathology report');
    const polyp = next.drafts.find((draft) => draft.code === 'K63.5');
    if (hyperplastic.length > 0) {
      const supports = supportsOf(hyperplastic);
      if (polyp === undefined)
        return addCode(next, 'K63.5', supports, 0.75, colonPolyp, 'hyperplastic polyp');
      const adenomatous = segments.flatMap(({ words, code }) => (bySegment.has(code) ? [words] : []));
      const elsewhere = polyp.supports.filter(
        ({ span }) => !adenomatous.some((pattern) => pattern.test(wordsAround(encounter, span))),
      );
      const told: Draft = { ...polyp, supports: [...supports, ...elsewhere] };
      return { ...next, drafts: next.drafts.map((draft) => (draft === polyp ? told : draft)) };
    }
    if (polyp !== undefined && bySegment.size > 0)
      next = reject(next, polyp, { kind: 'pathology-named', by: [...bySegment.keys()].join(', ') });
    return next;
  },
};

/** The polyp's own line, to its first stop. */
function wordsAround({ document: { text } }: Encounter, { start, end }: Span): string {
  const before = /[^.;\n]*$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  return `${before}${text.slice(start, end)}${/^[^.;\n]*/.exec(text.slice(end, end + 60))?.[0] ?? ''}`;
}

/** "History of tubular adenoma" is a reason to look again, not a finding. */
function isPast({ document }: Encounter, { match, support }: Saying): boolean {
  const before = document.text.slice(Math.max(0, match.index - 40), match.index);
  return (
    support.section === 'past-medical-history' ||
    support.section === 'indications' ||
    /\b(?:history|hx|h\/o|prior|previous)\b[^.;\n]*$/i.test(before) ||
    /\b(?:history|prior|previous)\b/i.test(match[0])
  );
}
