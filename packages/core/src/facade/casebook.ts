import type { Book } from '../book/book.ts';
import type { IsoDate, SourceId } from '../book/rows.ts';
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
import { type Example, type ExampleFolders, exampleNames, exampleNote, exampleTitle } from './examples.ts';
import { type Guideline, guidelineOf } from './guideline.ts';
import { type ReleaseSummary, releasesOf } from './releases.ts';

/** An open book and every job on it. Reads only; safe to share between requests. */
export interface Casebook {
  /** `starter` when nothing has been loaded into the home, or when it was asked for. */
  readonly edition: 'official' | 'starter';
  /** Ranked codes as somebody types; each hit says why it is one. */
  search(query: string, options?: SearchOptions): SearchResult;
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
  examples(): readonly { readonly name: string; readonly title: string }[];
  example(name: string): Outcome<{ readonly example: Example }>;
  close(): void;
}

export interface CasebookParts {
  readonly book: Book;
  readonly edition: 'official' | 'starter';
  readonly lexicon: Lexicon;
  readonly examples: ExampleFolders;
  /** Milliseconds of a clock that only goes forward; times `elapsedMs`. */
  readonly now: () => number;
}

/** Puts the rooms together. Search and the coder are made when first asked for. */
export function casebookOf({ book, edition, lexicon, examples, now }: CasebookParts): Casebook {
  let search: Search | null = null;
  let coder: Coder | null = null;
  const code = (text: string, context: CodingContext = {}): CodedNote => {
    coder ??= createCoder(book, lexicon, { now });
    return coder(text, context);
  };
  return {
    edition,
    search(query, options) {
      search ??= createSearch(book, lexicon);
      return search(query, options);
    },
    show: (code, options) => showCode(book, code, options),
    code(text, context) {
      const checked = checkNoteText(text, 'note');
      if (!checked.ok) {
        const { where, what, expected } = checked.problem;
        return fail('note-unreadable', { name: where, what, expected });
      }
      const covered = book.asOf('icd10cm', context?.dateOfService);
      return covered.found
        ? { ok: true, note: code(text, context) }
        : uncovered(covered, context?.dateOfService);
    },
    eval: async (folder, options) => evaluate(book, code, folder, options),
    releases: () => releasesOf(book),
    diff(source, from, to) {
      const diff = diffReleases(book, source, from, to);
      if (diff.found) return { ok: true, diff };
      return fail('release-not-loaded', { source, version: ` ${diff.missing.join(' and ')}` });
    },
    guideline: (section, asOf) => guidelineOf(book, section, asOf),
    examples: () => exampleNames(examples).map((name) => ({ name, title: exampleTitle(name) })),
    example: (name) => exampleNote(examples, name),
    close: () => book.close(),
  };
}

function uncovered(
  miss: { readonly reason: 'not-loaded' | 'before-oldest'; readonly oldest?: IsoDate },
  date = '',
): { readonly ok: false; readonly problem: ReturnType<typeof fail>['problem'] } {
  return miss.reason === 'not-loaded'
    ? fail('release-not-loaded', { source: 'icd10cm' })
    : fail('date-before-oldest', { source: 'icd10cm', date, oldest: miss.oldest ?? '' });
}
