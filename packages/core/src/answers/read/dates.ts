import type { IsoDate } from '../../book/rows.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;
const WRITTEN =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
const MONTH_ONLY = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{4})\b/i;
const FISCAL = /\bfy\s?'?(\d{4}|\d{2})\b/gi;
const YEAR = /\b(19[89]\d|20[0-4]\d)(?:q[1-4])?\b/gi;

/**
 * The date of a question and the release versions it names. `FY2026` is a version; a year alone is a version too, and
 * where it is all the question has of a date it means the first of October's release, as code books are named.
 */
export function datesIn(text: string): {
  readonly date: IsoDate | null;
  readonly versions: readonly string[];
} {
  const date = wholeDate(text);
  const rest = text.replace(ISO, ' ').replace(SLASHED, ' ').replace(WRITTEN, ' ').replace(MONTH_ONLY, ' ');
  const versions = [...rest.matchAll(FISCAL)].map(([, year = '']) =>
    year.length === 2 ? `20${year}` : year,
  );
  for (const [, year = ''] of rest.replace(FISCAL, ' ').matchAll(YEAR)) versions.push(year);
  return { date, versions: [...new Set(versions)] };
}

function wholeDate(text: string): IsoDate | null {
  const iso = ISO.exec(text);
  if (iso !== null) return checked(iso[1], iso[2], iso[3]);
  const slashed = SLASHED.exec(text);
  if (slashed !== null) return checked(slashed[3], slashed[1], slashed[2]);
  const written = WRITTEN.exec(text);
  if (written !== null) return checked(written[3], monthOf(written[1]), written[2]);
  const month = MONTH_ONLY.exec(text);
  return month === null ? null : checked(month[2], monthOf(month[1]), '1');
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

/** Null for a day the calendar does not have. */
function checked(year = '', month = '', day = ''): IsoDate | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? null : iso;
}
