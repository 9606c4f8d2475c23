import { type Conventions, conventionsOf } from '../conventions.ts';
import { type Draft, type EncounterRule, reject, under } from './encounter.ts';

/**
 * Signs and symptoms that are routinely associated with a disease process are not coded beside it (Guidelines I.B.5).
 * Applied where the provider states diagnoses; a narrative case report states none to be integral to.
 */
export const integralSymptoms: EncounterRule = {
  id: 'integral-symptoms',
  meta: { phase: 'included', authority: 'Guidelines I.B.5' },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    const { integralSymptoms: table, sites } = conventionsOf(encounter.lexicon);
    const titleOf = ({ id }: Draft): string => encounter.release.codes.title(id);
    let next = encounter;
    for (const draft of encounter.drafts) {
      const disease = encounter.drafts.find(
        (other) =>
          other !== draft &&
          table.some(({ of, symptoms }) => under(other.code, ...of) && under(draft.code, ...symptoms)) &&
          mayBelong(titleOf(draft), titleOf(other), sites),
      );
      if (disease !== undefined) next = reject(next, draft, { kind: 'integral', by: disease.code });
    }
    return next;
  },
};

/**
 * A symptom of another site or side than the disease is a finding of its own: a broken wrist explains no pain in the hip.
 * A symptom whose title names no site may belong to any.
 */
function mayBelong(symptom: string, disease: string, sites: Conventions['sites']): boolean {
  const at = sitesIn(symptom, sites);
  if (at.length === 0) return true;
  if (!sitesIn(disease, sites).some((site) => at.includes(site))) return false;
  const [mine, other] = [sideIn(symptom), sideIn(disease)];
  return mine === null || other === null || mine === other;
}

function sitesIn(title: string, sites: Conventions['sites']): string[] {
  return sites.filter(({ words }) => words.test(title)).map(({ site }) => site);
}

function sideIn(title: string): string | null {
  return /\b(right|left)\b/i.exec(title)?.[1]?.toLowerCase() ?? null;
}
