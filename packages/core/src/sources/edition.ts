import type { IsoDate } from '../book/rows.ts';

/**
 * ICD-10-CM and PCS change on 1 October and, since 2022, in part on 1 April. A version is the fiscal year, or
 * the fiscal year with `-04` for the April issue.
 */
export function effectiveOf(version: string): readonly [IsoDate, IsoDate] {
  const year = Number(version.slice(0, 4));
  return [version.endsWith('-04') ? `${year}-04-01` : `${year - 1}-10-01`, `${year}-09-30`];
}

/** The October version an April one amends; itself for an October version. */
export function octoberOf(version: string): string {
  return version.slice(0, 4);
}

/** A version from a file name, the innermost name that carries a year first; null when none does. */
export function versionInName(name: string): string | null {
  for (const part of name.split(/ › |\//).reverse()) {
    const year = /(?<!\d)20[12]\d(?!\d)/.exec(part)?.[0] ?? /fy[-_ ]?([12]\d)(?!\d)/i.exec(part)?.[1];
    if (year === undefined) continue;
    const full = year.length === 2 ? `20${year}` : year;
    return /apr/i.test(part) ? `${full}-04` : full;
  }
  return null;
}
