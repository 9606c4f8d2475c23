import type { Span } from '../../../note/types.ts';
import type { Hit } from './match-rows.ts';
import type { ProcedureBook } from './procedure-book.ts';
import type { ProcedureRow } from './procedure-row.ts';

/** A number that is reported, with every place that says so; the first is the one that says most. */
export interface Chosen {
  readonly row: ProcedureRow;
  readonly hits: readonly Hit[];
}

/** A number that is not, and the reason. */
export interface Dropped extends Chosen {
  readonly why: string;
}

/** Of what the places say, what is reported: the fullest of each family, without what is part of something else. */
export function choose(
  book: ProcedureBook,
  hits: readonly Hit[],
): { readonly chosen: readonly Chosen[]; readonly dropped: readonly Dropped[] } {
  const dropped = new Map<string, Dropped>();
  const chosen = new Map<string, Hit[]>();
  for (const family of grouped(hits, ({ family }) => family.name).values()) {
    const kept = family[0]?.family.kind === 'one' ? fullest(family) : fullestEach(family);
    for (const hit of kept.hits) {
      const list = chosen.get(hit.row.number);
      if (list === undefined) chosen.set(hit.row.number, [hit]);
      else list.push(hit);
    }
    for (const { hit, by } of kept.beaten)
      if (!dropped.has(hit.row.number))
        dropped.set(hit.row.number, {
          row: hit.row,
          hits: [hit],
          why: `${by.row.number} says more of the same words`,
        });
  }
  for (const [number, own] of [...chosen]) {
    const row = own[0]?.row;
    const by = row === undefined ? null : partOf(book, row, own, chosen);
    if (row === undefined || by === null) continue;
    chosen.delete(number);
    dropped.set(number, { row, hits: own, why: by });
  }
  for (const number of chosen.keys()) dropped.delete(number);
  return {
    chosen: [...chosen.values()].flatMap((own) => {
      const [first] = own;
      return first === undefined ? [] : [{ row: first.row, hits: [...own].sort(better) }];
    }),
    dropped: [...dropped.values()],
  };
}

/** Best first: what says more, then where it is named, then as the table has it. */
function better(a: Hit, b: Hit): number {
  return (
    holds(b, a) - holds(a, b) ||
    b.score - a.score ||
    Number(b.named) - Number(a.named) ||
    a.row.order - b.row.order ||
    a.span.start - b.span.start
  );
}

/** Of a family where one number says the whole, the one that holds the other says more, however it is worded. */
function holds(a: Hit, b: Hit): number {
  return Number(a.family === b.family && a.row.includes.includes(b.row.number));
}

interface Kept {
  readonly hits: readonly Hit[];
  readonly beaten: readonly { readonly hit: Hit; readonly by: Hit }[];
}

function fullest(hits: readonly Hit[]): Kept {
  const [best] = [...hits].sort(better);
  if (best === undefined) return { hits: [], beaten: [] };
  return {
    hits: hits.filter(({ row }) => row === best.row),
    beaten: hits.filter(({ row }) => row !== best.row).map((hit) => ({ hit, by: best })),
  };
}

/** Every mention has its own number; of those that read the same words the fullest. */
function fullestEach(hits: readonly Hit[]): Kept {
  const kept: Hit[] = [];
  const beaten: { hit: Hit; by: Hit }[] = [];
  for (const hit of [...hits].sort(better)) {
    const by = kept.find(
      (other) => other.row !== hit.row && other.place === hit.place && overlaps(other.span, hit.span),
    );
    if (by === undefined) kept.push(hit);
    else beaten.push({ hit, by });
  }
  return { hits: kept, beaten };
}

function partOf(
  book: ProcedureBook,
  row: ProcedureRow,
  own: readonly Hit[],
  chosen: ReadonlyMap<string, readonly Hit[]>,
): string | null {
  const family = own[0]?.family;
  for (const [number, others] of chosen) {
    const other = others[0];
    if (other === undefined || number === row.number) continue;
    if (other.family === family && own.every(({ look }) => look)) return `the look is part of ${number}`;
    const included = [...other.row.includes, ...other.family.includes];
    if (
      other.row.includes.includes(row.number) ||
      included.includes(row.family) ||
      included.includes(row.number)
    ) {
      // Two that would each hold the other: the one the note says more of stays.
      const mutual = [...row.includes, ...(family?.includes ?? [])];
      if (mutual.includes(number) || mutual.includes(other.row.family)) continue;
      if (other.row.family === row.family && !other.row.includes.includes(row.number)) continue;
      return `part of ${number}`;
    }
  }
  return book.rows.has(row.number) ? null : 'not in the table';
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list === undefined) groups.set(key(item), [item]);
    else list.push(item);
  }
  return groups;
}
