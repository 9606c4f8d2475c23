import { dotless } from '../../book/code-key.ts';
import type { ReleaseDraft } from '../../book/rows.ts';
import type { Compiled } from './compiling.ts';
import type { Entry } from './entry.ts';
import { indexEntries } from './index-entries.ts';
import { behaviours, OWN_BEHAVIOUR } from './neoplasms.ts';
import { deniedTerm, termsOf } from './terms.ts';
import { titleEntries } from './title-entries.ts';
import { saysTooLittle } from './too-little.ts';
import { mainTermAliases } from './word-forms.ts';

const MOST_TERMS = 9;
const DENIED = deniedTerm('');

/** Reads the Alphabetic Index, the Neoplasm Table, titles and inclusion terms as phrases that lead to codes. */
export function compile(draft: ReleaseDraft): Compiled {
  const aliases = mainTermAliases(draft.index);
  const canonical = (terms: readonly string[]): string[] => [
    ...new Set(
      terms.map((t) =>
        t.startsWith(DENIED) ? deniedTerm(aliases.get(t.slice(1)) ?? t.slice(1)) : (aliases.get(t) ?? t),
      ),
    ),
  ];
  const phrase = (text: string): string[] => canonical(termsOf(text));
  const idOf = new Map(draft.codes.map((row, id) => [dotless(row.code), id] as const));
  const find = (code: string | undefined): number =>
    idOf.get(dotless(code ?? '').replace(/[^0-9A-Z]+$/, '')) ?? -1;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const add = (entry: Entry): void => {
    const required = entry.kind === 'morphology' ? [...entry.required] : behaviours(entry.required);
    if (
      required.length === 0 ||
      required.length > MOST_TERMS ||
      entry.target < 0 ||
      saysTooLittle(entry, required)
    )
      return;
    const key = `${[...required].sort().join(' ')}|${entry.target}|${entry.kind === 'morphology'}`;
    if (seen.has(key)) return;
    seen.add(key);
    const optional = entry.optional.filter((word) => !required.includes(word));
    entries.push({ ...entry, required, optional });
  };

  const rewrites = indexEntries(draft, phrase, find, add);
  titleEntries(draft, canonical, find, add);
  for (const column of [2, 3, 4, 5, 6, 7])
    for (const words of OWN_BEHAVIOUR[column] ?? [])
      add({
        kind: 'morphology',
        flags: 0,
        required: phrase(words),
        optional: [],
        target: column,
        manifestation: -1,
        source: -1,
      });
  return { entries, aliases, rewrites };
}
