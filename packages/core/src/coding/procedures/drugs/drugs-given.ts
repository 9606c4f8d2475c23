import type { CodeId } from '../../../book/code-table.ts';
import type { NoteDocument, Section, SectionKind, Sentence, Span } from '../../../note/types.ts';
import { performed } from '../performed.ts';
import type { PhraseBook } from '../phrase-book.ts';
import { sentenceWords, spanOfWords } from '../sentence-words.ts';
import { saidElsewhere } from '../where-said.ts';
import { type Dose, dosesIn } from './dose.ts';
import type { Drug, DrugKind } from './drug-table.ts';

export type Route = 'muscle' | 'skin' | 'push' | 'infusion' | 'inhaled' | 'local' | 'unsaid';

/** A drug that the note says was given in this encounter. */
export interface GivenDrug extends Span {
  readonly code: CodeId;
  readonly kind: DrugKind;
  readonly name: string;
  readonly heading: string;
  readonly dose: Dose | null;
  readonly route: Route;
  /** How long an infusion ran. */
  readonly minutes: number | null;
}

const GIVEN =
  /\b(?:given|gave|administered|injected|injection of|inject|received|infused|infusion|pushed|bolus(?:ed)?|ivp|iv push|nebuli[sz]\w+|by neb\w*)\b/i;
const TODAY = /\b(?:today|in (?:the )?(?:office|clinic|ed|er))\b/i;
const ONCE = /\b(?:x\s?1|once|now|stat|one dose|single dose)\b/i;
const AHEAD =
  /\b(?:ordered|prescri\w+|rx|refill\w*|will (?:get|receive|be given|start)|start(?:ed)? on|continue|discharged? (?:on|with)|declin\w+|refus\w+|home|as needed|prn|plan(?:ned)? (?:for|to)|consider\w*|schedul\w+|next (?:dose|week|month)|due|every|q\d+h?|bid|tid|qid|daily|weekly|monthly|hold|stop(?:ped)?|allerg\w+)\b/i;
const PAST =
  /\b(?:last (?:visit|week|month|year|time|dose)|prior|previous\w*|ago|in the past|history of|yesterday|en route|outside|at home|was on|used to|had been)\b/i;
const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/\b(?:infus\w+|ivpb|piggyback|drip|over \d+ (?:min\w*|hours?|hr)|over an hour|bolus)\b/i, 'infusion'],
  [/\b(?:ivp|iv push|pushed|slow push)\b/i, 'push'],
  [/\b(?:im|intramuscular\w*|deltoid|gluteal|gluteus|buttock|vastus|ventrogluteal)\b/i, 'muscle'],
  [/\b(?:sc|sq|subq|sub-q|subcut\w*|subcutaneous\w*|subc)\b/i, 'skin'],
  [/\b(?:iv|intravenous\w*)\b/i, 'push'],
  [/\b(?:nebuli[sz]\w+|neb|nebs|inhal\w+)\b/i, 'inhaled'],
  [
    /\b(?:into|joint|knee|shoulder|bursa|intra-?articular\w*|tendon|sheath|lesion|epidural|facet|mixture)\b/i,
    'local',
  ],
];

/** Every drug of the table that a sentence says was given here and now. */
export function drugsGiven(document: NoteDocument, table: PhraseBook<Drug>): GivenDrug[] {
  const given: GivenDrug[] = [];
  for (const sentence of document.sentences) {
    const section = document.sections[sentence.section];
    if (section === undefined || saidElsewhere(document, sentence) || isOfAStay(section)) continue;
    const said = document.text.slice(sentence.start, sentence.end);
    const words = sentenceWords(document, sentence);
    const found: { drug: Drug; span: Span }[] = [];
    for (let at = 0; at < words.stems.length; at++) {
      const stem = words.stems[at] ?? '';
      if (stem === '' || !table.starts(stem)) continue;
      const longest = table.longestAt(words.stems, at);
      if (longest === null) continue;
      found.push({ drug: longest.value, span: spanOfWords(words, at, longest.end) });
      at = longest.end - 1;
    }
    for (const [i, { drug, span }] of found.entries()) {
      if (drug.code === null) continue;
      const reach = clauseAround(said, sentence, span, found[i + 1]?.span.start, found[i - 1]?.span.end);
      if (!isGiven(said, reach, section.kind)) continue;
      const held = performed(document, sentence, span, false);
      // "Plan would be 125 mg IM x 1" is a way of saying what is done now.
      const now = isOnce(reach.text) && !held.performed && held.assertion === 'hypothetical';
      if (!held.performed && !now) continue;
      const dose = doseOf(said, sentence, span, reach);
      const route = routeOf(reach.text, said, drug.kind);
      // A name alone may be a cream, a tablet or a plan: a dose or a way of giving makes it a drug that was given.
      if (route === 'unsaid' && (dose === null || !drug.listed)) continue;
      if (route === 'local' && !drug.listed) continue;
      // Cancer drugs are also creams and tablets.
      if ((route === 'local' || route === 'unsaid') && drug.kind === 'chemo') continue;
      given.push({
        ...span,
        code: drug.code,
        kind: drug.kind,
        name: drug.name,
        heading: section.heading,
        dose,
        route,
        minutes: minutesOf(reach.text),
      });
    }
  }
  return given;
}

/** What was given in the course of a stay, and what a laboratory measured. */
function isOfAStay({ kind, heading }: Section): boolean {
  return kind === 'results' || (kind === 'hospital-course' && /\bhospital/i.test(heading));
}

interface Reach {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words that belong to one drug: from the drug before it to the one after it, within its clause. */
function clauseAround(
  said: string,
  { start }: Sentence,
  span: Span,
  next: number | undefined,
  before: number | undefined,
): Reach {
  const own = span.start - start;
  let from = Math.max(said.lastIndexOf(';', own) + 1, said.lastIndexOf('. ', own) + 1);
  let to = said.length;
  const stop = said.slice(span.end - start).search(/;|\.\s+(?=[A-Z])/);
  if (stop >= 0) to = span.end - start + stop;
  if (next !== undefined) to = Math.min(to, next - start);
  if (before !== undefined) {
    // What follows the drug before, up to the comma or "and", is still its own dose and route.
    const parted = said
      .slice(0, own)
      .search(/(?:,|\band\b|\bthen\b|\bplus\b)(?:(?!,|\band\b|\bthen\b|\bplus\b).)*$/);
    from = Math.max(from, before - start, parted);
  }
  return { text: said.slice(from, to), start: from, end: to };
}

function isGiven(said: string, reach: Reach, section: SectionKind): boolean {
  if (PAST.test(reach.text)) return false;
  const now = /\b(?:given|gave|administered|injected|received|in (?:the )?(?:office|clinic|ed|er))\b/i;
  if (AHEAD.test(reach.text) && !now.test(reach.text)) return false;
  if (GIVEN.test(reach.text)) return true;
  // "Solu-Medrol 125 mg IM x 1" under a plan is carried out at the visit; without "once" it may be a prescription.
  if (isOnce(reach.text)) return true;
  // One verb may govern a list: "He received morphine 5 mg and Benadryl 25 mg".
  return (
    section !== 'other' &&
    /\b(?:given|administered|injected|received|injections? of|infused)\b/i.test(said) &&
    !AHEAD.test(said) &&
    !PAST.test(said)
  );
}

/** A dose by a route, once or today: carried out at the visit, even under a plan. */
function isOnce(reach: string): boolean {
  const route = ROUTES.slice(0, 5).some(([pattern]) => pattern.test(reach));
  return route && (ONCE.test(reach) || TODAY.test(reach)) && dosesIn(reach).length > 0;
}

/** The dose nearest to the name: after it, else right before it ("40 mg of Kenalog"). */
function doseOf(said: string, { start }: Sentence, span: Span, reach: Reach): Dose | null {
  const own = span.start - start;
  const past = span.end - start;
  const doses = dosesIn(said.slice(reach.start, reach.end)).map((dose) => ({
    ...dose,
    start: dose.start + reach.start,
    end: dose.end + reach.start,
  }));
  const before = doses.findLast(
    (dose) =>
      dose.end <= own && dose.kind !== 'volume' && /^\s*(?:of|IV|IM)?\s*$/i.test(said.slice(dose.end, own)),
  );
  const after = doses.find((dose) => dose.start >= past && dose.start - past < 30 && dose.kind !== 'volume');
  const chosen = before ?? after ?? doses.find((dose) => dose.start >= past && dose.start - past < 30);
  return chosen === undefined ? null : { amount: chosen.amount, kind: chosen.kind };
}

function routeOf(reach: string, said: string, kind: DrugKind): Route {
  if (kind === 'inhaled') return 'inhaled';
  for (const [pattern, route] of ROUTES) if (pattern.test(reach)) return route;
  for (const [pattern, route] of ROUTES) if (pattern.test(said)) return route;
  return 'unsaid';
}

function minutesOf(reach: string): number | null {
  const clock = /\b(\d{1,2}):?(\d{2})\s*(?:-|–|to|until)\s*(\d{1,2}):?(\d{2})\b/.exec(reach);
  if (clock !== null) {
    const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = clock.slice(1).map(Number);
    const spent = h2 * 60 + m2 - h1 * 60 - m1;
    if (h1 < 25 && h2 < 25 && m1 < 60 && m2 < 60 && spent > 0) return spent;
  }
  if (/\bover an hour\b/i.test(reach)) return 60;
  const minutes = /\b(?:over|for|x)\s*(\d+)\s*(min\w*|hours?|hrs?)\b/i.exec(reach);
  if (minutes === null) return null;
  return Number(minutes[1]) * (/^h/i.test(minutes[2] ?? '') ? 60 : 1);
}
