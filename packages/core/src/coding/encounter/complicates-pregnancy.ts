import { within } from '../../book/code-span.ts';
import type { CodeId } from '../../book/code-table.ts';
import type { Release } from '../../book/release.ts';
import type { PatientState } from '../completion/patient-readings.ts';
import { addCode, type EncounterRule, under } from './encounter.ts';

const TRIMESTERS = { 1: 'first trimester', 2: 'second trimester', 3: 'third trimester' } as const;

/** Chapters whose diseases chapter 15 has codes of its own for, told by other rules. */
const OWN_CODES = ['E08', 'E09', 'E10', 'E11', 'E13', 'I10', 'I11', 'I12', 'I13', 'I15', 'B95', 'B96', 'B97'];

interface Group {
  readonly code: CodeId;
  readonly from: string;
  readonly to: string;
}

/**
 * Any condition of a pregnant patient complicates the pregnancy unless the provider says otherwise: the code of O98 or
 * O99 whose Tabular note names the condition stands before it (Guidelines I.C.15.a.1).
 */
export const complicatesPregnancy: EncounterRule = {
  id: 'complicates-pregnancy',
  meta: { phase: 'combine', authority: 'Guidelines I.C.15.a.1' },
  apply(encounter) {
    const { state, release } = encounter;
    if (
      state === undefined ||
      state === 'newborn' ||
      /\bincidental(?:ly)? pregnan/i.test(encounter.document.text)
    )
      return encounter;
    let next = encounter;
    for (const draft of encounter.drafts) {
      if (!/^[A-NQ]/.test(draft.code) || under(draft.code, ...OWN_CODES)) continue;
      if (!draft.supports.some(({ assertion }) => assertion.assertion === 'present')) continue;
      const group = groupOf(release, draft.code);
      const code =
        group === undefined ? -1 : inState(release, group.code, state, encounter.gestation?.value.trimester);
      if (code < 0) continue;
      const alike = release.codes.code(code).slice(0, 6);
      if (next.drafts.some((other) => under(other.code, alike))) continue;
      next = addCode(
        next,
        release.codes.code(code),
        draft.supports,
        draft.confidence,
        complicatesPregnancy,
        `${draft.code} complicates the pregnancy`,
      );
    }
    return next;
  },
};

/** The narrowest group whose note names the code. */
function groupOf(release: Release, code: string): Group | undefined {
  return groupsOf(release)
    .filter(({ from, to }) => within(code, from, to))
    .sort((a, b) => width(a) - width(b))[0];
}

function width({ from, to }: Group): number {
  return (to.charCodeAt(0) - from.charCodeAt(0)) * 100 + Number(to.slice(1, 3)) - Number(from.slice(1, 3));
}

const known = new WeakMap<Release, readonly Group[]>();

/** The subcategories of O98 and O99 with the ranges that their notes name ("Conditions in J00-J99"). */
function groupsOf(release: Release): readonly Group[] {
  let groups = known.get(release);
  if (groups === undefined) {
    const { codes } = release;
    groups = ['O98', 'O99'].flatMap((category) =>
      codes.withPrefix(category).flatMap((code) =>
        codes.billable(code)
          ? []
          : release
              .notesAt('code', codes.code(code))
              .filter(({ kind }) => kind === 'inclusionTerm' || kind === 'useAdditionalCode')
              .flatMap((note) => note.codes)
              .filter(({ from }) => /^[A-NQ]/.test(from))
              .map(({ from, to }) => ({ code, from, to })),
      ),
    );
    known.set(release, groups);
  }
  return groups;
}

/** Down to the billable code of the state: childbirth, puerperium or the trimester. */
function inState(
  release: Release,
  group: CodeId,
  state: PatientState,
  trimester: 1 | 2 | 3 | undefined,
): CodeId {
  const { codes } = release;
  const titled = (words: string, ids: readonly CodeId[]): CodeId | undefined =>
    ids.find((id) => codes.title(id).toLowerCase().includes(words));
  const below = codes.children(group);
  const subgroups = below.filter((id) => !codes.billable(id));
  if (subgroups.length > 0) {
    const other =
      subgroups.find((id) => /^other/i.test(codes.title(id))) ??
      (subgroups.length === 1 ? subgroups[0] : undefined);
    const there = other === undefined ? -1 : inState(release, other, state, trimester);
    if (there >= 0) return there;
  }
  const leaves = below.filter((id) => codes.billable(id));
  const words =
    state === 'delivering'
      ? ['complicating childbirth', 'complicating the childbirth']
      : state === 'postpartum'
        ? ['complicating the puerperium']
        : trimester === undefined
          ? ['unspecified trimester']
          : [TRIMESTERS[trimester]];
  for (const wanted of words) {
    const found = titled(wanted, leaves);
    if (found !== undefined) return found;
  }
  return -1;
}
