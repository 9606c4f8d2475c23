import { sentenceAt } from '../../note/read-note.ts';
import { type Encounter, type EncounterRule, recode, under } from './encounter.ts';

const STAGE_ZERO = /\bstage (?:0|zero)\b/i;

/**
 * A breast cancer of stage 0 has not left the duct or lobule: it is carcinoma in situ whatever the sentence calls it
 * (Neoplasm Table, breast, Ca in situ; Guidelines I.C.2: behavior is coded as documented).
 */
export const stageZero: EncounterRule = {
  id: 'stage-zero',
  meta: { phase: 'not-so', authority: 'Guidelines I.C.2; Neoplasm Table, breast' },
  apply(encounter) {
    let next: Encounter = encounter;
    for (const draft of encounter.drafts) {
      if (!under(draft.code, 'C50')) continue;
      const words = draft.supports.map(({ span }) => sentenceText(encounter, span.start)).join(' ');
      if (!STAGE_ZERO.test(words)) continue;
      const kind = /\blobular\b/i.test(words) ? '0' : /\bductal\b|\bIDC\b|\bDCIS\b/i.test(words) ? '1' : '9';
      const side = { '1': '1', '2': '2' }[draft.code.slice(-1)] ?? '0';
      next = recode(next, draft, `D05.${kind}${side}`, stageZero, 'stage 0: in situ');
    }
    return next;
  },
};

function sentenceText({ document }: Encounter, at: number): string {
  const sentence = sentenceAt(document, at);
  return sentence === null || sentence === undefined ? '' : document.text.slice(sentence.start, sentence.end);
}
