import { drugEvents } from '../drugs/drug-events.ts';
import { codeOfColumn } from '../drugs/drug-table.ts';
import { episodeOf } from './adverse-effect.ts';
import { addCode, type EncounterRule } from './encounter.ts';
import { spanSupport } from './said.ts';

/**
 * A drug or chemical wrongly taken or given: the Table's code by intent, which comes first, then what it did
 * (Guidelines I.C.19.e.5.b). Where the note does not tell the intent it is accidental; undetermined only where the
 * note says that it cannot be determined.
 */
export const poisoning: EncounterRule = {
  id: 'poisoning',
  meta: { phase: 'combine', authority: 'Guidelines I.C.19.e.5.b' },
  apply(encounter) {
    let next = encounter;
    for (const event of drugEvents(encounter)) {
      if (event.column === 'adverse' || event.column === 'underdosing') continue;
      const code = codeOfColumn(event.drug.row, event.column, episodeOf(encounter, event));
      const said = spanSupport(encounter, event.drug.span);
      if (code === null || said === null) continue;
      const intent = event.column === 'self-harm' ? 'intentional self-harm' : event.column;
      next = addCode(next, code, [said], 0.8, poisoning, `poisoning, ${intent}`);
    }
    return next;
  },
};
