import type { Answer } from '../answers/answer.ts';
import { type Ask, type AskOptions, createAsk } from '../answers/ask.ts';
import { intents } from '../answers/intents/index.ts';
import type { GuidelineRule } from '../answers/knowledge.ts';
import type { Book } from '../book/book.ts';
import type { CodeSystem, IsoDate, SourceId } from '../book/rows.ts';
import { CODE_SYSTEMS, sourceOf } from '../book/source.ts';
import { type Coder, createCoder } from '../coding/index.ts';
import type { CodedNote, CodingContext } from '../coding/types.ts';
import { fail, type Outcome } from '../errors.ts';
import { type EvalOptions, type EvalReport, evaluate } from '../eval/index.ts';
import { checkNoteText } from '../note/input.ts';
import { createSearch, type Search, type SearchOptions, type SearchResult } from '../search/search.ts';
import { diffReleases, type ReleaseDiff } from '../show/diff.ts';
import { showCode } from '../show/show-code.ts';
import type { CodePage, NoCodePage, ShowOptions } from '../show/types.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { answerJobs } from './answer-jobs.ts';
import { type Cited, type CitedWords, citeOf } from './cite.ts';
import { type Example, type ExampleFolders, exampleNames, exampleNote, exampleTitle } from './examples.ts';
import { type Guideline, guidelineOf } from './guideline.ts';
import { type ReleaseSummary, releasesOf } from './releases.ts';

/** An open book and every job on it. Reads only; safe to share between requests. */
export interface Casebook {
  /** `starter` when nothing has been loaded into the home, or when it was asked for. */
  readonly edition: 'official' | 'starter';
  /** Ranked codes as somebody types; each hit says why it is one. Fails when no release covers the date. */
  search(query: string, options?: SearchOptions): Outcome<SearchResult>;
  /** Everything the book knows of a code, or why it does not know it. */
  show(code: string, options?: ShowOptions): CodePage | NoCodePage;
  /** A note's codes with their evidence. Fails when no release covers the date of service. */
  code(text: string, context?: CodingContext): Outcome<{ readonly note: CodedNote }>;
  /** Precision and recall on a labelled set in the common layout. */
  eval(folder: string, options?: EvalOptions): Promise<Outcome<{ readonly report: EvalReport }>>;
  releases(): readonly ReleaseSummary[];
  /** What a later release of a source added, deleted and revised. */
  diff(source: SourceId, from: string, to: string): Outcome<{ readonly diff: ReleaseDiff }>;
  /** A section of the Official Guidelines with everything below it. */
  guideline(section: string, asOf?: IsoDate): Outcome<{ readonly guideline: Guideline }>;
  /** A coding question, answered from the book with its citations; what the book does not say is `unknown`. */
  ask(question: string, options?: AskOptions): Outcome<{ readonly answer: Answer }>;
  /** The words at the place a citation names, with the publisher's file. Any citation of any answer opens. */
  cite(citation: Cited): Outcome<{ readonly cited: CitedWords }>;
  examples(): readonly { readonly name: string; readonly title: string }[];
  example(name: string): Outcome<{ readonly example: Example }>;
  close(): void;
}

interface CasebookParts {
  readonly book: Book;
  readonly edition: 'official' | 'starter';
  readonly lexicon: Lexicon;
  readonly examples: ExampleFolders;
  /** Matters of the guidelines that have a plain answer. */
  readonly rules: readonly GuidelineRule[];
  /** Milliseconds of a clock that only goes forward; times `elapsedMs`. */
  readonly now: () => number;
}

/** Puts the rooms together. Search and the coder are made when first asked for. */
export function casebookOf({ book, edition, lexicon, examples, rules, now }: CasebookParts): Casebook {
  let search: Search | null = null;
  let coder: Coder | null = null;
  let ask: Ask | null = null;
  const code = (text: string, context: CodingContext = {}): CodedNote => {
    coder ??= createCoder(book, lexicon, { now });
    return coder(text, context);
  };
  return {
    edition,
    search(query, options) {
      const gap = gapFor(book, options?.systems ?? CODE_SYSTEMS, options?.asOf);
      if (gap !== null) return gap;
      search ??= createSearch(book, lexicon);
      return { ok: true, ...search(query, options) };
    },
    show: (code, options) => showCode(book, code, options),
    code(text, context) {
      const checked = checkNoteText(text, 'note');
      if (!checked.ok) {
        const { where, what, expected } = checked.problem;
        return fail('note-unreadable', { name: where, what, expected });
      }
      return gapFor(book, ['icd10cm'], context?.dateOfService) ?? { ok: true, note: code(text, context) };
    },
    eval: async (folder, options) => evaluate(book, code, folder, options),
    releases: () => releasesOf(book),
    diff(source, from, to) {
      const diff = diffReleases(book, source, from, to);
      if (diff.found) return { ok: true, diff };
      return fail('release-not-loaded', { source, version: ` ${diff.missing.join(', ')}` });
    },
    guideline: (section, asOf) => guidelineOf(book, section, asOf),
    ask(question, options) {
      if (question.trim() === '') return fail('question-empty', {});
      search ??= createSearch(book, lexicon);
      ask ??= createAsk(intents(rules), answerJobs({ book, lexicon, code, search }));
      return { ok: true, answer: ask(question, options) };
    },
    cite: (citation) => citeOf(book, citation),
    examples: () => exampleNames(examples).map((name) => ({ name, title: exampleTitle(name) })),
    example: (name) => exampleNote(examples, name),
    close: () => book.close(),
  };
}

/** The problem when none of these systems has a release in force on the date; null when one has. */
function gapFor(book: Book, systems: readonly CodeSystem[], date?: IsoDate): ReturnType<typeof fail> | null {
  const choices = systems.map((system) => book.asOf(sourceOf(system), date));
  if (choices.some(({ found }) => found)) return null;
  const [miss] = choices;
  if (miss === undefined || miss.found) return null;
  const { source, reason, oldest = '' } = miss;
  return reason === 'not-loaded'
    ? fail('release-not-loaded', { source })
    : fail('date-before-oldest', { source, date: date ?? '', oldest });
}
