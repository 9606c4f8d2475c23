import {
  addCode,
  billable,
  type Encounter,
  type EncounterRule,
  type Rejection,
  recode,
  reject,
  under,
} from './encounter.ts';
import { type Saying, sayings, supportsOf } from './said.ts';

const TRIMESTER = { 1: 'first', 2: 'second', 3: 'third' } as const;
const ANTEPARTUM =
  /\b(?:prenatal|antenatal|antepartum|ob(?:stetric)? (?:visit|clinic|return)|gravida|currently pregnant|pregnan(?:t|cy)|\d{1,2}\s?w\s?\d\s?d|weeks'? gestation|EDD|IUP)\b/i;
const AGE =
  /\b(?:[Aa]dvanced [Mm]aternal [Aa]ge|ADVANCED MATERNAL AGE|AMA|[Ee]lderly (?:multi|primi)gravida)\b/g;
const CESAREAN =
  /\b(?:previous|prior|history of|h\/o|s\/p)\s+(?:(?<kind>low[- ]transverse|classical|vertical|low[- ]vertical)\s+)?(?:c(?:a)?esarean(?: (?:section|delivery))?|c[- ]sections?|LTCS|LSCS)\b/gi;
const ROUTINE =
  /\b(?:routine (?:prenatal|antenatal|ob)\b|supervision of (?:a )?normal (?:\w+ )?pregnancy|normal (?:intrauterine )?pregnancy|uncomplicated pregnancy|prenatal visit)/gi;

/**
 * Before delivery, chapter 15 comes first: the trimester is told by the weeks (Guidelines I.C.15.a.3), advanced
 * maternal age and an earlier cesarean where documented as such (I.C.15.b.2), bleeding as the pregnancy's. A normal
 * pregnancy is supervised under Z34, never beside another chapter 15 code (I.C.15.b.1, I.C.21.c.11).
 */
export const antepartum: EncounterRule = {
  id: 'antepartum',
  meta: { phase: 'status', authority: 'Guidelines I.C.15.a, I.C.15.b' },
  apply(encounter) {
    const trimester = encounter.gestation?.value.trimester;
    if (trimester === undefined || encounter.context.sex === 'M' || !ANTEPARTUM.test(encounter.document.text))
      return encounter;
    let next = inTrimester(encounter, trimester);
    next = bleeding(next, trimester);
    next = highRisk(next, trimester);
    return supervision(next, trimester);
  },
};

/** "Unspecified trimester" gives way to the one the weeks tell, chosen or rejected alike. */
function inTrimester(encounter: Encounter, trimester: 1 | 2 | 3): Encounter {
  let next = encounter;
  for (const draft of encounter.drafts) {
    const code = sibling(encounter, draft.id, trimester);
    if (draft.code.startsWith('O') && code !== null)
      next = recode(next, draft, code, antepartum, `${TRIMESTER[trimester]} trimester by the weeks`);
  }
  const rejected = next.rejected.map((rejection): Rejection => {
    const code = encounter.release.codes.code(rejection.id).startsWith('O')
      ? sibling(encounter, rejection.id, trimester)
      : null;
    return code === null ? rejection : { ...rejection, id: encounter.release.codes.find(code) };
  });
  return { ...next, rejected };
}

function sibling({ release: { codes } }: Encounter, id: number, trimester: 1 | 2 | 3): string | null {
  const title = codes.title(id).toLowerCase();
  const parent = codes.parent(id);
  if (!title.includes('unspecified trimester') || parent < 0) return null;
  const wanted = title.replace('unspecified trimester', `${TRIMESTER[trimester]} trimester`);
  const found = codes
    .children(parent)
    .find((other) => codes.title(other).toLowerCase() === wanted && codes.billable(other));
  return found === undefined ? null : codes.code(found);
}

/** Vaginal bleeding of a pregnant patient is antepartum hemorrhage, early or later; so is what is denied. */
function bleeding(encounter: Encounter, trimester: 1 | 2 | 3): Encounter {
  const early = (encounter.gestation?.value.weeks ?? (trimester === 1 ? 10 : 30)) < 20;
  const code = early ? 'O20.9' : `O46.9${trimester}`;
  const id = billable(encounter, code);
  if (id < 0) return encounter;
  const draft = encounter.drafts.find((other) => under(other.code, 'N93.9'));
  const next =
    draft === undefined ? encounter : recode(encounter, draft, code, antepartum, 'bleeding in pregnancy');
  const isBleeding = (rejection: Rejection): boolean =>
    encounter.release.codes.code(rejection.id) === 'N93.9';
  return {
    ...next,
    rejected: next.rejected.map((rejection) => (isBleeding(rejection) ? { ...rejection, id } : rejection)),
  };
}

function highRisk(encounter: Encounter, trimester: 1 | 2 | 3): Encounter {
  let next = encounter;
  const age = sayings(encounter, AGE).filter((saying) => isOfThisPregnancy(saying));
  if (age.length > 0 && !next.drafts.some((draft) => under(draft.code, 'O09.5')))
    next = addCode(
      next,
      `O09.5${isFirst(encounter) ? '1' : '2'}${trimester}`,
      supportsOf(age),
      0.75,
      antepartum,
      'advanced maternal age is documented',
    );
  const scars = sayings(encounter, CESAREAN, ['present', 'historical']).filter((saying) =>
    isOfThisPregnancy(saying),
  );
  const [scar] = scars;
  if (scar !== undefined) {
    const kind = scar.match.groups?.kind?.toLowerCase() ?? '';
    const code =
      kind.startsWith('low') && kind.endsWith('transverse') ? 'O34.211' : kind === '' ? 'O34.219' : 'O34.212';
    if (!next.drafts.some((draft) => under(draft.code, 'O34.21')))
      next = addCode(next, code, supportsOf(scars), 0.7, antepartum, 'scar of an earlier cesarean');
  }
  return next;
}

/** In what the provider assesses, not in the table of earlier pregnancies. */
function isOfThisPregnancy({ support }: Saying): boolean {
  return [
    'assessment',
    'assessment-and-plan',
    'impression',
    'final-diagnosis',
    'discharge-diagnosis',
    'admission-diagnosis',
    'principal-diagnosis',
    'secondary-diagnosis',
    'statement',
  ].includes(support.section);
}

/** Gravida 1, a primigravida; without either, an earlier pregnancy is the safer reading at that age. */
function isFirst({ document }: Encounter): boolean {
  return /\bprimigravida\b|\bG1\s?P?0?\b(?!\d)|\bfirst (?:pregnancy|baby|child)\b/i.test(document.text);
}

function supervision(encounter: Encounter, trimester: 1 | 2 | 3): Encounter {
  const complicated = encounter.drafts.find((draft) => draft.code.startsWith('O'));
  if (complicated !== undefined) {
    let next = encounter;
    for (const draft of encounter.drafts)
      if (under(draft.code, 'Z34', 'Z33.1'))
        next = reject(next, draft, { kind: 'not-normal-pregnancy', by: complicated.code });
    return next;
  }
  const open = encounter.drafts.find((draft) => under(draft.code, 'Z34.9'));
  if (open !== undefined && isFirst(encounter))
    return recode(encounter, open, `Z34.0${trimester}`, antepartum, 'the first pregnancy');
  if (encounter.drafts.some((draft) => under(draft.code, 'Z34', 'Z36', 'Z39'))) return encounter;
  const routine = sayings(encounter, ROUTINE);
  if (routine.length === 0) return encounter;
  const incidental = encounter.drafts.find((draft) => draft.code === 'Z33.1');
  const next =
    incidental === undefined ? encounter : reject(encounter, incidental, { kind: 'supervised-pregnancy' });
  return addCode(
    next,
    `Z34.${isFirst(encounter) ? '0' : '8'}${trimester}`,
    supportsOf(routine),
    0.7,
    antepartum,
    'normal pregnancy under supervision',
  );
}
