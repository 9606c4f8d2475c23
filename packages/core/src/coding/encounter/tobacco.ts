import { addCode, type Encounter, type EncounterRule, recode, reject, under } from './encounter.ts';
import type { RejectionReason } from './rejection.ts';
import { sayings, supportsOf } from './said.ts';

const CURRENT =
  /\b(?:(?<!(?:ex|former|previous|past|prior|passive|never|non|not an?|no longer an?|reformed|second-?hand)[- ](?:(?:heavy|active|cigarette|tobacco|current) )?)smoker(?! of (?:cannabis|marijuana|hashish))|(?<!not )(?<!no longer )(?:(?:currently|still|continues to) smokes?|smokes)(?=\s+(?:about |approximately |around |up to |half |a |one |two |\d))[^.;\n]{0,40}|smoked (?:about |approximately )?\d+ cigarettes (?:per|a) day|continues to smoke|(?:nicotine|tobacco) (?:dependence|addiction))\b/gi;
const CIGARETTES = /\bcigarettes?\b|\bcigs?\b|\bppd\b|\bpacks?\b|\bpack[- ]years?\b/i;
const FORMER =
  /\b(?:(?:former|ex|previous|past|prior)[- ]?(?:cigarette |tobacco |heavy )?smoker|(?:quit|stopped|gave up) (?:smoking|tobacco|cigarettes) (?:in (?:19|20)\d\d|(?:about |approximately |over )?(?:\d+|a few|several|many) (?:years?|months?) (?:ago|prior))|(?:history of|h\/o|hx of) (?:tobacco|cigarette|nicotine) (?:use|abuse|dependence|smoking)|smoked (?:[^.;\n]{0,40} )?until|used to smoke)\b/gi;
const USE =
  /\b(?:tobacco|cigarette|nicotine) use(?! disorder)\b|\buses (?:tobacco|snuff|chewing tobacco)\b/gi;

/**
 * Tobacco: a smoker is coded to nicotine dependence by product, as the Index sends "Smoker" there; dependence that is
 * past is history, and use that is only use has its own code (Guidelines I.C.5.b, Excludes1 at F17). One of the three.
 */
export const tobacco: EncounterRule = {
  id: 'tobacco',
  meta: { phase: 'status', authority: 'Guidelines I.C.5.b; Excludes1 at F17' },
  apply(encounter) {
    const current = sayings(encounter, CURRENT);
    const dependent = encounter.drafts.some((draft) => under(draft.code, 'F17.2'));
    const former = sayings(encounter, FORMER, ['present', 'historical']);
    if (current.length > 0 || (dependent && former.length === 0)) {
      const cigarettes = current.some(({ support }) =>
        CIGARETTES.test(around(encounter, support.span.start)),
      );
      const code = cigarettes ? 'F17.210' : 'F17.200';
      const product = encounter.drafts.find((draft) => draft.code === 'F17.200');
      let next =
        product !== undefined && cigarettes && encounter.style === 'sectioned'
          ? recode(encounter, product, code, tobacco, 'the product is cigarettes')
          : dependent
            ? encounter
            : addCode(encounter, code, supportsOf(current), 0.6, tobacco, 'a current smoker');
      const plain = next.drafts.find((draft) => draft.code === 'F17.200');
      if (
        encounter.style === 'sectioned' &&
        plain !== undefined &&
        next.drafts.some((draft) => under(draft.code, 'F17.21'))
      )
        next = reject(next, plain, { kind: 'product-named' });
      return without(next, { kind: 'still-smokes' }, 'Z87.891', 'Z72.0');
    }
    const past = encounter.drafts.find((draft) => draft.code === 'F17.200');
    if (past !== undefined) return recode(encounter, past, 'Z87.891', tobacco, 'smoked in the past');
    if (former.length > 0)
      return without(
        addCode(encounter, 'Z87.891', supportsOf(former), 0.6, tobacco, 'smoked in the past'),
        { kind: 'past-use' },
        'Z72.0',
      );
    const use = sayings(encounter, USE);
    return use.length === 0 || encounter.style === 'narrative'
      ? encounter
      : addCode(encounter, 'Z72.0', supportsOf(use), 0.5, tobacco, 'use, not called dependence');
  },
};

function without(encounter: Encounter, why: RejectionReason, ...codes: readonly string[]): Encounter {
  let next = encounter;
  for (const draft of encounter.drafts) if (codes.includes(draft.code)) next = reject(next, draft, why);
  return next;
}

/** The rest of the line on either side, where the product stands. */
function around({ document: { text } }: Encounter, at: number): string {
  const before = /[^\n]*$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '';
  return `${before}${/^[^\n]*/.exec(text.slice(at, at + 100))?.[0] ?? ''}`;
}
