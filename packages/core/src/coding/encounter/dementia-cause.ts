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

const UNSPECIFIED = 'F03';
const DEMENTIA = /\bdementia|neurocognitive disorder/i;
/** The disease is a dementia whether or not the word is written (Index: Disease, Alzheimer's [F02.80]). */
const ALWAYS = ['G30'];

/** Fifth character, letters by the severity that is said (Guidelines I.C.5.d). */
const SEVERITIES: readonly (readonly [RegExp, string])[] = [
  [/\bsevere\b/i, 'C'],
  [/\bmoderate\b/i, 'B'],
  [/\bmild\b/i, 'A'],
];
/** Last characters by the disturbance, in the order of the titles of F02.8-. */
const DISTURBANCES: readonly (readonly [RegExp, string])[] = [
  [/(?<!(?:no|without) )\bagitat/i, '11'],
  [/\b(?:psychotic|psychosis|hallucinat|delusion)/i, '2'],
  [/\b(?:mood disturbance|depress|apathy)/i, '3'],
  [/\banxiety\b/i, '4'],
  [
    /(?<!(?:no|without) )(?<!w\/o )\b(?:behavioral disturbance|wandering|sundowning|aggressi|combative)/i,
    '18',
  ],
];

/**
 * A dementia whose cause is told is F02 behind that cause, never F03 (Index: Dementia, in; brackets of Disease,
 * Alzheimer's; Guidelines I.A.13); severity and disturbance come from the same statement (I.C.5.d).
 */
export const dementiaCause: EncounterRule = {
  id: 'dementia-cause',
  meta: { phase: 'combine', authority: 'Guidelines I.A.13, I.C.5.d' },
  apply(encounter) {
    const { dementiaCauses } = conventionsOf(encounter.lexicon);
    const cause = encounter.drafts.find((draft) => under(draft.code, ...dementiaCauses));
    if (cause === undefined || encounter.drafts.some((draft) => under(draft.code, 'F02', 'F01')))
      return encounter;
    const plain = encounter.drafts.find((draft) => under(draft.code, UNSPECIFIED));
    const words = statementOf(encounter, cause);
    if (plain === undefined && !under(cause.code, ...ALWAYS) && !DEMENTIA.test(words)) return encounter;
    // Of unspecified severity they are F03.9- and F02.8-.
    const code = `F02${plain === undefined ? suffixOf(words) : plain.code.slice(3).replace(/^\.9/, '.8')}`;
    const result = `the dementia is due to ${cause.code}`;
    let next =
      plain === undefined
        ? addCode(encounter, code, cause.supports, cause.confidence, dementiaCause, result)
        : recode(encounter, plain, code, dementiaCause, result);
    const disturbance = next.drafts.find((draft) => draft.code === code);
    if (disturbance === undefined) return encounter;
    // What the code itself says of the disturbance is no condition beside it.
    for (const draft of next.drafts)
      if (under(draft.code, ...OF_DEMENTIA) && isBeside(encounter, draft, cause))
        next = reject(next, draft, { kind: 'included', by: code });
    return next;
  },
};

const OF_DEMENTIA = ['F29', 'F05', 'R45.1', 'R44', 'R41.3', 'R41.81', 'R45.6', 'F03'];

function suffixOf(words: string): string {
  const severity = SEVERITIES.find(([said]) => said.test(words))?.[1];
  const disturbance = DISTURBANCES.find(([said]) => said.test(words))?.[1] ?? '0';
  return severity === undefined ? `.8${disturbance}` : `.${severity}${disturbance}`;
}

function statementOf({ document }: Encounter, { supports }: Draft): string {
  return supports.map(({ span }) => sentenceText(document, span.start)).join('\n');
}

function isBeside(encounter: Encounter, { supports }: Draft, cause: Draft): boolean {
  const beside = new Set(cause.supports.map(({ span }) => sentenceText(encounter.document, span.start)));
  return supports.every(({ span }) => beside.has(sentenceText(encounter.document, span.start)));
}

function sentenceText(document: Encounter['document'], at: number): string {
  const sentence = document.sentences.find(({ start, end }) => at >= start && at < end);
  return sentence === undefined ? '' : document.text.slice(sentence.start, sentence.end);
}
