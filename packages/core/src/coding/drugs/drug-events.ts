import { assertionOf } from '../../note/assertion.ts';
import type { NoteDocument, Sentence, Span } from '../../note/types.ts';
import type { Encounter } from '../encounter/encounter.ts';
import { type Column, type DrugMention, drugTable } from './drug-table.ts';

/** What a note says happened with a drug (Guidelines I.C.19.e.5). */
export interface DrugEvent {
  readonly drug: DrugMention;
  readonly column: Column;
  /** Index into the document's sentences. */
  readonly sentence: number;
  /** Where the effect stands: before the cause, or after it ("steroid-induced …"); `sentence` when only the drug is told. */
  readonly effect: 'before' | 'after' | 'sentence';
}

/** Words between "due to" and the drug. */
const FILLER =
  '(?:(?:the|her|his|their|a|an|recent|current|chronic|new|prior|prolonged|ongoing|prescribed|oral|iv|po|intravenous|inhaled|topical|daily|regular|high|low|dose|doses|long|term|use|of|taking|therapy|treatment|with|course|starting|home|and|[a-z]+ing)[ -]+){0,5}';
const CAUSED = new RegExp(
  `(?:\\b(?:due to|secondary to|because of|caused by|induced by|provoked by|from|attributed to|related to|as a result of|effects? (?:of|from)|effect to|reactions? (?:to|from)|complications? of|(?:after|since) (?:starting|beginning|taking)|with (?:starting|initiation of)|d/t)|\\b2/2)[ ]+${FILLER}$`,
);
/** "Switched from warfarin", "relief from ibuprofen": the drug caused nothing. */
const NO_CAUSE =
  /\b(?:switch\w*|transition\w*|chang\w*|convert\w*|wean\w*|withdraw\w*|discharg\w*|bridg\w*|relief|benefi\w*|improve\w*|recover\w*|risk|prophyla\w*|weaned|tapered|better|not|unlikely|doubt\w*) (?:\w+ ){0,3}(?:from|due to|because of|related to|secondary to|caused by) [^,;]*$/;
const INDUCED = /^[ -]*(?:induced|related|associated|provoked|(?:has |had |is )?caus(?:es|ed|ing))\b/;
const SIDE_EFFECT = /^ (?:side effects?|adverse (?:effects?|reactions?)|intolerance with)\b/;
const AS_PRESCRIBED =
  /\b(?:tak(?:en|ing|es)|took|us(?:ed|ing)|given|administered|dosed)\b[^.;]{0,40}\b(?:as (?:prescribed|directed|ordered|instructed|labell?ed)|correctly|properly|appropriately)\b|\bproperly (?:taken|administered|given)\b/;

const OVERDOSED =
  /\b(?:overdos\w*|od'?d?|poison(?:ing|ed)|ingest(?:ed|ion)(?: of)?|swallowed|took too (?:much|many)|taken too (?:much|many)|too many|double(?:d)? dose|twice the (?:prescribed )?dose|wrong (?:dose|drug|medication|medicine|route)|(?:took|taken|given|administered|drank|exposed to|inhaled)\b[^.;]{0,60}\b(?:by mistake|in error|by accident|accidentally|instead of|mistakenly)|(?:accidentally|mistakenly|unintentionally|erroneously) (?:took|taken|given|ingested|drank|swallowed|inhaled|administered)|extra (?:dose|pill|tablet)s?|whole bottle|entire bottle|handful of)\b/;
/** A poisoning of a plan, a past or a screening is none of today's. */
const NOT_POISONED =
  /\b(?:narcan|naloxone|risk of|history of|hx of|prior|previous|poison ivy|poison oak|food poisoning|prevent\w*|precaution\w*|foreign (?:body|object)|contrast)\b/;
const SELF_HARM =
  /\b(?:suicid\w*|self[- ]?harm\w*|intentional(?:ly)?|kill (?:himself|herself|themsel\w+)|deliberate(?:ly)?)\b/;
const NOT_SELF_HARM =
  /\b(?:unintentional(?:ly)?|not (?:intentional|suicidal|deliberate)|den(?:ies|ied|ying) (?:any )?(?:suicid|intent|self)|no (?:suicid|intent|self)|non-?intentional|without (?:suicid|intent))\w*/;
const ASSAULT = /\b(?:assault\w*|poisoned by|drink was spiked|date rape|slipped into)\b/;
const UNDETERMINED =
  /\b(?:intent (?:cannot|could not|can not) be determined|undetermined intent|intent undetermined)\b/;

const LESS =
  "(?:(?:self[- ]|(?:she|he|they|patient|pt|and|has|who) (?:w+ly )?)(?:stopp(?:ed|ing)|discontinu(?:ed|ing)|quit)|(?:stopp(?:ed|ing)|quit) (?:taking|using)|(?:due to|after|from) (?:abruptly )?(?:stopping|discontinuing)|(?:not|never|hasn't been|has not been|isn't|wasn't) (?:been )?(?:taking|filling|using|fill|take)|did(?: not|n't) (?:take|fill|refill|start)|non-?adheren(?:t|ce)(?: with| to)?|non-?complian(?:t|ce)(?: with| to)?|poor (?:adherence|compliance)(?: with| to)?|(?:ran|running|has run|been) out of|skip(?:s|ped|ping)?(?: doses of| her| his)?|miss(?:es|ed|ing)(?: (?:several|some|many|most|multiple|a few))?(?: doses of| her| his)?|forg(?:ets|ot|etting)(?: to take)?|(?:could(?: not|n't)|can(?: not|not|'t)|unable to|cannot) (?:afford|fill|refill|get)|underdos(?:ing|ed)(?: of| on)?|tak(?:es|ing)? (?:only )?(?:half|less|fewer)(?: of| than)?|halv(?:es|ed|ing)|rationing|cut(?:s|ting)? (?:her|his) )";
const UNDERDOSED = new RegExp(`\\b${LESS}\\s+(?:[a-z]+['’]?[a-z]*[ -]+){0,4}$`);
/** The provider's own stop is no underdosing. */
const BY_PROVIDER =
  /\b(?:(?:was|were|been|be|we|will|i|had|have|having|to|plan\w*|recommend\w*|advis\w*|instruct\w*|told|should)[ ]+(?:her |him |them |have |to )*(?:stop\w*|discontinu\w*|held|hold)|(?:her|his|the|their) (?:\w+ )?(?:doctor|physician|provider|specialist|\w+ologist|psychiatrist|pcp|surgeon|team)(?: has| had)? (?:stopp\w*|discontinu\w*|held)|(?:stopp|discontinu)\w* by|will (?:prescribe|start|begin)|(?:stopp|discontinu|held)\w*(?: \w+){1,3} (?:today|and (?:start|switch|chang)))\b/;
const STOPPED = /\b(?:stopp|quit|discontinu)\w*(?: \w+){0,2} $/;
const OWN_CHOICE =
  /\bon (?:her|his|their) own\b|\bwithout (?:telling|asking|consulting)\b|\bcould(?: not|n't) afford\b|\bbecause (?:she|he|it made)\b/;
const DRUG_THEN_LESS =
  /^[^.;,]{0,30}\b(?:non-?adheren\w+|non-?complian\w+|(?:which|that) (?:she|he|they) (?:stopp\w*|ran out|quit|could not|couldn't|did not|has not)|because (?:of )?(?:the )?cost|not filled|ran out)\b/;

/** The events of a note as one encounter reads it: three rules ask for them. */
const lastRead = new WeakMap<
  NoteDocument,
  { readonly as: Encounter; readonly events: readonly DrugEvent[] }
>();

/** Every event of a drug the note holds as present; one for each drug, column and sentence. */
export function drugEvents(encounter: Encounter): readonly DrugEvent[] {
  const { document, release, lexicon, setting } = encounter;
  const last = lastRead.get(document);
  if (
    last !== undefined &&
    last.as.release === release &&
    last.as.lexicon === lexicon &&
    last.as.setting === setting
  )
    return last.events;
  const events = readEvents(encounter);
  lastRead.set(document, { as: encounter, events });
  return events;
}

function readEvents(encounter: Encounter): DrugEvent[] {
  const { document } = encounter;
  const events: DrugEvent[] = [];
  document.sentences.forEach((sentence, index) => {
    if (SKIPPED.has(document.sections[sentence.section]?.kind ?? 'body')) return;
    const text = document.text.slice(sentence.start, sentence.end).toLowerCase();
    if (!WORTH_READING.test(text)) return;
    const drugs = drugTable(encounter.release, encounter.lexicon).in(document, sentence);
    const here = drugs.flatMap((drug) => eventOf(encounter, sentence, index, text, drug) ?? []);
    // "Drug rash from amoxicillin": the bare word says nothing beside the name.
    const named = here.filter(({ drug }) => !isUnspecified(drug));
    events.push(...(named.length > 0 ? named : here));
  });
  return events;
}

/** The Table's row for a drug of no name (T50.90-). */
function isUnspecified({ row }: DrugMention): boolean {
  return row.cells?.[0]?.startsWith('T50.90') ?? false;
}

const SKIPPED = new Set([
  'allergies',
  'family-history',
  'review-of-systems',
  'immunizations',
  'instructions',
]);
const WORTH_READING =
  /due to|secondary|2\/2|d\/t|because|caused|induced|provoked|from|attributed|related|associated|result of|effect|reaction|complication|starting|prescribed|directed|properly|correctly|overdos|poison|ingest|swallow|too m|dose|wrong|mistake|error|accident|extra|bottle|handful|stopp|discontinu|quit|taking|take|complian|adheren|\bout of|skip|miss|forg|afford|refill|fill|half|ration|toxicity/;

function eventOf(
  { document, setting }: Encounter,
  sentence: Sentence,
  index: number,
  text: string,
  drug: DrugMention,
): DrugEvent | null {
  const before = text.slice(0, drug.span.start - sentence.start);
  const after = text.slice(drug.span.end - sentence.start);
  const { assertion, because } = assertionOf(document, drug.span);
  const at = (column: Column, effect: DrugEvent['effect']): DrugEvent => ({
    drug,
    column,
    sentence: index,
    effect,
  });
  // "Has not been taking", "denies suicidal intent" are denials that tell the event.
  if (isUnderdosed(before, after, text)) return at('underdosing', 'sentence');
  if (OVERDOSED.test(text) && !NOT_POISONED.test(text) && assertion !== 'family' && because !== 'section')
    return assertion === 'negated' ? null : at(intentOf(document.text.toLowerCase()), 'sentence');
  const held = assertion === 'present' || (assertion === 'possible' && setting === 'inpatient');
  const past = assertion === 'historical' && because === 'section';
  if (!held && !past) return null;
  if (INDUCED.test(after)) return at('adverse', 'after');
  if (CAUSED.test(before) && !NO_CAUSE.test(before))
    return notTheDrug(after) ? null : at('adverse', 'before');
  if (listed(before)) return at('adverse', 'before');
  if (AS_PRESCRIBED.test(text)) return at('adverse', 'sentence');
  return SIDE_EFFECT.test(after) ? at('adverse', 'sentence') : null;
}

/** "Due to lisinopril and furosemide": the second drug has its cause before the first. */
function listed(before: string): boolean {
  const list = /^(.*\b(?:due to|secondary to|caused by|induced by)) [a-z-]+(?:, [a-z-]+)?,? and $/.exec(
    before,
  );
  return list !== null;
}

/** "Due to insulin resistance", "from iron deficiency", "due to warfarin failure" are no effect of a drug. */
function notTheDrug(after: string): boolean {
  return /^[ -]*(?:resistan\w*|deficien\w*|allerg\w*|depend\w*|abuse|use disorder|withdrawal|failure|refusal|non-?adheren\w*|non-?complian\w*|pump|overload|clinic|lack|level|addiction|misuse)\b/.test(
    after,
  );
}

function isUnderdosed(before: string, after: string, text: string): boolean {
  if (BY_PROVIDER.test(text)) return false;
  if (STOPPED.test(before) && OWN_CHOICE.test(text)) return true;
  return UNDERDOSED.test(before) || DRUG_THEN_LESS.test(after);
}

function intentOf(text: string): Column {
  if (UNDETERMINED.test(text)) return 'undetermined';
  if (ASSAULT.test(text)) return 'assault';
  return SELF_HARM.test(text.replace(new RegExp(NOT_SELF_HARM, 'g'), '')) ? 'self-harm' : 'accidental';
}

/** The words of a sentence, lower case, for the reason of an underdosing. */
export function sentenceText(
  document: NoteDocument,
  index: number,
): { readonly text: string; readonly span: Span } {
  const sentence = document.sentences[index];
  const span = { start: sentence?.start ?? 0, end: sentence?.end ?? 0 };
  return { text: document.text.slice(span.start, span.end).toLowerCase(), span };
}
