import type { AsOf } from '../book/book.ts';
import type { Release } from '../book/release.ts';
import type { Finding } from '../findings/finding.ts';

/** Says which release answered when the date of service is missing or lies after the release's last day. */
export function dateFindings(release: Release, asOf: AsOf, date: string | undefined): Finding[] {
  const { source, version, effective } = release.manifest;
  const citations = [release.cite('effective dates', 'release')];
  if (asOf === 'no-date')
    return [
      {
        rule: `${source}/date`,
        messageId: 'no-date',
        verdict: 'info',
        lines: [],
        diagnoses: [],
        data: { source, version },
        message: `No date of service: judged by ${source} ${version} (${effective[0]} to ${effective[1]}).`,
        citations,
      },
    ];
  if (asOf === 'after-release')
    return [
      {
        rule: `${source}/date`,
        messageId: 'after-release',
        verdict: 'review',
        lines: [],
        diagnoses: [],
        data: { source, version, date: date ?? '' },
        message: `Not verified for ${date ?? 'this date'}: ${source} ${version} ends ${effective[1]}. Load the release in force on that date.`,
        fix: `casebook pull ${source}`,
        citations,
      },
    ];
  return [];
}
