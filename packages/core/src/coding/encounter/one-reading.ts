import { type Draft, type EncounterRule, reject } from './encounter.ts';

/**
 * The same words are coded once (Guidelines I.B.2): where they lead to several codes, the most confident reading
 * stands and the others are its alternatives.
 */
export const oneReading: EncounterRule = {
  id: 'one-reading',
  meta: { phase: 'not-so', authority: 'Guidelines I.B.2' },
  apply(encounter) {
    const preferred = new Map<string, Draft>();
    for (const draft of encounter.drafts) {
      for (const words of draft.supports.map(wordsOf)) {
        const known = preferred.get(words);
        if (known === undefined || draft.confidence > known.confidence) preferred.set(words, draft);
      }
    }
    let next = encounter;
    for (const draft of encounter.drafts) {
      const holders = draft.supports.map((support) => preferred.get(wordsOf(support)));
      const [first] = holders;
      if (first !== undefined && holders.every((holder) => holder !== draft))
        next = reject(next, draft, { kind: 'other-reading', by: first.code });
    }
    return next;
  },
};

function wordsOf({ selected }: Draft['supports'][number]): string {
  // A code of chapter 15 and the disease it names stand together on the same words (Guidelines I.C.15.a.1).
  const { of, sentence, tokens } = selected.mention;
  return `${of === undefined ? '' : 'in patient '}${sentence}:${tokens.join()}`;
}
