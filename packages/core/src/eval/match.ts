import type { CodeTable } from '../book/code-table.ts';

/** Counts of one document under one way of matching. */
export interface Counts {
  readonly truePositives: number;
  readonly predicted: number;
  readonly gold: number;
}

export const NOTHING: Counts = { truePositives: 0, predicted: 0, gold: 0 };

export function plus(a: Counts, b: Counts): Counts {
  return {
    truePositives: a.truePositives + b.truePositives,
    predicted: a.predicted + b.predicted,
    gold: a.gold + b.gold,
  };
}

/** Gold as it is written, code for code. */
export function strict(predicted: readonly string[], gold: readonly string[]): Counts {
  const wanted = new Set(gold);
  return {
    truePositives: predicted.filter((code) => wanted.has(code)).length,
    predicted: predicted.length,
    gold: wanted.size,
  };
}

/** The first characters only (3 for ICD-10-CM, 4 for ICD-10-PCS), each once. */
export function byPrefix(predicted: readonly string[], gold: readonly string[], length: number): Counts {
  const cut = (codes: readonly string[]): string[] => [
    ...new Set(codes.map((code) => code.slice(0, length))),
  ];
  return strict(cut(predicted), cut(gold));
}

/**
 * Gold as the release in force would report it: a header is met by one billable descendant, a code the release no
 * longer has is left out.
 */
export function current(predicted: readonly string[], gold: readonly string[], codes: CodeTable): Counts {
  const open = [...new Set(gold)]
    .map((code) => ({ code, id: codes.find(code) }))
    .filter(({ code, id }) => id >= 0 || isPcsHeader(code, codes));
  const total = open.length;
  let truePositives = 0;
  for (const code of predicted) {
    const id = codes.find(code);
    const exact = open.findIndex((header) => header.id === id);
    const met =
      exact >= 0
        ? exact
        : open.findIndex((header) =>
            header.id >= 0 ? id >= 0 && codes.within(id, header.id) : code.startsWith(header.code),
          );
    if (met < 0) continue;
    open.splice(met, 1);
    truePositives++;
  }
  return { truePositives, predicted: predicted.length, gold: total };
}

/** ICD-10-PCS has no rows between a table and its codes, so a longer header is one by its characters alone. */
function isPcsHeader(code: string, codes: CodeTable): boolean {
  return /^[0-9A-Z]{4,6}$/.test(code) && codes.withPrefix(code, 1).length > 0;
}
