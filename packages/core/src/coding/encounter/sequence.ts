import { within } from '../../book/code-span.ts';
import type { Role } from '../types.ts';
import type { Draft, Encounter, EncounterRule } from './encounter.ts';
import { systemicInfectionFirst } from './systemic-infection.ts';

const SECTION_ORDER: readonly string[] = [
  'principal-diagnosis',
  'postoperative-diagnosis',
  'discharge-diagnosis',
  'final-diagnosis',
  'assessment',
  'assessment-and-plan',
  'impression',
  'secondary-diagnosis',
  'preoperative-diagnosis',
  'admission-diagnosis',
];

/**
 * Order and roles. Principal (Guidelines II) or first-listed (IV.A, IV.G): the postoperative diagnosis of an
 * operative report (IV.N), the first discharge diagnosis of a stay, the first of the assessment of a visit.
 * Chapter 15 codes come before others (I.C.15.a.1), the birth of a newborn before all (I.C.16.a.2), a screening stays first whatever it finds (I.C.21.c.5), an
 * external cause is never first (I.C.20.a.6), and an etiology stands before its manifestation (I.A.13).
 */
export const sequence: EncounterRule = {
  id: 'sequence',
  meta: { phase: 'sequence', authority: 'Guidelines II, III, IV' },
  apply(encounter) {
    const placed = encounter.drafts.map((draft) => ({ draft, place: placeOf(draft, encounter) }));
    placed.sort((a, b) => compare(a.place, b.place) || a.draft.code.localeCompare(b.draft.code));
    const ordered = etiologyFirst(
      encounter,
      deepestBurnFirst(systemicInfectionFirst(placed.map(({ draft }) => draft))),
    );
    const first: Role = encounter.setting === 'inpatient' ? 'principal' : 'first-listed';
    let firstGiven = false;
    const drafts = ordered.map((draft): Draft => {
      const step = { step: 'rule', rule: 'sequence', authority: 'Guidelines II, IV' } as const;
      if (isExternalCause(draft.code)) return { ...draft, role: 'external-cause' };
      if (firstGiven || neverFirst(encounter, draft)) return { ...draft, role: 'secondary' };
      firstGiven = true;
      return {
        ...draft,
        role: first,
        trail: [...draft.trail, { ...step, result: `${first}: ${reason(draft)}` }],
      };
    });
    return { ...encounter, drafts };
  },
};

/** Of several burns the deepest stands before the others, each in a place of theirs (Guidelines I.C.19.d.1). */
function deepestBurnFirst(drafts: readonly Draft[]): Draft[] {
  const burns = drafts.filter(({ code }) => BURN.test(code));
  burns.sort((a, b) => depthOf(b) - depthOf(a));
  return drafts.map((draft) => (BURN.test(draft.code) ? (burns.shift() ?? draft) : draft));
}

const BURN = /^T2[0-5]\.\d/;

/** The 4th character: 1 to 3 the degrees of a burn, 5 to 7 those of a corrosion, 0 and 4 unspecified. */
function depthOf({ code }: Draft): number {
  return Number(code[4]) % 4;
}

function reason(draft: Draft): string {
  const section = SECTION_ORDER.find((name) => draft.supports.some((support) => support.section === name));
  if (POISONING.test(draft.code)) return 'a poisoning comes before what it did';
  if (/^Z51\.[01]/.test(draft.code)) return 'the encounter is for treatment of the malignancy (I.C.2.e.2)';
  if (REASON.test(draft.code) && !draft.code.startsWith('Z12'))
    return 'the reason of the encounter (I.C.21.c)';
  if (draft.code.startsWith('Z12')) return 'the encounter is for screening';
  return section === undefined ? 'best supported reason for the encounter' : `stands first under ${section}`;
}

function placeOf(draft: Draft, encounter: Encounter): readonly number[] {
  const { code } = draft;
  const chapter = isExternalCause(code)
    ? 9
    : neverFirst(encounter, draft)
      ? 5
      : REASON.test(code)
        ? 0
        : code.startsWith('O') || POISONING.test(code)
          ? 1
          : /^Z3A|^Z3[37]/.test(code)
            ? 6
            : /^Z/.test(code)
              ? 4
              : 2;
  let section = SECTION_ORDER.length;
  let start = Number.POSITIVE_INFINITY;
  for (const support of draft.supports) {
    const at = SECTION_ORDER.indexOf(support.section);
    const order = at < 0 ? SECTION_ORDER.length : at;
    if (order < section || (order === section && support.span.start < start)) {
      section = order;
      start = support.span.start;
    }
  }
  if (encounter.style === 'sectioned') return [chapter, section, start];
  return [chapter, code.startsWith('R') ? 1 : 0, Math.round(-20 * draft.confidence), start];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isExternalCause(code: string): boolean {
  return /^[VWXY]/.test(code);
}

/** The reason of an encounter when it is no disease: first-listed only (I.C.21.c.16), or what the visit is for. */
const REASON = /^Z(?:0[0-4]|08|09|12\.|30\.2|38|39|4[0-57]|51\.[01]|52)/;
/** A poisoning comes before what it did (I.C.19.e.5.b); the substance is told by intent, 1 to 4. */
const POISONING = /^T(?:3[6-9]|4\d|5\d|6[0-5])\.(?:\d[0-9A-Z]{2}|\d[0-9A-Z]|\d)[1-4]X?[AD]$/;
/** The drug of an adverse effect follows its nature; an underdosing is never first (I.C.19.e.5.a and c). */
const DRUG_AFTER = /^T(?:3[6-9]|4\d|50)\.[0-9A-Z]{1,2}[0-9A-Z]?[56]X?[ADS]$/;

/** Manifestation titles, drugs, history and status codes are additional codes only. */
function neverFirst({ release }: Encounter, draft: Draft): boolean {
  return (
    /^(Z79|Z68|Z3A|Z8[0-7]|Z9[0-9]|Z16|Z66|B9[567])/.test(draft.code) ||
    DRUG_AFTER.test(draft.code) ||
    / in diseases classified elsewhere/i.test(release.codes.title(draft.id))
  );
}

/** A "code first" note that names a chosen code moves that code before its manifestation (Guidelines I.A.13). */
function etiologyFirst({ release }: Encounter, drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts];
  for (const draft of drafts) {
    for (const note of release.notesFor(draft.code)) {
      if (note.kind !== 'codeFirst') continue;
      const etiology = ordered.find(
        (other) =>
          other !== draft &&
          // "Code first poisoning (T36-T65)" is no word on an adverse effect, which follows.
          (!DRUG_AFTER.test(other.code) || draft.code.startsWith('Z91.1')) &&
          note.codes.some((span) => within(other.code, span.from, span.to)),
      );
      if (etiology === undefined) continue;
      const at = ordered.indexOf(draft);
      const from = ordered.indexOf(etiology);
      if (from < at) continue;
      ordered.splice(from, 1);
      ordered.splice(at, 0, etiology);
    }
  }
  return ordered;
}
