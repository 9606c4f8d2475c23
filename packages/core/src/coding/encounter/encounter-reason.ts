import type { EncounterReason, Lexicon } from '../../words/lexicon.ts';
import type { Support } from '../candidates.ts';
import { addCode, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { type Saying, sayings, supportsOf } from './said.ts';

/** Sections that tell why the patient is here; elsewhere only the opening words of a note do. */
const TELLS_REASON: ReadonlySet<string> = new Set([
  'chief-complaint',
  'title',
  'statement',
  'assessment',
  'assessment-and-plan',
  'impression',
  'indications',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'discharge-diagnosis',
  'principal-diagnosis',
  'final-diagnosis',
]);
const OPENING = 300;
/** What is planned, past, refused or for another visit is not the reason of this one. */
const NOT_TODAY =
  /\b(?:due for|overdue|schedul\w*|refer\w*|recommend\w*|consider\w*|last|previous|prior|declin\w*|refus\w*|up to date|order\w*|discuss\w*|next|return\w* (?:for|in)|until|since|after|status post|s\/p|underwent|had|has had|history of|before|plan\w*|will|at (?:her|his|the))\b[^.;\n]{0,50}$/i;
const DONE_BEFORE =
  /^[^.;\n]{0,40}\b(?:last (?:year|month)|in (?:19|20)\d\d|up to date|declined|deferred|scheduled|overdue|not done)\b/i;

const patterns = new WeakMap<
  Lexicon,
  readonly { readonly reason: EncounterReason; readonly words: RegExp }[]
>();

function patternsOf(
  lexicon: Lexicon,
): readonly { readonly reason: EncounterReason; readonly words: RegExp }[] {
  let known = patterns.get(lexicon);
  if (known === undefined) {
    known = (lexicon.encounterReasons ?? []).map((reason) => ({
      reason,
      words: new RegExp(
        `\\b(?:${reason.words.map((words) => words.replaceAll(/[.*+?^${'$'}{}()|[\\]\\\\]/g, '\\$&').replaceAll(/[ -]/g, '[ -]')).join('|')})s?\\b`,
        'gi',
      ),
    }));
    patterns.set(lexicon, known);
  }
  return known;
}

/**
 * An encounter for something other than a disease: an examination, a screening, care of a device, contraception
 * (Guidelines I.C.21.c.5, 7, 8, 12, 13). An examination says whether it found anything new.
 */
export const encounterReason: EncounterRule = {
  id: 'encounter-reason',
  meta: { phase: 'status', authority: 'Guidelines I.C.21.c' },
  apply(encounter) {
    let next = encounter;
    for (const { reason, words } of patternsOf(encounter.lexicon)) {
      if (!isFor(reason, encounter)) continue;
      const found = sayings(encounter, words, ['present', 'historical', 'hypothetical'], true).filter(
        (saying) => tellsReason(encounter, saying),
      );
      if (found.length === 0) continue;
      const { code, why } = completed(reason.code, next);
      const supports = supportsOf(found).map(asPresent);
      const other = next.drafts.find(
        (draft) =>
          draft.code !== code && WITH_FINDINGS.has(reason.code) && draft.code.startsWith(reason.code),
      );
      if (other !== undefined) next = reject(next, other, { kind: 'says-less', by: code });
      next = addCode(next, code, supports, 0.8, encounterReason, why);
    }
    return next;
  },
};

function isFor({ who }: EncounterReason, { context: { age, sex } }: Encounter): boolean {
  if (who === 'child') return age !== undefined && age < 18;
  if (who === 'adult') return age === undefined || age >= 18;
  return who !== 'F' || sex !== 'M';
}

function tellsReason({ document }: Encounter, { match, support }: Saying): boolean {
  const { text } = document;
  const opens =
    match.index < OPENING ||
    (support.section === 'history-of-present-illness' && nearHead(document, match.index));
  if (!opens && !TELLS_REASON.has(support.section)) return false;
  if (NOT_TODAY.test(text.slice(Math.max(0, match.index - 60), match.index))) return false;
  return !DONE_BEFORE.test(text.slice(match.index + match[0].length, match.index + match[0].length + 60));
}

function nearHead({ sections }: Encounter['document'], at: number): boolean {
  return sections.some(({ bodyStart, end }) => at >= bodyStart && at < end && at - bodyStart < OPENING);
}

function completed(code: string, encounter: Encounter): { readonly code: string; readonly why: string } {
  const last = WITH_FINDINGS.get(code);
  if (last === undefined) return { code, why: 'the reason of the encounter' };
  const finding = newFinding(encounter);
  return finding === null
    ? { code: last.without, why: 'an examination that found nothing new' }
    : { code: last.with, why: `an examination that found something new: ${finding}` };
}

const WITH_FINDINGS: ReadonlyMap<string, { readonly with: string; readonly without: string }> = new Map([
  ['Z00.0', { with: 'Z00.01', without: 'Z00.00' }],
  ['Z00.12', { with: 'Z00.121', without: 'Z00.129' }],
  ['Z01.41', { with: 'Z01.411', without: 'Z01.419' }],
]);

const NEW =
  /\b(?:new|newly|abnormal|elevated|incidental\w*|today|acute|found|noted|suspicious|worsen\w*|uncontrolled)\b/i;
const ACUTE = /^(?:A|B|H6[05-7]|H1[0-1]|J0|J1|J2|L0|L2|N3|R(?!46|63\.5))/;

/**
 * A known, stable condition is no abnormal finding of the examination; a new or changed one is (I.C.21.c.13; note at
 * Z00.0). A finding is new by its code (acute, symptom, abnormal result) or by the words beside it.
 */
function newFinding({ drafts, document }: Encounter): string | null {
  const found = drafts.find(
    ({ code, supports }) =>
      !/^[OVWXYZ]/.test(code) &&
      supports.some(
        ({ section, span, assertion }) =>
          assertion.assertion === 'present' &&
          !['past-medical-history', 'family-history', 'medications', 'allergies'].includes(section) &&
          (ACUTE.test(code) || NEW.test(document.text.slice(Math.max(0, span.start - 40), span.end + 40))),
      ),
  );
  return found?.code ?? null;
}

/** A heading or a plan of today's visit names the reason without stating a condition. */
function asPresent(support: Support): Support {
  return { ...support, assertion: { assertion: 'present', cue: null, because: 'default' } };
}
