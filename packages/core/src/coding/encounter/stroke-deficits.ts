import { sentenceAt } from '../../note/read-note.ts';
import { conventionsOf } from '../conventions.ts';
import {
  addCode,
  type Draft,
  type Encounter,
  type EncounterRule,
  recode,
  reject,
  under,
} from './encounter.ts';

const SEQUELA = /^I69\.[0-8]/;
/** Words that make a deficit one of an old stroke, in the sentence that tells it. */
const OF_STROKE =
  /\b(?:residual|sequelae?|late effects?|deficits?|post-?stroke|(?:from|after|following|since|due to|status post|s\/p) (?:\w+ ){0,4}(?:stroke|cva|infarct\w*))\b/i;

/**
 * Each deficit that an old stroke left has its code of I69, the same kind of stroke for all (Guidelines I.C.9.d.1); the
 * stroke itself is no longer coded beside them (I.C.9.d.3).
 */
export const strokeDeficits: EncounterRule = {
  id: 'stroke-deficits',
  meta: { phase: 'combine', authority: 'Guidelines I.C.9.d.1, I.C.9.d.3', after: ['dysphagia-phase'] },
  apply(encounter) {
    const first = encounter.drafts.find((draft) => SEQUELA.test(draft.code));
    if (first === undefined) return encounter;
    const kind = first.code.slice(0, 5);
    const told = new Set(
      encounter.drafts
        .filter((draft) => SEQUELA.test(draft.code))
        .flatMap((draft) => placesOf(encounter, draft)),
    );
    const isOfStroke = (draft: Draft): boolean =>
      placesOf(encounter, draft).some((place) => told.has(place) || OF_STROKE.test(textOf(encounter, place)));
    let next: Encounter = encounter;
    for (const { stems, code: digits } of conventionsOf(encounter.lexicon).strokeDeficits)
      for (const draft of next.drafts) {
        if (!under(draft.code, ...stems) || !isOfStroke(draft)) continue;
        const code = `${kind}${digits.replace('+', '')}`;
        const result = `left by the stroke of ${first.code}`;
        // A plus: the deficit's own code says more and stays beside it.
        next = digits.endsWith('+')
          ? addCode(next, code, draft.supports, draft.confidence, strokeDeficits, result)
          : recode(next, draft, code, strokeDeficits, result);
      }
    for (const draft of next.drafts)
      if (
        under(draft.code, 'I60', 'I61', 'I62', 'I63') &&
        placesOf(next, draft).every((place) => told.has(place))
      )
        next = reject(next, draft, { kind: 'included', by: first.code });
    return next;
  },
};

/** Where the sentences begin that speak for a code. */
function placesOf({ document }: Encounter, { supports }: Draft): number[] {
  return supports.map(({ span }) => sentenceAt(document, span.start)?.start ?? -1);
}

function textOf({ document }: Encounter, place: number): string {
  const sentence = place < 0 ? null : sentenceAt(document, place);
  return sentence ? document.text.slice(sentence.start, sentence.end) : '';
}
