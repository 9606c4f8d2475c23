import type { Book } from '../book/book.ts';
import type { IsoDate } from '../book/rows.ts';
import { fail, type Outcome } from '../errors.ts';

export interface GuidelineSection {
  readonly section: string;
  readonly title: string;
  /** 1-based page of the publisher's PDF. */
  readonly page: number;
  readonly text: string;
}

/** A numbered section of the Official Guidelines with everything numbered below it, in printed order. */
export interface Guideline {
  readonly source: 'guidelines';
  readonly version: string;
  readonly sections: readonly GuidelineSection[];
}

/** The section in force on a date, the newest when none is given. */
export function guidelineOf(
  book: Book,
  section: string,
  asOf?: IsoDate,
): Outcome<{ readonly guideline: Guideline }> {
  const choice = book.asOf('guidelines', asOf);
  if (!choice.found)
    return choice.reason === 'not-loaded'
      ? fail('release-not-loaded', { source: 'guidelines' })
      : fail('date-before-oldest', { source: 'guidelines', date: asOf ?? '', oldest: choice.oldest ?? '' });
  const rows = choice.release.guidelines(section);
  if (rows.length === 0) return fail('unknown-guideline', { section });
  const sections = rows.map(({ section, title, page, text }) => ({ section, title, page, text }));
  return {
    ok: true,
    guideline: { source: 'guidelines', version: choice.release.manifest.version, sections },
  };
}
