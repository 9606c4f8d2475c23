import type { IsoDate } from '../book/rows.ts';
import type { CodePage, NoCodePage } from '../show/types.ts';
import type { QuotedCitation, Said } from './answer.ts';
import type { Jobs } from './jobs.ts';
import type { ReadQuestion } from './read-question.ts';

const SYSTEM_NAMES = {
  icd10cm: 'ICD-10-CM',
  icd10pcs: 'ICD-10-PCS',
  hcpcs: 'HCPCS Level II',
  cpt: 'procedure numbers',
} as const;

/** A system as people write it. */
export function systemName(system: keyof typeof SYSTEM_NAMES): string {
  return SYSTEM_NAMES[system];
}

/** The day a question is judged on: its own date, or a day inside the one year it names. */
export function dayOf({ date, versions }: ReadQuestion): IsoDate | undefined {
  if (date !== null) return date;
  const [version, second] = versions;
  return version === undefined || second !== undefined ? undefined : `${version}-01-01`;
}

/** The page of a code of the question, with the book's answer where there is none. */
export function pageOf(jobs: Jobs, code: string, question: ReadQuestion): CodePage | NoCodePage {
  return pageAsTyped(jobs, code, dayOf(question));
}

/**
 * The page of the code that is printed as it was typed: a dot makes it a diagnosis, `J1100` is the drug and not J11.00
 * without its dot. Without such a code, whichever system has the characters.
 */
export function pageAsTyped(jobs: Jobs, code: string, asOf?: IsoDate): CodePage | NoCodePage {
  if (code.includes('.')) return jobs.page(code, asOf, 'icd10cm');
  if (/^[A-Z]\d{4}$/.test(code)) {
    const levelTwo = jobs.page(code, asOf, 'hcpcs');
    if (levelTwo.found) return levelTwo;
  }
  return jobs.page(code, asOf);
}

/** A code and its title, as an answer names it. */
export function named({ code, title }: { readonly code: string; readonly title: string }): string {
  return `${code} ${title}`;
}

/** The row of a code, quoted. */
export function rowOf(page: CodePage): QuotedCitation[] {
  return page.citations.map((citation) => ({ ...citation, quote: page.title }));
}

/** Where the answer comes from when the date lies outside what is loaded; empty when it does not. */
export function datedNote(page: CodePage): string[] {
  if (page.asOf === 'after-release')
    return [`Not verified for that date: ${page.source} ${page.version} is the latest release loaded.`];
  return page.starter ? ['From the starter book, which holds a part of the code set.'] : [];
}

/** A list in a sentence, with what was left out counted. */
export function listed(items: readonly string[], most = 12): string {
  const shown = items.slice(0, most);
  const more = items.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** Why a code has no page, in the words of an answer. */
export function missed(miss: NoCodePage, jobs: Jobs): Said {
  const { code, reason, suggestions, validFrom, validTo } = miss;
  const near = suggestions.slice(0, 4);
  const loaded = jobs.releases();
  const nearest = near.length === 0 ? [] : [`The nearest codes there are: ${listed(near.map(named))}.`];
  const codes = near.map((one) => one.code);
  if (reason === 'not-valid-on-date') {
    const then = validTo ?? validFrom;
    const dated = then === undefined ? null : jobs.page(code, then);
    // A code that ended before the oldest release begins still stands in the publisher's list, with its last day.
    const page = dated?.found === true ? dated : jobs.page(code);
    return {
      verdict: { kind: 'no' },
      citations: page.found ? rowOf(page) : [],
      says: [
        `${code} was not in force on that date: the loaded releases have it from ${validFrom}${validTo === undefined ? '' : ` to ${validTo}`}.`,
      ],
      codes: [code],
    };
  }
  if (reason === 'before-oldest')
    return {
      verdict: { kind: 'unknown' },
      says: [
        `No release is loaded for that date; the oldest with ${code} begins ${validFrom}. Load it: casebook pull.`,
      ],
      codes: [code],
    };
  if (reason === 'not-loaded' || loaded.length === 0)
    return {
      verdict: { kind: 'unknown' },
      says: [`The code system of ${code} is not loaded: casebook pull.`],
    };
  if (/^\d{4}[0-9FTUM]$/.test(code))
    return {
      verdict: { kind: 'unknown' },
      says: [
        `${code} has the shape of a procedure number, and no loaded file has it. Procedure numbers come with the publisher’s files: casebook pull --from DIR.`,
        ...nearest,
      ],
      codes,
    };
  const searched = loaded.filter(({ source }) => source !== 'guidelines');
  const releases = [...new Set(searched.map(({ source, version }) => `${source} ${version}`))];
  return {
    verdict: { kind: 'unknown' },
    citations: searched.slice(0, 4).map(({ source, version, effective }) => ({
      source: `${source}-release` as const,
      version,
      locator: 'effective dates',
      quote: `${effective[0]} to ${effective[1]}`,
    })),
    says: [`There is no code ${code} in the loaded releases (${listed(releases, 6)}).`, ...nearest],
    codes,
  };
}
