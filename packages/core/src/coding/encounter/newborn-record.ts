import type { CodeId } from '../../book/code-table.ts';
import type { Span } from '../../note/types.ts';
import { addCode, type Draft, type Encounter, type EncounterRule, reject, under } from './encounter.ts';
import { spanSupport } from './said.ts';

const MULTIPLE = ['', 'single', 'twin', 'triplet', 'quadruplet'] as const;

/**
 * The record of a birth has the liveborn infant by place, number and way of delivery (Z38) once, at the place of birth
 * and first of all codes (Guidelines I.C.16.a.2, I.C.21.c.12); a preterm newborn its weight and then its completed
 * weeks (I.C.16.d), each the code whose title holds the figure.
 */
export const newbornRecord: EncounterRule = {
  id: 'newborn-record',
  meta: { phase: 'status', authority: 'Guidelines I.C.16.a.2, I.C.16.d, I.C.21.c.12' },
  apply(encounter) {
    const { birth } = encounter;
    if (birth === null) return encounter;
    let next = encounter;
    const { here, delivery, grams, weeks } = birth;
    const born = here === undefined ? -1 : liveborn(encounter, birth);
    for (const draft of encounter.drafts)
      if (under(draft.code, 'Z38') && draft.id !== born)
        next = reject(next, draft, here === undefined ? { kind: 'birth-elsewhere' } : { kind: 'once' });
    if (here !== undefined)
      next = add(
        next,
        born,
        [here, ...(delivery === undefined ? [] : [delivery])],
        'the record of the birth',
      );
    if (grams !== undefined && grams.value < 2500)
      next = add(
        next,
        byFigure(encounter, ['P07.0', 'P07.1'], /grams/i, grams.value),
        [grams],
        'birth weight',
      );
    if (weeks !== undefined && weeks.value < 37)
      next = add(
        next,
        byFigure(encounter, ['P07.2', 'P07.3'], /completed weeks/i, weeks.value),
        [weeks],
        'completed weeks',
      );
    return withoutOpen(next);
  },
};

function liveborn({ release: { codes } }: Encounter, birth: NonNullable<Encounter['birth']>): CodeId {
  const number = MULTIPLE[birth.born] ?? 'other multiple';
  const place =
    birth.place === 'outside'
      ? 'born outside hospital'
      : birth.delivery === undefined
        ? 'unspecified as to place of birth'
        : birth.delivery.value === 'cesarean'
          ? 'delivered by cesarean'
          : 'delivered vaginally';
  const found = codes.withPrefix('Z38').filter((id) => {
    const title = codes.title(id).toLowerCase();
    return codes.billable(id) && title.startsWith(number) && title.endsWith(place);
  });
  return found[0] ?? -1;
}

/** The code below the stems whose title's figures hold the number. */
function byFigure(
  { release: { codes } }: Encounter,
  stems: readonly string[],
  unit: RegExp,
  figure: number,
): CodeId {
  const found = stems
    .flatMap((stem) => codes.withPrefix(stem))
    .find((id) => codes.billable(id) && unit.test(codes.title(id)) && holds(codes.title(id), figure));
  return found ?? -1;
}

function holds(title: string, figure: number): boolean {
  const range = /(\d+)-(\d+)/.exec(title);
  if (range !== null) return figure >= Number(range[1]) && figure <= Number(range[2]);
  const below = /less than (\d+)/.exec(title);
  if (below !== null) return figure < Number(below[1]);
  return Number(/(\d+)/.exec(title)?.[1] ?? Number.NaN) === figure;
}

function add(encounter: Encounter, id: CodeId, spans: readonly Span[], result: string): Encounter {
  if (id < 0) return encounter;
  const supports = spans.flatMap((span) => spanSupport(encounter, span) ?? []);
  return addCode(encounter, encounter.release.codes.code(id), supports, 0.85, newbornRecord, result);
}

/** "Preterm, unspecified weeks" beside the weeks says nothing more. */
function withoutOpen(encounter: Encounter): Encounter {
  let next = encounter;
  for (const draft of encounter.drafts) {
    const known = openOf(encounter, draft);
    if (known !== undefined) next = reject(next, draft, { kind: 'says-less', by: known.code });
  }
  return next;
}

function openOf({ release, drafts }: Encounter, draft: Draft): Draft | undefined {
  const stems = under(draft.code, 'P07.2', 'P07.3')
    ? ['P07.2', 'P07.3']
    : under(draft.code, 'P07')
      ? ['P07.0', 'P07.1']
      : [];
  if (stems.length === 0 || !/unspecified/.test(release.codes.title(draft.id))) return undefined;
  return drafts.find(
    (other) =>
      other !== draft && under(other.code, ...stems) && !/unspecified/.test(release.codes.title(other.id)),
  );
}
