import type { NoteDocument } from '../../note/types.ts';
import type { Support } from '../candidates.ts';
import { isEmptyWord } from '../dictionary/terms.ts';
import { type DocumentStyle, sectionGroup } from '../document-style.ts';
import type { Draft } from './encounter.ts';

const AUTHORITY = 'Guidelines II, III, IV.J';

/**
 * A diagnosis the provider lists as such (an entry of the postoperative, discharge or final diagnoses, of the
 * impression or assessment) is coded as documented (Guidelines IV.J, II and III): the model does not outvote the
 * provider. It must be the plain reading of the words, and the words must be, or begin, the entry.
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

function isStated(
  { section, selected, rank, share, listItem, assertion }: Support,
  document: NoteDocument,
): boolean {
  if (sectionGroup(section) !== 'diagnosis') return false;
  const treatedHere =
    assertion.assertion === 'historical' &&
    assertion.cue !== null &&
    OF_THE_STAY.has(section) &&
    RESOLVED.test(document.text.slice(assertion.cue.start, assertion.cue.end));
  if (assertion.assertion !== 'present' && assertion.assertion !== 'possible' && !treatedHere) return false;
  const { mention, overlap } = selected;
  if (
    rank > 0 ||
    overlap > 0.8 ||
    mention.gap > (mention.tokens.length > 3 ? 3 : 1) ||
    (mention.distance > 1 && mention.tokens.length < 2)
  )
    return false;
  return (
    share >= 0.6 || (listItem && (share >= 0.4 || inHeadOfEntry(document, mention.sentence, mention.tokens)))
  );
}

/** "Resolved" in the discharge diagnoses was treated during the stay and is coded (Guidelines III). */
const OF_THE_STAY: ReadonlySet<string> = new Set([
  'discharge-diagnosis',
  'principal-diagnosis',
  'secondary-diagnosis',
  'final-diagnosis',
]);
const RESOLVED = /resolved|treated|improved/i;

const LONGEST_HEAD = 10;
/** Words that may stand before the diagnosis in its entry ("hypertension with diabetic …"). */
const MOST_BEFORE = 2;

/**
 * A list entry's head is what stands before its first colon, stop or dash: "Hypertension with chronic kidney disease:
 * losartan continued". A head that runs on is a sentence about the patient, not a diagnosis.
 */
function inHeadOfEntry(document: NoteDocument, index: number, tokens: readonly number[]): boolean {
  const sentence = document.sentences[index];
  const [first] = tokens;
  const last = tokens.at(-1);
  if (sentence === undefined || first === undefined || last === undefined) return false;
  let content = 0;
  let before = 0;
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    const token = document.tokens[at];
    if (
      token?.kind === 'punctuation' &&
      at > sentence.firstToken + 1 &&
      (token.norm === ':' || token.norm === ';' || token.norm === '.')
    )
      return last < at && content <= LONGEST_HEAD;
    if (token?.kind !== 'word' || isEmptyWord(token.norm)) continue;
    content++;
    if (at < first && ++before > MOST_BEFORE) return false;
  }
  return content <= LONGEST_HEAD;
}
