import type { AsOf } from '../book/book.ts';
import type { Release } from '../book/release.ts';
import type { Finding } from '../findings/finding.ts';

/** Says which release answered when the date of service is missing or lies after its last day, and whose words were read. */
export function dateFindings(release: Release, asOf: AsOf, date: string | undefined): Finding[] {
  return [...onDate(release, asOf, date), ...lentWords(release)];
}

/** The release has codes alone: its notes or Index are another year's, so what is new in it is not found by words. */
function lentWords(release: Release): Finding[] {
  const { source, version } = release.manifest;
  const { tabular, index } = release.words;
  const parts = [
    ...(tabular === release ? [] : [{ part: 'Tabular notes', of: tabular }]),
    ...(index === release ? [] : [{ part: 'Index', of: index }]),
  ];
  if (parts.length === 0) return [];
  const lent = parts.map(({ part, of }) => `${part} of ${of.manifest.version}`).join(' and the ');
  return [
    {
      rule: `${source}/date`,
      messageId: 'lent-words',
      verdict: 'review',
      lines: [],
      diagnoses: [],
      data: { source, version, lent },
      message: `${source} ${version} is loaded as a list of codes alone: read with the ${lent}. What is new or changed in ${version} is not verified.`,
      fix: `casebook pull --from FOLDER with the Tabular and Index of ${version}`,
      citations: parts.map(({ of }) => of.cite('effective dates', 'release')),
    },
  ];
}

function onDate(release: Release, asOf: AsOf, date: string | undefined): Finding[] {
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
