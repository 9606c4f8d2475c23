/**
 * Casebook, the library: open a book, then one function per job. Everything returned is data; an expected miss
 * or problem is a value with a sentence for people and an id for programs (`docs/errors.md`).
 *
 * @example
 * const opened = await openBook({ home: 'casebook-home', knowledge: 'knowledge' });
 * if (!opened.ok) throw new Error(opened.problem.message);
 * const coded = opened.casebook.code('Assessment: type II achalasia.', { setting: 'outpatient' });
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readGuidelineRules } from './answers/knowledge.ts';
import { fail, type Outcome } from './errors.ts';
import { type Casebook, casebookOf } from './facade/casebook.ts';
import { type EditionChoice, openHome } from './home/open-home.ts';
import { indexers } from './indexers.ts';
import type { LoadInput, LoadReport } from './pull/load.ts';
import { readStarter } from './sources/starter/read-starter.ts';
import { type Lexicon, LexiconError, readLexicon } from './words/lexicon.ts';

/** Set when the library is bundled: the sum of its sources, so that a starter book is compiled anew with new code. */
declare const CASEBOOK_BUILD: string | undefined;

export interface OpenBookOptions {
  /** Folder that holds the book and the state; made when it is first needed. */
  readonly home: string;
  /** The `knowledge` folder Casebook ships. */
  readonly knowledge: string;
  /** Example notes; beside the knowledge folder when not given. */
  readonly examples?: string;
  /** `auto` (the default): the pulled book, or the starter book when nothing was pulled. `official`: only the pulled one. */
  readonly edition?: EditionChoice;
  /** Clock for `elapsedMs`, in milliseconds. */
  readonly now?: () => number;
}

/**
 * Opens the book of a home folder. An empty home gives the starter book, compiled into it on first use.
 * Never throws for a missing, damaged or read-only folder: that is a problem value.
 */
export async function openBook(options: OpenBookOptions): Promise<Outcome<{ readonly casebook: Casebook }>> {
  const { home, knowledge, edition = 'auto', now = () => performance.now() } = options;
  const lexicon = lexiconOf(knowledge);
  if (!lexicon.ok) return lexicon;
  const build = typeof CASEBOOK_BUILD === 'undefined' ? 'source' : CASEBOOK_BUILD;
  const opened = openHome({ home, knowledge, indexers, build, read: readStarter }, edition);
  if (!opened.ok) return opened;
  const rules = readGuidelineRules(join(knowledge, 'starter', 'guideline-rules.tsv'));
  const examples = {
    notes: options.examples ?? join(knowledge, '..', 'examples'),
    cases: join(knowledge, 'cases'),
  };
  const parts = {
    book: opened.book,
    edition: opened.edition,
    lexicon: lexicon.lexicon,
    examples,
    rules,
    now,
  };
  return { ok: true, casebook: casebookOf(parts) };
}

/** Reads publishers' files into a home's book, all or nothing: see {@link LoadReport}. */
export async function loadReleases(
  input: Omit<LoadInput, 'indexers'>,
): Promise<Outcome<{ readonly report: LoadReport }>> {
  // The readers of XML, workbooks and archives are loaded by nobody who only asks.
  const { loadReleases: load } = await import('./pull/load.ts');
  return load({ ...input, indexers });
}

function lexiconOf(knowledge: string): Outcome<{ readonly lexicon: Lexicon }> {
  const folder = join(knowledge, 'lexicon');
  if (!existsSync(folder)) return fail('knowledge-missing', { path: knowledge });
  try {
    return { ok: true, lexicon: readLexicon(folder) };
  } catch (error) {
    if (error instanceof LexiconError) return fail('knowledge-wrong', { line: error.message });
    return fail('knowledge-missing', { path: knowledge });
  }
}

export type { Answer, QuotedCitation } from './answers/answer.ts';
export type { AskOptions } from './answers/ask.ts';
export { type Citation, citationText } from './book/citation.ts';
export type { CodeSystem, IsoDate, SourceId } from './book/rows.ts';
export { CITED_SOURCES, CODE_SYSTEMS, SOURCES } from './book/source.ts';
export type { CodedCode, CodedNote, CodingContext, RejectedCode, Setting } from './coding/types.ts';
export { errorsPage, fail, type Outcome, type Problem, type ProblemId, problem, reasonOf } from './errors.ts';
export type { EvalReport } from './eval/index.ts';
export type { Casebook } from './facade/casebook.ts';
export type { Cited, CitedWords } from './facade/cite.ts';
export type { Example } from './facade/examples.ts';
export type { Guideline } from './facade/guideline.ts';
export { missProblem } from './facade/miss.ts';
export type { ReleaseSummary } from './facade/releases.ts';
export type { Finding } from './findings/finding.ts';
export type { EditionChoice } from './home/open-home.ts';
export { acceptancesFile, downloadsFolder } from './home/paths.ts';
export { type NoteInput, readNoteBytes } from './note/input.ts';
export { type Acceptance, isAccepted, readAcceptances, recordAcceptance } from './pull/acceptance.ts';
export {
  type Catalogue,
  type CatalogueFile,
  parseCatalogue,
  shippedCatalogue,
  type Terms,
} from './pull/catalogue.ts';
export type { ReleaseChange } from './pull/changes.ts';
export type { LoadReport } from './pull/load.ts';
export { lockFolder } from './pull/lock.ts';
export { type PullPlan, planPull } from './pull/plan.ts';
export type { SearchHit, SearchOptions, SearchResult } from './search/search.ts';
export type { ReleaseDiff } from './show/diff.ts';
export type { CodePage, NoCodePage, ShowOptions } from './show/types.ts';
