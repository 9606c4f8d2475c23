import type { Release } from '../book/release.ts';
import type { Finding } from '../findings/finding.ts';
import { sentenceAt } from '../note/read-note.ts';
import type { NoteDocument } from '../note/types.ts';
import type { Incomplete } from './candidates.ts';
import { sectionGroup } from './document-style.ts';
import type { Draft } from './encounter/encounter.ts';

const MOST_ANSWERS = 4;
const MOST_FINDINGS = 3;

/**
 * What a diagnosis section states and no code can be given for, since the Tabular divides its category further and the
 * note does not say how: never lost in silence, and each answer shown with the code it leads to.
 */
export function incompleteFindings(
  release: Release,
  document: NoteDocument,
  incomplete: readonly Incomplete[],
  drafts: readonly Draft[],
): Finding[] {
  const { codes } = release;
  const told = new Set<string>();
  return incomplete
    .filter(({ target, span }) => {
      const sentence = sentenceAt(document, span.start);
      const section = sentence === null ? undefined : document.sections[sentence.section];
      const stem = codes.code(target);
      if (section === undefined || sectionGroup(section.kind) !== 'diagnosis' || told.has(stem)) return false;
      const coded = drafts.some(
        (draft) =>
          codes.within(draft.id, target) ||
          draft.supports.some((support) => support.span.start < span.end && span.start < support.span.end),
      );
      told.add(stem);
      return !coded;
    })
    .slice(0, MOST_FINDINGS)
    .map(({ target, span }): Finding => {
      const words = document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      const stem = codes.code(target);
      const answers = codes
        .children(target)
        .slice(0, MOST_ANSWERS)
        .map((child) => `${codes.code(child)} ${codes.title(child)}`);
      return {
        rule: 'icd10cm/incomplete',
        messageId: 'incomplete',
        verdict: 'review',
        lines: [],
        diagnoses: [],
        data: { code: stem, words },
        message: `"${words}" leads to ${stem} ${codes.title(target)}, which is divided further: ${answers.join('; ')}.`,
        fix: 'Ask the provider what the note leaves open, or choose the code that the record supports.',
        citations: [release.cite(stem)],
      };
    });
}
