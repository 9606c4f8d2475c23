import { sentenceAt } from '../../note/read-note.ts';
import type { Span } from '../../note/types.ts';
import { sectionGroup } from '../document-style.ts';
import { addCode, type Draft, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { type Medicine, medicinesOf } from './medicines.ts';
import { spanSupport } from './said.ts';

const DIABETES_NOT_TYPE_1 = ['E08', 'E09', 'E11', 'E13'];

/** Long-term use codes by drug class; `beside` are the conditions without which the class alone says too little. */
interface LongTermUse {
  readonly code: string;
  readonly beside?: readonly string[];
  readonly needsWords?: true;
}

const CODES: ReadonlyMap<string, LongTermUse> = new Map<string, LongTermUse>([
  ['insulin', { code: 'Z79.4', beside: DIABETES_NOT_TYPE_1 }],
  ['oral-hypoglycemic', { code: 'Z79.84', beside: DIABETES_NOT_TYPE_1 }],
  ['injectable-hypoglycemic', { code: 'Z79.85', beside: DIABETES_NOT_TYPE_1 }],
  ['anticoagulant', { code: 'Z79.01' }],
  ['antiplatelet', { code: 'Z79.02' }],
  ['aspirin', { code: 'Z79.82' }],
  ['inhaled-steroid', { code: 'Z79.51' }],
  ['systemic-steroid', { code: 'Z79.52', needsWords: true }],
  ['bisphosphonate', { code: 'Z79.83' }],
  ['opiate', { code: 'Z79.891', needsWords: true }],
  ['nsaid', { code: 'Z79.1', needsWords: true }],
  ['aromatase-inhibitor', { code: 'Z79.811' }],
  ['estrogen-receptor-modulator', { code: 'Z79.810' }],
]);

const TAKES =
  /\b(?:on|takes?|taking|continue[sd]?|uses|using|home|chronic(?:ally)?|long[- ]term|maintained on|controlled (?:with|on))\b[^.;]{0,60}$/;
const CONTINUED =
  /^[^.;]{0,60}\b(?:continued?|resumed?|refilled|daily|nightly|bid|tid|qd|qhs|twice|weekly|raised|increased|decreased|maintenance)\b/;
const LONG_TERM =
  /\b(?:lifelong|life-long|indefinite(?:ly)?|chronic(?:ally)?|long[- ]?term|maintenance|for (?:many |several |\d+ )?(?:months|years))\b/;
/** A short course, or a dose in hospital, is no long-term use (Guidelines I.C.21.c.3). */
const SHORT =
  /\b(?:for \d+ (?:more )?days?|x ?\d+ ?days?|course of|tapers?|burst|sliding scale|drip|infusion|bolus|iv|intravenous\w*|in the (?:ed|er)|as needed|prn|was given|given today|loading)\b/;

/**
 * Long-term (current) drug therapy where the note shows continuous use (Guidelines I.C.21.c.3); beside diabetes that
 * is not type 1, insulin, oral and injectable drugs each have their code (I.C.4.a.3). Gestational diabetes says its
 * treatment itself (I.C.15.i).
 */
export const longTermDrugs: EncounterRule = {
  id: 'long-term-drugs',
  meta: { phase: 'status', authority: 'Guidelines I.C.4.a.3, I.C.21.c.3' },
  apply(encounter) {
    let next: Encounter = encounter;
    // "Off anticoagulation" names what is no longer taken.
    for (const draft of encounter.drafts)
      if (under(draft.code, 'Z79') && draft.supports.every(({ span }) => isStopped(encounter, span)))
        next = reject(next, draft, { kind: 'past-use' });
    for (const medicine of medicinesOf(encounter)) {
      const use = CODES.get(medicine.drug.drugClass);
      if (use === undefined || !isLongTerm(encounter, medicine, use)) continue;
      if (
        use.beside !== undefined &&
        !encounter.drafts.some((draft) => under(draft.code, ...(use.beside ?? [])))
      )
        continue;
      next = withUse(next, use.code, medicine);
    }
    return next;
  },
};

const NO_LONGER =
  /\b(?:off|stopped|completed|discontinued|no longer (?:on|takes|taking)|finished)\b[^.;,]{0,20}$/i;

function isStopped({ document }: Encounter, { start }: Span): boolean {
  const sentence = sentenceAt(document, start);
  return (
    sentence !== null && sentence !== undefined && NO_LONGER.test(document.text.slice(sentence.start, start))
  );
}

function withUse(encounter: Encounter, code: string, medicine: Medicine): Encounter {
  const said = spanSupport(encounter, medicine.span);
  if (said === null) return encounter;
  const chosen = encounter.drafts.find((draft) => draft.code === code);
  if (chosen !== undefined) {
    const more: Draft = { ...chosen, supports: [...chosen.supports, said] };
    return { ...encounter, drafts: encounter.drafts.map((draft) => (draft === chosen ? more : draft)) };
  }
  const weak = encounter.weak.find((draft) => draft.code === code);
  return addCode(
    encounter,
    code,
    [...(weak?.supports ?? []), said],
    0.6,
    longTermDrugs,
    `${medicine.drug.name} is taken continuously`,
  );
}

const THINNERS: ReadonlySet<string> = new Set(['anticoagulant', 'antiplatelet']);

function isLongTerm(
  { document, drafts, setting }: Encounter,
  { sentence, before, after, drug }: Medicine,
  use: LongTermUse,
): boolean {
  const place = document.sentences[sentence];
  const kind = place === undefined ? 'body' : (document.sections[place.section]?.kind ?? 'body');
  // One line may list many drugs: what belongs to this one ends at the next comma.
  const own = `${/[^,;]*$/.exec(before)?.[0] ?? ''} ${drug.name} ${/^[^,;]*/.exec(after)?.[0] ?? ''}`;
  if (SHORT.test(own)) return false;
  if (use.needsWords === true) return LONG_TERM.test(own);
  // Aspirin in pregnancy is given for its weeks, not for good.
  if (drug.drugClass === 'aspirin' && drafts.some((draft) => under(draft.code, 'O'))) return false;
  if (kind === 'medications' || LONG_TERM.test(own)) return true;
  // Beside the condition it is taken for, an anticoagulant is named because it is taken for good.
  if (THINNERS.has(drug.drugClass) && sectionGroup(kind) === 'diagnosis' && TAKES.test(before)) return true;
  // A visit that only mentions a drug in passing does not show continuous use, unless the diabetes asks for the code.
  if (use.beside === undefined && setting !== 'inpatient') return false;
  return kind !== 'plan' && (TAKES.test(before) || CONTINUED.test(after));
}
