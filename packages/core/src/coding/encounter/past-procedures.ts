import { attributesOf } from '../../note/attributes.ts';
import type { Span } from '../../note/types.ts';
import type { Support } from '../candidates.ts';
import { conventionsOf } from '../conventions.ts';
import { sectionGroup } from '../document-style.ts';
import { addCode, billable, type Draft, type Encounter, type EncounterRule, reject } from './encounter.ts';
import { type Saying, sayings, supportsOf } from './said.ts';

const BEFORE =
  /\b(?:s\/p|status[- ]post|h\/o|hx of|history of|prior|previous(?:ly)?|past|remote|had|underwent|post|after|since)\b[^.;,:]{0,40}$/i;
const AFTER = /^[^.;]{0,25}(?:\b(?:19|20)\d\d\b|\bago\b|\bstatus\b)/i;
const IN_PLACE =
  /^[^.;,]{0,12}\b(?:in place|in situ|present|placed|status|functioning|well[- ]positioned)\b/i;
const AHEAD =
  /^[^.;]{0,30}\b(?:tomorrow|scheduled|planned|next week|today|is planned|to be|pending|candidate|evaluation|recommended|consult)\b|\b(?:for|schedule[d]?|plan(?:ned)?|candidate for|needs?|awaiting|consider\w*|refer\w*|possible|may need|discuss\w*)\s+(?:\w+\s+){0,3}$/i;
/** Somebody else's operation. */
const PARTNER = /\b(?:husband|wife|partner|spouse|boyfriend|girlfriend)\b/i;
/** The last character of a sided code. */
const SIDES: Readonly<Record<string, string>> = { right: '1', left: '2', bilateral: '3' };

/**
 * What an operation of the past leaves: an organ or limb that is gone, a device in place, a status (Guidelines
 * I.C.21.c.3). Told where the provider lists it among the diagnoses: a surgical history alone does not say that it bears
 * on the visit. Not for today's operation.
 */
export const pastProcedures: EncounterRule = {
  id: 'past-procedures',
  meta: { phase: 'status', authority: 'Guidelines I.C.21.c.3' },
  apply(encounter) {
    if (encounter.style === 'narrative') return encounter;
    let next: Encounter = encounter;
    const taken: Span[] = [];
    // "Pacemaker tomorrow" is no pacemaker yet, whatever line of the Index its name leads to.
    for (const draft of encounter.drafts)
      if (
        /^Z9[0-8]/.test(draft.code) &&
        draft.supports.every(
          (support) => isAhead(encounter, support) || isOfThisStay(encounter, draft, support),
        )
      )
        next = reject(next, draft, { kind: 'planned' });
    const { pastProcedures: table, pastProceduresIn } = conventionsOf(encounter.lexicon);
    for (const row of pastProceduresIn(encounter.document.text)) {
      const procedure = table[row];
      if (procedure === undefined) continue;
      const { words, code, device } = procedure;
      const found = sayings(encounter, words, ['present', 'historical']).filter((saying) =>
        isPast(encounter, saying, device),
      );
      const [first] = found;
      if (first === undefined || !found.some(({ support }) => sectionGroup(support.section) === 'diagnosis'))
        continue;
      const whole = codeOf(encounter, code, first);
      // A general row ("toe amputation") says nothing beside the particular one that read the same words.
      if (found.every(({ support }) => taken.some((span) => overlaps(span, support.span)))) continue;
      taken.push(...found.map(({ support }) => support.span));
      if (whole === null || next.drafts.some((draft) => draft.code.startsWith(code.replace(/-$/, ''))))
        continue;
      next = addCode(
        next,
        whole,
        supportsOf(found),
        0.55,
        pastProcedures,
        'left by an operation of the past',
      );
    }
    return next;
  },
};

function isPast({ document, operative, setting }: Encounter, { support }: Saying, device: boolean): boolean {
  const { section, assertion } = support;
  const around = aroundOf(document, support);
  if (around === null || AHEAD.test(around.after) || AHEAD.test(around.before)) return false;
  const { before, after } = around;
  if (section === 'past-surgical-history' || section === 'past-medical-history') return true;
  if (operative || PARTNER.test(before)) return false;
  // What was placed or removed during the stay is its procedure, not a status (Guidelines I.C.21.c.3).
  if (setting === 'inpatient') return AFTER.test(after);
  return (
    assertion.assertion === 'historical' ||
    BEFORE.test(before) ||
    AFTER.test(after) ||
    (device && (IN_PLACE.test(after) || /^[^a-z]*$/i.test(before)))
  );
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function isAhead({ document }: Encounter, support: Support): boolean {
  const around = aroundOf(document, support);
  return around !== null && (AHEAD.test(around.after) || AHEAD.test(around.before));
}

/** "Status post hip replacement" in the diagnoses of the discharge is what was done during the stay. */
function isOfThisStay({ document, setting }: Encounter, { code }: Draft, support: Support): boolean {
  if (setting !== 'inpatient' || !code.startsWith('Z96.6')) return false;
  const isListed = support.section === 'past-surgical-history' || support.section === 'past-medical-history';
  return !isListed && !AFTER.test(aroundOf(document, support)?.after ?? '');
}

/** The sentence on either side of a support. */
function aroundOf(
  { sentences, text }: Encounter['document'],
  { span }: Support,
): { readonly before: string; readonly after: string } | null {
  const sentence = sentences.find(({ start, end }) => span.start >= start && span.start < end);
  return sentence === undefined
    ? null
    : { before: text.slice(sentence.start, span.start), after: text.slice(span.end, sentence.end) };
}

/** A code that ends in a dash takes the side of the statement, else its "unspecified". */
function codeOf(encounter: Encounter, code: string, { support }: Saying): string | null {
  if (!code.endsWith('-')) return code;
  const stem = code.slice(0, -1);
  const { side } = attributesOf(encounter.document, support.span);
  const wanted = side === undefined ? [] : [SIDES[side] ?? ''];
  return (
    [...wanted, '9', '0'].map((last) => stem + last).find((whole) => billable(encounter, whole) >= 0) ?? null
  );
}
