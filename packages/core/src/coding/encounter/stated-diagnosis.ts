import type { NoteDocument } from '../../note/types.ts';
import type { Support } from '../candidates.ts';
import { isPlainlyStated } from '../confidence.ts';
import { type DocumentStyle, sectionGroup } from '../document-style.ts';
import type { Draft } from './encounter.ts';

const AUTHORITY = 'Guidelines II, III, IV.J';

/**
 * A diagnosis the provider lists as such (an entry of the postoperative, discharge or final diagnoses, of the
 * impression or assessment) is coded as documented (Guidelines IV.J, II and III): the model does not outvote the
 * provider. It must be the plain reading of the words, and nothing in its clause may speak of something else.
 */
export function isStatedDiagnosis(draft: Draft, style: DocumentStyle, document: NoteDocument): boolean {
  return style === 'sectioned' && draft.supports.some((support) => isStated(support, document));
}

/** At least as likely as not, and the trail says why. */
export function asStated(draft: Draft): Draft {
  const step = {
    step: 'rule',
    rule: 'stated-diagnosis',
    result: 'the provider lists it as a diagnosis',
    authority: AUTHORITY,
  } as const;
  return {
    ...draft,
    confidence: Math.max(draft.confidence, 0.5 + draft.confidence / 2),
    trail: [...draft.trail, step],
  };
}

/**
 * Every place that supports it is a statement whose words other readings already take up: "schizophrenia, acute" in
 * "paranoid schizophrenia, acute exacerbation".
 */
export function isLeftOver(supports: readonly Support[]): boolean {
  return supports.every(
    ({ section, selected, stated }) =>
      stated !== true &&
      sectionGroup(section) === 'diagnosis' &&
      selected.overlap > MOST_SHARED &&
      !selected.ownFinding,
  );
}

const MOST_SHARED = 0.4;

/** Every place only names a drug: long-term use is for the rule that knows what the drug is taken for. */
export function namesOnlyDrugs(supports: readonly Support[]): boolean {
  return supports.every(({ drug }) => drug === true);
}

function isStated(support: Support, document: NoteDocument): boolean {
  if (!isPlainlyStated(support)) return false;
  const { section, assertion } = support;
  const treatedHere =
    assertion.assertion === 'historical' &&
    assertion.cue !== null &&
    OF_THE_STAY.has(section) &&
    RESOLVED.test(document.text.slice(assertion.cue.start, assertion.cue.end));
  return assertion.assertion === 'present' || assertion.assertion === 'possible' || treatedHere;
}

/** "Resolved" in the discharge diagnoses was treated during the stay and is coded (Guidelines III). */
const OF_THE_STAY: ReadonlySet<string> = new Set([
  'discharge-diagnosis',
  'principal-diagnosis',
  'secondary-diagnosis',
  'final-diagnosis',
]);
const RESOLVED = /resolved|treated|improved/i;
