import type { Book } from '../book/book.ts';
import type { Release } from '../book/release.ts';
import { CODE_SYSTEMS, type CodeSystem, sourceOf } from '../book/source.ts';
import type { CodedNote, CodingContext } from '../coding/types.ts';
import { fail, type Outcome } from '../errors.ts';
import { type LabelledNote, readLabelledSet } from './labelled-set.ts';
import { byPrefix, type Counts, current, strict } from './match.ts';
import { type Score, scoreOf } from './score.ts';

export interface EvalOptions {
  /** Only documents of this split. */
  readonly split?: string;
  /** Only this code system; by default every system the gold names. */
  readonly system?: string;
  /** At most this many documents, in the set's order. */
  readonly limit?: number;
  /** Milliseconds of a clock that only goes forward, for notes per second. */
  readonly now?: () => number;
}

export interface SystemScores {
  readonly system: string;
  /** Gold as written. */
  readonly strict: Score;
  /** Gold as the release in force would report it. */
  readonly current: Score;
  /** Categories: 3 characters of ICD-10-CM, 4 of ICD-10-PCS. */
  readonly category: Score;
  /** ICD-10-CM without the symptom chapter. */
  readonly currentWithoutSymptoms?: Score;
  readonly strictWithoutSymptoms?: Score;
}

export interface EvalReport {
  readonly folder: string;
  readonly split: string | null;
  readonly notes: number;
  readonly systems: readonly SystemScores[];
  /** Share of suggested codes that are not billable in the release used. Must be 0. */
  readonly invalidCodeRate: number;
  readonly notesPerSecond: number;
}

interface Judged {
  readonly note: LabelledNote;
  readonly predicted: readonly { readonly system: string; readonly code: string }[];
}

/** Precision and recall of `code` on a labelled set in the common layout (`notes/`, `gold.tsv`, `split.tsv`). */
export function evaluate(
  book: Book,
  code: (text: string, context?: CodingContext) => CodedNote,
  folder: string,
  options: EvalOptions = {},
): Outcome<{ readonly report: EvalReport }> {
  const { split, system, limit, now = () => performance.now() } = options;
  if (system !== undefined && !CODE_SYSTEMS.some((one) => one === system))
    return fail('bad-option', { option: 'system', value: system, expected: CODE_SYSTEMS.join(', ') });
  const read = readLabelledSet(folder, split);
  if (!read.ok)
    return fail('eval-folder', {
      path: read.problem.where,
      what: `${read.problem.what}; expected ${read.problem.expected}`,
    });
  const notes = read.notes.slice(0, limit ?? read.notes.length);
  const started = now();
  const judge = (context: CodingContext): Judged[] =>
    notes.map((note) => ({ note, predicted: code(note.text, context).codes }));
  // ICD-10-PCS is reported for hospital stays only, so gold that has it is of a stay; such sets label images too.
  const stay: CodingContext = { setting: 'inpatient', ancillary: true };
  const judged = judge(system === 'icd10pcs' ? stay : {});
  const seconds = (now() - started) / 1000;
  const inGold = new Set(notes.flatMap((note) => note.gold.map((gold) => gold.system)));
  const systems = CODE_SYSTEMS.filter((name) => (system === undefined ? inGold.has(name) : name === system));
  const stays = system === undefined && systems.includes('icd10pcs') ? judge(stay) : judged;
  return {
    ok: true,
    report: {
      folder,
      split: split ?? null,
      notes: notes.length,
      systems: systems.flatMap((name) => scoresOf(book, name, name === 'icd10pcs' ? stays : judged)),
      invalidCodeRate: invalidRate(book, stays === judged ? judged : [...judged, ...stays]),
      notesPerSecond: seconds === 0 ? 0 : Math.round(notes.length / seconds),
    },
  };
}

function scoresOf(book: Book, system: CodeSystem, judged: readonly Judged[]): SystemScores[] {
  const release = releaseOf(book, system);
  if (release === null) return [];
  const { codes } = release;
  const each = (
    count: (predicted: readonly string[], gold: readonly string[]) => Counts,
    keep: (code: string) => boolean = () => true,
  ): Score =>
    scoreOf(
      judged.map(({ note, predicted }) =>
        count(codesOf(predicted, system).filter(keep), codesOf(note.gold, system).filter(keep)),
      ),
    );
  const prefix = system === 'icd10pcs' ? 4 : 3;
  const scores: SystemScores = {
    system,
    strict: each(strict),
    current: each((predicted, gold) => current(predicted, gold, codes)),
    category: each((predicted, gold) => byPrefix(predicted, gold, prefix)),
  };
  if (system !== 'icd10cm') return [scores];
  const noSymptom = (code: string): boolean => !code.startsWith('R');
  return [
    {
      ...scores,
      strictWithoutSymptoms: each(strict, noSymptom),
      currentWithoutSymptoms: each((predicted, gold) => current(predicted, gold, codes), noSymptom),
    },
  ];
}

function codesOf(
  list: readonly { readonly system: string; readonly code: string }[],
  system: string,
): string[] {
  return [...new Set(list.filter((entry) => entry.system === system).map((entry) => entry.code))];
}

function invalidRate(book: Book, judged: readonly Judged[]): number {
  let total = 0;
  let invalid = 0;
  for (const { predicted } of judged) {
    for (const { system, code } of predicted) {
      total++;
      const codes = releaseOf(book, system as CodeSystem)?.codes;
      const id = codes?.find(code) ?? -1;
      if (codes === undefined || id < 0 || !codes.billable(id)) invalid++;
    }
  }
  return total === 0 ? 0 : invalid / total;
}

function releaseOf(book: Book, system: CodeSystem): Release | null {
  const choice = book.asOf(sourceOf(system));
  return choice.found ? choice.release : null;
}
