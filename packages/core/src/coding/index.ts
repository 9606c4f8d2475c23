import type { Book } from '../book/book.ts';
import type { Release } from '../book/release.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { codeNote } from './code-note.ts';
import type { EncounterRule } from './encounter/encounter.ts';
import { type Engine, engineOf } from './engine.ts';
import { createProcedureCoder } from './procedures/procedure-coder.ts';
import type { CodedNote, CodingContext } from './types.ts';

/** Codes one note. Same input and book give the same bytes, but for `elapsedMs`. */
export type Coder = (text: string, context?: CodingContext) => CodedNote;

export interface CoderOptions {
  /** Milliseconds of a clock that only goes forward; times `elapsedMs`. */
  readonly now?: () => number;
  /** Other encounter rules than all there are, in the order to apply them: to see what one of them does. */
  readonly rules?: readonly EncounterRule[];
}

/**
 * Makes the coder of a book. Releases are prepared when first needed and kept.
 * @throws from the coder when no ICD-10-CM release covers the date of service: ask `book.asOf` first.
 */
export function createCoder(book: Book, lexicon: Lexicon, options: CoderOptions = {}): Coder {
  const now = options.now ?? (() => 0);
  const engines = new Map<Release, Engine>();
  const procedures = createProcedureCoder(book, lexicon);
  return (text, context = {}) => {
    const started = now();
    const choice = book.asOf('icd10cm', context.dateOfService);
    if (!choice.found) throw new Error(`no icd10cm release: ${choice.reason}`);
    let engine = engines.get(choice.release);
    if (engine === undefined) {
      engine = engineOf(choice.release, lexicon);
      engines.set(choice.release, engine);
    }
    const coded = codeNote(engine, choice.asOf, text, context, procedures, options.rules);
    return { ...coded, elapsedMs: Math.round((now() - started) * 100) / 100 };
  };
}
