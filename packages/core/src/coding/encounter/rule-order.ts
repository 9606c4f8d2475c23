import { type EncounterRule, PHASES } from './encounter.ts';

/**
 * The order rules are applied in: by phase, within a phase each after those it names, ties by id. The order of the
 * list given does not matter.
 * @throws when a rule comes after one that is unknown or of another phase, or after itself by any way round
 */
export function ruleOrder(rules: readonly EncounterRule[]): EncounterRule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  if (byId.size !== rules.length) throw new Error('two encounter rules have one id');
  const ordered: EncounterRule[] = [];
  for (const phase of PHASES) {
    const open = rules.filter(({ meta }) => meta.phase === phase).sort((a, b) => a.id.localeCompare(b.id));
    const done = new Set<string>();
    while (open.length > 0) {
      const at = open.findIndex(({ id, meta }) =>
        (meta.after ?? []).every((before) => {
          const other = byId.get(before);
          if (other?.meta.phase !== phase)
            throw new Error(`encounter rule ${id} is after ${before}, which is no rule of its phase`);
          return done.has(before);
        }),
      );
      const [next] = at < 0 ? [] : open.splice(at, 1);
      if (next === undefined)
        throw new Error(`encounter rules wait for each other: ${open.map(({ id }) => id).join(', ')}`);
      done.add(next.id);
      ordered.push(next);
    }
  }
  return ordered;
}
