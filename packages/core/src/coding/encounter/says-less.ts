import { type EncounterRule, reject, under } from './encounter.ts';

/** Codes that give way when one of the others is chosen: the same condition, said less precisely. */
const GIVES_WAY: readonly { readonly general: readonly string[]; readonly to: readonly string[] }[] = [
  { general: ['J18'], to: ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J69.0'] },
  { general: ['J22'], to: ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J20', 'J21'] },
  { general: ['J96.9'], to: ['J96.0', 'J96.1', 'J96.2'] },
  { general: ['J44.9'], to: ['J44.0', 'J44.1'] },
  { general: ['K64.8', 'K64.9'], to: ['K64.0', 'K64.1', 'K64.2', 'K64.3'] },
  { general: ['E66.9'], to: ['E66.0', 'E66.1', 'E66.2', 'E66.8'] },
  {
    general: ['W19', 'W18.30', 'W18.39'],
    to: [
      'W00',
      'W01',
      'W03',
      'W05',
      'W06',
      'W07',
      'W08',
      'W09',
      'W10',
      'W11',
      'W12',
      'W13',
      'W14',
      'W18.0',
      'W18.1',
      'W18.2',
    ],
  },
  { general: ['A41.9'], to: ['A41.0', 'A41.1', 'A41.2', 'A41.3', 'A41.4', 'A41.5', 'A40'] },
  { general: ['I25.10'], to: ['I25.11'] },
  { general: ['N28.9'], to: ['N17', 'N18'] },
  { general: ['L25.9'], to: ['L23', 'L24'] },
  { general: ['H66.9'], to: ['H65'] },
  {
    general: ['Z80.9'],
    to: ['Z80.0', 'Z80.1', 'Z80.2', 'Z80.3', 'Z80.4', 'Z80.5', 'Z80.6', 'Z80.7', 'Z80.8'],
  },
];

/**
 * An unspecified code gives way to the one that names the organism, type, degree or cause of the same condition
 * (Guidelines I.B.2). Across categories this is knowledge of the conditions, so it is a table.
 */
export const saysLess: EncounterRule = {
  id: 'says-less',
  meta: {
    phase: 'not-so',
    authority: 'Guidelines I.B.2',
    after: ['highest-specificity', 'treated-condition'],
  },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    let next = encounter;
    for (const { general, to } of GIVES_WAY) {
      const better = next.drafts.find((draft) => under(draft.code, ...to));
      if (better === undefined) continue;
      for (const draft of next.drafts)
        if (draft !== better && under(draft.code, ...general))
          next = reject(next, draft, { kind: 'says-less', by: better.code });
    }
    return next;
  },
};
