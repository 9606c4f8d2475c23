import { type DrugEvent, drugEvents, sentenceText } from '../drugs/drug-events.ts';
import { codeOfColumn } from '../drugs/drug-table.ts';
import { episodeOf } from './adverse-effect.ts';
import { addCode, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { spanSupport } from './said.ts';

const COST =
  /\b(?:afford\w*|cost\w*|expens\w*|price|copay|insurance|financial\w*|money|lost (?:her|his|their) (?:job|coverage))\b/;
const FORGETS =
  /\b(?:forg[eo]t\w*|memory|confus\w*|dementia|unaware|misunderst\w*|by mistake|misread|unintentional\w*|did(?: not|n't) (?:know|realize|understand))\b/;
const AGE = /\b(?:dementia|memory|age[- ]related|frail\w*)\b/;
const CHOSE =
  /\b(?:side effects?|felt (?:better|fine|well)|feeling (?:better|fine|well)|on (?:her|his|their) own|did(?: not|n't) like|does(?: not|n't) (?:like|want)|chose|decided|refus\w*|believ\w*|afraid|intentional\w*|made (?:her|him|them)|self[- ](?:stopp|discontinu)\w*|due to (?:fatigue|cough|nausea|cramps))\b/;

/**
 * Less of a drug taken than prescribed: the condition first, the drug with a 6 in the Table of Drugs, and the reason
 * (Guidelines I.C.19.e.5.c; Index, Underdosing and Noncompliance).
 */
export const underdosing: EncounterRule = {
  id: 'underdosing',
  meta: { phase: 'combine', authority: 'Guidelines I.C.19.e.5.c' },
  apply(encounter) {
    let next = encounter;
    for (const event of drugEvents(encounter)) {
      if (event.column !== 'underdosing') continue;
      const code = codeOfColumn(event.drug.row, 'underdosing', episodeOf(encounter, event));
      const said = spanSupport(encounter, event.drug.span);
      if (code === null || said === null) continue;
      next = addCode(next, code, [said], 0.7, underdosing, 'less taken than prescribed');
      const { span } = sentenceText(encounter.document, event.sentence);
      const why = spanSupport(encounter, span) ?? said;
      // "Noncompliance" alone says less than the reason.
      const general = next.drafts.find((draft) => draft.code.startsWith('Z91.19'));
      if (general !== undefined) next = reject(next, general, { kind: 'included', by: code });
      next = addCode(
        next,
        reasonOf(encounter, event),
        [why],
        0.7,
        underdosing,
        'the reason as the note gives it',
      );
    }
    return next;
  },
};

/** The sentence that tells it, with the next one: "She stopped it in May. She could not afford it." */
function reasonOf({ document }: Encounter, { sentence }: DrugEvent): string {
  const text = `${sentenceText(document, sentence).text} ${sentenceText(document, sentence + 1).text}`;
  if (COST.test(text)) return 'Z91.120';
  if (FORGETS.test(text)) return AGE.test(text) ? 'Z91.130' : 'Z91.138';
  if (CHOSE.test(text)) return 'Z91.128';
  return 'Z91.148';
}
