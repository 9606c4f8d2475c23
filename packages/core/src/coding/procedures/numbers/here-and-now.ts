import type { NoteDocument, Sentence, Span } from '../../../note/types.ts';

/** How surely a sentence outside procedure headings tells that something was done in this encounter. */
export type HereAndNow = 'done' | 'shown' | 'no';

const DONE =
  /\b(?:today|in[ -](?:the )?(?:office|clinic|ed|er|room|house)|in-?house|here|given|gave|administered|received|performed|did|done|completed|applied|injected|infiltrated|placed|inserted|obtained|collected|drawn|taken|removed|excised|debrided|drained|aspirated|irrigated|trimmed|burned|frozen|treated|repaired|sutured|closed|shaved|curetted|snipped|cauterized|reduced|relocated|controlled|packed|dressed|splinted|casted|taped|wrapped|strapped|biopsied|incised|lanced|dilated|fitted|interrogated|reprogrammed|instilled|flushed|changed|replaced|exchanged|scraped|swabbed|screened|anesthetized|numbed|pared|avulsed|clipped|snared|cultured|tolerated|scored|sent|now|stat|x ?1|point[ -]of[ -]care|poc|bedside|interpreted by me|read by me|my (?:read|interpretation))\b/i;
const NOW =
  /\b(?:today|today's|in[ -](?:the )?(?:office|clinic|ed|er|room)\b(?! of\b)|here|this (?:visit|morning|afternoon)|poc|point[ -]of[ -]care|read by me|interpreted by me|my (?:read|interpretation)|by me)\b/i;
const AHEAD =
  /\b(?:will|would|shall|to be|order|orders|ordered|ordering|schedul\w+|refer|referr\w+|recommend\w*|plan|plans|planned|planning|due|next|consider\w*|declin\w+|refus\w+|defer\w*|repeat|recheck|f\/?u|follow[ -]?up|rtc|return|await\w*|pending|if|needs?|needed|request\w*|advis\w+|arrang\w+|get|check|start|continue|cont|instructed|prescri\w+|rx|pre-?op for|want|wants|wishes|eligible|encourag\w+|offered?|candidate|authori[sz]\w+)\b/i;
const PAST =
  /\b(?:last|recent(?:ly)?|most recent|prior|previous\w*|ago|earlier|s\/p|status post|history|hx|h\/o|outside|old|since|had|yesterday|already|utd|up[ -]to[ -]date|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\/(?:\d{2}|\d{4})|(?:in|of|from|on)\s+(?:19|20)\d\d|(?:19|20)\d\d|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,4})?|at (?:home|the hospital)|elsewhere|review(?:ed)?|was seen)\b/i;
const STRONG =
  /\b(?:given|administered|injected|performed|done|applied|placed|obtained|shows?|showed|reveal\w*|by me)\b/i;
const SHOWN =
  /[:=]|\b(?:neg|negative|pos|positive|normal|nl|wnl|unremarkable|open|shows?|showed|showing|reveal\w*|demonstrat\w*|od|os|ou|qmax|nonreactive|reactive|trace)\b|\d/i;

/** Whether the clause itself says today, here, or by the writer. */
export function saysNow({ text }: NoteDocument, sentence: Sentence, span: Span): boolean {
  const { before, after } = clauseOf(text, sentence, span);
  return NOW.test(`${before} ${text.slice(span.start, span.end)} ${after}`);
}

/** The clause a mention stands in: a semicolon or a new sentence starts another. */
function clauseOf(text: string, sentence: Sentence, span: Span): { before: string; after: string } {
  const before = text.slice(sentence.start, span.start);
  const after = text.slice(span.end, sentence.end);
  const cut = Math.max(before.lastIndexOf(';'), before.lastIndexOf('. '));
  const end = after.search(/;|\.\s+(?=[A-Z])/);
  return { before: before.slice(cut + 1), after: end < 0 ? after : after.slice(0, end) };
}

/**
 * Read for sentences of a visit. What is ordered, planned, past or from elsewhere is not reported by this visit
 * (a claim is for services rendered on its date), unless the clause itself says that it was done today.
 */
export function hereAndNow({ text }: NoteDocument, sentence: Sentence, span: Span): HereAndNow {
  const { before, after } = clauseOf(text, sentence, span);
  const clause = `${before} ${text.slice(span.start, span.end)} ${after}`;
  const now = NOW.test(clause);
  const near = `${before.slice(-50)} ${text.slice(span.start, span.end)} ${after.slice(0, 60)}`;
  if (!now && PAST.test(near)) return 'no';
  const ahead =
    AHEAD.test(before.slice(-60)) ||
    /^[^.;,]{0,40}\b(?:ordered|pending|due|scheduled|declined|refused|deferred|recommended|planned|advised|next|if)\b/i.test(
      after,
    );
  if (ahead && !STRONG.test(after.slice(0, 60))) return 'no';
  if (/^\s*(?:is |are )?(?:to be|will be|should be|needs? to|may be)\b/i.test(after)) return 'no';
  if (
    /\b(?:declin|refus|defer)\w*|\bnot (?:done|given|performed|indicated|needed|obtained)\b/i.test(
      after.slice(0, 40),
    )
  )
    return 'no';
  if (DONE.test(clause)) return 'done';
  return SHOWN.test(after.slice(0, 40)) ? 'shown' : 'no';
}
