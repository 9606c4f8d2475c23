import type { CodeId } from '../book/code-table.ts';
import type {
  AssertionResult,
  Attributes,
  NoteDocument,
  SectionKind,
  Sentence,
  Span,
} from '../note/types.ts';
import type { PatientFacts } from './completion/axis-words.ts';
import type { Completer, Completion } from './completion/complete.ts';
import type { PatientReadings } from './completion/patient-readings.ts';
import type { Dictionary } from './dictionary/blobs.ts';
import { HISTORY } from './dictionary/entry.ts';
import { isEmptyWord } from './dictionary/terms.ts';
import { documentStyle } from './document-style.ts';
import type { Mention, MentionFinder } from './mentions/find-mentions.ts';
import { type SelectedMention, selectMentions } from './mentions/select-mentions.ts';
import type { TokenRange } from './mentions/term-reader.ts';
import type { NoteReading } from './note-reading.ts';
import type { StatementReader } from './statement/statement-reader.ts';
import type { TabularRequests } from './tabular-requests.ts';

/** One place in the note that supports a code. */
export interface Support {
  readonly selected: SelectedMention;
  /** Place among the codes the same words lead to; 0 is the reading the Index prefers. */
  readonly rank: number;
  readonly span: Span;
  readonly section: SectionKind;
  readonly heading: string;
  readonly assertion: AssertionResult;
  readonly listItem: boolean;
  /** How much of its sentence the mention is: 1 when the sentence is only the diagnosis. */
  readonly share: number;
  /** The statement it stands in says it plainly; whether that makes a diagnosis depends on the section. */
  readonly stated?: boolean;
  /** Its words are only the name of a drug. */
  readonly drug?: boolean;
  readonly completion: Completion;
}

/** A billable code with every place that speaks for it. */
export interface Candidate {
  readonly code: CodeId;
  readonly supports: readonly Support[];
}

/** Mentions whose category could not be completed: they become queries. */
export interface Incomplete {
  readonly target: CodeId;
  readonly span: Span;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly incomplete: readonly Incomplete[];
}

const MOST_READINGS = 3;

/** From a note to the codes its words may support, before any judgement of setting or confidence. */
export class CandidateFinder {
  readonly #dictionary: Dictionary;
  readonly #finder: MentionFinder;
  readonly #completer: Completer;
  readonly #readings: PatientReadings;
  readonly #requests: TabularRequests;
  readonly #statements: StatementReader;
  readonly #reading: NoteReading;

  constructor(
    dictionary: Dictionary,
    finder: MentionFinder,
    completer: Completer,
    readings: PatientReadings,
    requests: TabularRequests,
    statements: StatementReader,
    reading: NoteReading,
  ) {
    this.#dictionary = dictionary;
    this.#finder = finder;
    this.#completer = completer;
    this.#readings = readings;
    this.#requests = requests;
    this.#statements = statements;
    this.#reading = reading;
  }

  find(document: NoteDocument, patient: PatientFacts = {}): Candidates {
    const noteTerms = this.#finder.termsOfNote(document);
    const style = documentStyle(document);
    const byCode = new Map<CodeId, Support[]>();
    const incomplete: Incomplete[] = [];
    document.sentences.forEach((sentence, index) => {
      const { mentions, said } = this.#finder.inSentence(document, index, noteTerms, style);
      const section = document.sections[sentence.section];
      const readings = new Map<string, Set<CodeId>>();
      const together = this.#requests.together.bind(this.#requests);
      const divided = mentions.filter((mention) => isDivided(document, sentence, mention));
      const whole =
        divided.length === 0 ? mentions : mentions.filter((mention) => !divided.includes(mention));
      const named = this.#statements.closeEnough(document, sentence, whole);
      // What caused an injury takes no words from it.
      const external = named.filter((mention) => this.#dictionary.kind(mention.entry) === 'external');
      const kept = selectMentions(
        external.length === 0 ? named : named.filter((mention) => !external.includes(mention)),
        this.#dictionary,
        together,
      );
      if (external.length > 0) {
        const taken = new Set(kept.flatMap(({ mention }) => mention.tokens));
        // A fracture is an injury; only what else is said can be its cause.
        const causes = external.filter(({ tokens }) => !tokens.every((token) => taken.has(token)));
        kept.push(...selectMentions(causes, this.#dictionary, together));
      }
      // What is denied in part hides nothing that is said whole; it is only there to be rejected.
      if (divided.length > 0) kept.push(...selectMentions(divided, this.#dictionary, together));
      const stated = this.#statements.stated(document, sentence, kept);
      for (const selected of this.#allInPatient(kept, patient)) {
        const { mention } = selected;
        const span = spanOf(document, mention.tokens);
        const target = this.#dictionary.targets[mention.entry] ?? -1;
        const attributes = this.#reading.attributesOf(document, span);
        const completion = this.#completer.complete(target, {
          says: (word) => said.has(word),
          // A second reading of the words stays what it is: moved, it would stand for another mention's finding.
          near: (word) =>
            selected.rank === 0 &&
            (said.get(word) ?? []).some((place) => isNear(document, mention.tokens, place)),
          attributes,
          patient,
        });
        if (completion === null) {
          if (selected.rank === 0) incomplete.push({ target, span });
          continue;
        }
        // What goes beside a code of chapter 15 is no second reading of its words.
        const key = `${mention.of === undefined ? '' : 'in patient '}${mention.tokens.join(',')}`;
        const codesHere = readings.get(key) ?? new Set<CodeId>();
        readings.set(key, codesHere);
        if (codesHere.has(completion.code) || codesHere.size >= MOST_READINGS) continue;
        const support: Support = {
          selected,
          rank: codesHere.size,
          span,
          section: section?.kind ?? 'body',
          heading: section?.heading ?? '',
          assertion: asSequela(this.#assertion(document, mention, span), attributes.episode),
          listItem: sentence.listItem,
          share: shareOf(document, sentence, mention.tokens),
          stated: stated.has(mention) || (mention.of !== undefined && stated.has(mention.of)),
          drug: this.#statements.namesDrug(document, mention),
          completion,
        };
        codesHere.add(completion.code);
        for (const code of completion.other === undefined
          ? [completion.code]
          : [completion.code, completion.other]) {
          const list = byCode.get(code);
          if (list === undefined) byCode.set(code, [support]);
          else list.push(support);
        }
      }
    });
    const candidates = [...byCode].map(([code, supports]): Candidate => ({ code, supports }));
    return { candidates, incomplete };
  }

  /** Where the patient chooses one reading of some words, their other readings fall away. */
  #allInPatient(kept: readonly SelectedMention[], patient: PatientFacts): SelectedMention[] {
    const read = kept.map((selected) => this.#inPatient(selected, patient));
    const wordsOf = (selected: SelectedMention | undefined): string =>
      selected?.mention.tokens.join(',') ?? '';
    const settled = new Set(
      read.filter(([first]) => first?.mention.of !== undefined).map(([first]) => wordsOf(first)),
    );
    return read.flatMap((readings) =>
      readings[0]?.mention.of === undefined && settled.has(wordsOf(readings[0])) ? [] : readings,
    );
  }

  /** What the words mean in this patient, by the Index's subterm for newborns, pregnancy or the puerperium. */
  #inPatient(selected: SelectedMention, { state }: PatientFacts): SelectedMention[] {
    if (state === undefined) return [selected];
    const { mention } = selected;
    const entry = this.#readings.of(mention.entry, state);
    if (entry < 0) return [selected];
    const instead = { ...selected, mention: { ...mention, entry, of: mention } };
    return this.#readings.keeps(mention.entry, entry) ? [instead, selected] : [instead];
  }

  /**
   * The note's stance to a mention. Words that stand apart are asked one by one, since a cue may reach only some of
   * them; a history entry already says "history of", so only a denial counts against it.
   */
  #assertion(document: NoteDocument, mention: Mention, span: Span): AssertionResult {
    const history = ((this.#dictionary.flags[mention.entry] ?? 0) & HISTORY) !== 0;
    let result = this.#reading.assertionOf(document, span);
    if (mention.gap > 0 && result.assertion !== 'negated') {
      for (const at of mention.tokens) {
        const token = document.tokens[at];
        if (token === undefined || mention.denied.includes(at)) continue;
        const own = this.#reading.assertionOf(document, token);
        if (own.assertion !== 'present' && (result.assertion === 'present' || own.assertion === 'negated'))
          result = own;
      }
    }
    // "Previous cesarean" is what the book's phrase says, no condition of the past.
    const cue = result.cue;
    const ownCue =
      result.assertion === 'historical' &&
      cue !== null &&
      mention.tokens.some((at) => {
        const token = document.tokens[at];
        return token !== undefined && token.start >= cue.start && token.end <= cue.end;
      });
    return (history && result.assertion !== 'negated') || ownCue
      ? { assertion: 'present', cue: null, because: 'default' }
      : result;
  }
}

/** An old injury is coded for what is left of it (Guidelines I.B.10). */
function asSequela(result: AssertionResult, episode: Attributes['episode']): AssertionResult {
  return result.assertion === 'historical' && episode === 'sequela'
    ? { assertion: 'present', cue: null, because: 'default' }
    : result;
}

const DIVIDING: ReadonlySet<string> = new Set(['negated', 'family', 'possible', 'hypothetical']);

/**
 * Half of its words are denied, uncertain or said of a relative, and half are not: "AML not in remission" holds no leukemia in
 * remission. Words that the book's own phrase wants denied, and cues that belong to it, do not count.
 */
function isDivided(document: NoteDocument, sentence: Sentence, { tokens, denied }: Mention): boolean {
  for (let i = sentence.firstScope; i < sentence.endScope; i++) {
    const scope = document.scopes[i];
    if (scope === undefined || !DIVIDING.has(scope.meaning)) continue;
    let inside = 0;
    let outside = 0;
    for (const at of tokens) {
      const token = document.tokens[at];
      if (token === undefined || denied.includes(at)) continue;
      if (token.start >= scope.cue.start && token.end <= scope.cue.end) continue;
      if (token.start >= scope.start && token.end <= scope.end) inside++;
      else outside++;
    }
    if (inside > 0 && outside > 0) return true;
  }
  return false;
}

/** Content words of the sentence that belong to the mention. */
function shareOf(document: NoteDocument, sentence: Sentence, tokens: readonly number[]): number {
  let content = 0;
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    const token = document.tokens[at];
    if (token?.kind === 'word' && !isEmptyWord(token.norm)) content++;
  }
  return Math.min(1, tokens.length / Math.max(1, content));
}

const NEAR = 5;

/** Within a few words of the mention, and not past the end of its statement. */
function isNear(document: NoteDocument, tokens: readonly number[], { first, last }: TokenRange): boolean {
  const start = tokens[0] ?? 0;
  const end = tokens.at(-1) ?? start;
  const [from, to] = last < start ? [last, start] : [end, first];
  if (to <= from) return true;
  let words = 0;
  for (let at = from + 1; at < to; at++) {
    const token = document.tokens[at];
    if (token === undefined || /^[;:.]$/.test(token.norm)) return false;
    if (token.kind !== 'punctuation') words++;
  }
  return words <= NEAR;
}

function spanOf(document: NoteDocument, tokens: readonly number[]): Span {
  return {
    start: document.tokens[tokens[0] ?? 0]?.start ?? 0,
    end: document.tokens[tokens.at(-1) ?? 0]?.end ?? 0,
  };
}
