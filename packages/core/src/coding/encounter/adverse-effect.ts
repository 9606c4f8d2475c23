import { attributesOf } from '../../note/attributes.ts';
import { type DrugEvent, drugEvents } from '../drugs/drug-events.ts';
import { drugInduced } from '../drugs/drug-induced.ts';
import { codeOfColumn } from '../drugs/drug-table.ts';
import { addCode, billable, type Draft, type Encounter, type EncounterRule, recode } from './encounter.ts';
import { spanSupport } from './said.ts';

const AUTHORITY = 'Guidelines I.C.19.e.5.a';

/**
 * An adverse effect of a drug properly taken: its nature, as the Index has it for a drug ("Hypotension,
 * drug-induced"), and after it the drug with a 5 in the Table of Drugs. Without a nature there is nothing to code.
 */
export const adverseEffect: EncounterRule = {
  id: 'adverse-effect',
  meta: { phase: 'combine', authority: AUTHORITY },
  apply(encounter) {
    let next = encounter;
    for (const event of drugEvents(encounter)) {
      if (event.column !== 'adverse') continue;
      const code = codeOfColumn(event.drug.row, 'adverse', episodeOf(encounter, event));
      const said = spanSupport(encounter, event.drug.span);
      const [nature, ...others] = naturesOf(next, event);
      if (code === null || said === null || nature === undefined || billable(next, code) < 0) continue;
      next = chosen(next, nature);
      for (const one of [nature, ...others]) next = asDrugInduced(next, one, event);
      next = addCode(next, code, [said], 0.8, adverseEffect, 'the drug that caused it, properly taken');
    }
    return next;
  },
};

/** Codes whose words stand where the effect of the drug is told, nearest first; weak ones when no other does. */
function naturesOf({ drafts, weak, document }: Encounter, event: DrugEvent): Draft[] {
  const sentence = document.sentences[event.sentence];
  const gapOf = ({ supports }: Draft): number =>
    Math.min(
      ...supports.map(({ span, rank, selected, assertion }) => {
        if (rank > 0 || selected.mention.entry < 0 || sentence === undefined) return Number.POSITIVE_INFINITY;
        if (assertion.assertion !== 'present' && assertion.assertion !== 'possible')
          return Number.POSITIVE_INFINITY;
        if (span.start < sentence.start || span.end > sentence.end) return Number.POSITIVE_INFINITY;
        const { start, end } = event.drug.span;
        if (span.start < end && span.end > start) return 0;
        const ahead = start - span.end;
        if (event.effect === 'before') return ahead >= 0 ? ahead : Number.POSITIVE_INFINITY;
        if (event.effect === 'after') return span.start >= end ? span.start - end : Number.POSITIVE_INFINITY;
        return ahead >= 0 ? ahead : FARTHEST + span.start - end;
      }),
    );
  const near = (list: readonly Draft[]): { draft: Draft; gap: number }[] =>
    list
      .filter(({ code }) => !NO_EFFECT.test(code))
      .map((draft) => ({ draft, gap: gapOf(draft) }))
      .filter(({ gap }) => gap < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.gap - b.gap || b.draft.confidence - a.draft.confidence);
  const found = near(drafts);
  return (found.length > 0 ? found : near(weak).slice(0, 1)).slice(0, 1).map(({ draft }) => draft);
}

const FARTHEST = 10_000;
/** No drug makes these: tumors, what a person is born with, injuries, causes and statuses. */
const NO_EFFECT = /^(?:C|Q|S|T[0-6]|V|W|X|Y|Z|D[0-3]|F1[0-9]|N18|I1[0-3])/;

function chosen(encounter: Encounter, nature: Draft): Encounter {
  if (encounter.drafts.includes(nature)) return encounter;
  const draft = { ...nature, confidence: Math.max(nature.confidence, 0.6) };
  return {
    ...encounter,
    drafts: [...encounter.drafts, draft],
    weak: encounter.weak.filter((other) => other !== nature),
  };
}

function asDrugInduced(encounter: Encounter, { id }: Draft, { drug }: DrugEvent): Encounter {
  const draft = encounter.drafts.find((one) => one.id === id);
  if (draft === undefined) return encounter;
  const { release } = encounter;
  const own = draft.supports.map(encounter.indexLineOf).find((line) => line !== null) ?? null;
  const lines = [
    ...(own === null ? [] : [own]),
    ...release.indexLinesTo(draft.code).flatMap(({ line }) => (line.parent < 0 ? [line] : [])),
  ];
  for (const line of lines) {
    const induced = drugInduced(release, line, drug);
    if (induced?.code === undefined || billable(encounter, induced.code) < 0) continue;
    const path = release.indexPath(induced.id).join(', ');
    return recode(encounter, draft, induced.code, adverseEffect, `caused by a drug: Index, ${path}`);
  }
  return encounter;
}

export function episodeOf({ document }: Encounter, { drug }: DrugEvent): 'A' | 'D' | 'S' {
  const { episode } = attributesOf(document, drug.span);
  return episode === 'subsequent' ? 'D' : episode === 'sequela' ? 'S' : 'A';
}
