import { within } from '../../book/code-span.ts';
import {
  billable,
  type Draft,
  type Encounter,
  type EncounterRule,
  recode,
  reject,
  under,
} from './encounter.ts';

/**
 * Hypertension with heart failure, with chronic kidney disease, or with both is one combination code; the kind of
 * failure and the stage follow as additional codes (Guidelines I.C.9.a.1–3). Presumed related unless the note
 * says they are not.
 */
export const hypertensionWith: EncounterRule = {
  id: 'hypertension-with',
  meta: { phase: 'combine', authority: 'Guidelines I.C.9.a' },
  apply(encounter) {
    const bases = encounter.drafts.filter((draft) => under(draft.code, 'I10', 'I11', 'I12', 'I13'));
    const [hypertension] = bases;
    if (hypertension === undefined) return encounter;
    const hearts = heartConditions(encounter);
    const failure = hearts.find((draft) => under(draft.code, 'I50')) ?? hearts[0];
    const kidney = encounter.drafts.find((draft) => under(draft.code, 'N18'));
    const said = (...codes: readonly string[]): boolean => bases.some((base) => under(base.code, ...codes));
    const ofHeart = failure !== undefined || said('I11', 'I13');
    const ofKidney = kidney !== undefined || said('I12', 'I13');
    if (!ofHeart && !ofKidney) return encounter;
    const fails = said('I11.0', 'I13.0', 'I13.2') || (failure !== undefined && under(failure.code, 'I50'));
    const late =
      said('I12.0', 'I13.11', 'I13.2') || (kidney !== undefined && under(kidney.code, 'N18.5', 'N18.6'));
    const code = combination(ofHeart, ofKidney, fails, late);
    if (billable(encounter, code) < 0 || (bases.length === 1 && hypertension.code === code)) return encounter;
    const companions = [failure, kidney].flatMap((draft) => (draft === undefined ? [] : [draft]));
    const others = bases.filter((base) => base !== hypertension && base.code !== code);
    const evidence = {
      ...hypertension,
      supports: [hypertension, ...others, ...companions].flatMap((draft) => draft.supports),
    };
    let next: Encounter = {
      ...encounter,
      drafts: encounter.drafts.map((draft) => (draft === hypertension ? evidence : draft)),
    };
    for (const other of others) next = reject(next, other, { kind: 'included', by: code });
    // Only the kind of heart failure and the stage of kidney disease are told beside the combination.
    for (const heart of hearts)
      if (!under(heart.code, 'I50')) next = reject(next, heart, { kind: 'included', by: code });
    const parts = [...companions, ...others].map((draft) => draft.code);
    return recode(next, evidence, code, hypertensionWith, `hypertension with ${parts.join(' and ')}`);
  },
};

/** What the Includes note of I11 joins with hypertension; read from the book, which changes it now and then. */
function heartConditions({ release, drafts }: Encounter): Draft[] {
  const spans = release
    .notesAt('code', 'I11')
    .flatMap(({ kind, codes }) => (kind === 'includes' ? codes : []));
  return drafts.filter(({ code }) => spans.some(({ from, to }) => within(code, from, to)));
}

function combination(ofHeart: boolean, ofKidney: boolean, fails: boolean, late: boolean): string {
  if (!ofKidney) return fails ? 'I11.0' : 'I11.9';
  if (!ofHeart) return late ? 'I12.0' : 'I12.9';
  if (fails) return late ? 'I13.2' : 'I13.0';
  return late ? 'I13.11' : 'I13.10';
}
