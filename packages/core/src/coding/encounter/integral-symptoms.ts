import { type EncounterRule, reject, under } from './encounter.ts';

/** Signs and symptoms that belong to a disease process, by our own reading of common teaching. */
const INTEGRAL: readonly { readonly of: readonly string[]; readonly symptoms: readonly string[] }[] = [
  { of: ['K22.0', 'K22.2', 'K22.4'], symptoms: ['R13', 'R07', 'R11', 'R63.4'] },
  { of: ['K21'], symptoms: ['R12', 'R07.2', 'R11.1'] },
  {
    of: ['J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J69'],
    symptoms: ['R05', 'R06.0', 'R50', 'R07.1', 'R07.9', 'R09.3', 'R06.2', 'R68.83'],
  },
  { of: ['J44', 'J45', 'J43'], symptoms: ['R05', 'R06.0', 'R06.2', 'R09.3'] },
  { of: ['J96'], symptoms: ['R06.0', 'R09.02'] },
  {
    of: ['J20', 'J06', 'J02', 'J01', 'J00', 'J10', 'J11', 'U07.1'],
    symptoms: ['R05', 'R50', 'R07.0', 'R09.81', 'R51'],
  },
  { of: ['I50', 'I11.0', 'I13'], symptoms: ['R06.0', 'R60', 'R09.89'] },
  { of: ['I21', 'I20', 'I25.11'], symptoms: ['R07'] },
  {
    of: [
      'K35',
      'K80',
      'K81',
      'K85',
      'K57.2',
      'K57.3',
      'K25',
      'K26',
      'K29',
      'K52',
      'A09',
      'N20',
      'N39.0',
      'N10',
    ],
    symptoms: ['R10', 'R11', 'R50'],
  },
  { of: ['K52', 'A09', 'K50', 'K51', 'A04'], symptoms: ['R19.7', 'R10'] },
  { of: ['N20', 'N13', 'N10', 'N30', 'N39.0', 'N40.1'], symptoms: ['R30', 'R35', 'R31', 'R39.1', 'R10'] },
  { of: ['A40', 'A41', 'R65'], symptoms: ['R50', 'R00.0', 'R65.10'] },
  { of: ['G43', 'G44'], symptoms: ['R51'] },
  {
    of: ['M17', 'M16', 'M19', 'M54', 'M77', 'M75', 'S82', 'S83', 'S93', 'S52', 'S62', 'S42', 'S72'],
    symptoms: ['M25.5', 'R52', 'M79.6', 'R60.0', 'M25.4', 'M79.89'],
  },
  { of: ['E08', 'E09', 'E10', 'E11', 'E13'], symptoms: ['R73', 'R35', 'R63.1'] },
  { of: ['I63', 'I61'], symptoms: ['R51', 'R42'] },
];

/**
 * Signs and symptoms that are routinely associated with a disease process are not coded beside it (Guidelines I.B.5).
 * Applied where the provider states diagnoses; a narrative case report states none to be integral to.
 */
export const integralSymptoms: EncounterRule = {
  id: 'integral-symptoms',
  meta: { phase: 'included', authority: 'Guidelines I.B.5' },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    let next = encounter;
    for (const draft of encounter.drafts) {
      const disease = encounter.drafts.find(
        (other) =>
          other !== draft &&
          INTEGRAL.some(({ of, symptoms }) => under(other.code, ...of) && under(draft.code, ...symptoms)),
      );
      if (disease !== undefined) next = reject(next, draft, { kind: 'integral', by: disease.code });
    }
    return next;
  },
};
