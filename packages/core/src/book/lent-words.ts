import type { Release } from './release.ts';

/**
 * A publisher's code list often comes without its Tabular or Index (the new year's codes are out months before), and a
 * book that reads no notes there would be wrong without a word. So what a release was published without is read in the
 * nearest release of the same publication that has it, the earlier one when two are as near; codes and titles stay its own.
 */
export function lendWords(releases: readonly Release[]): void {
  const has = new Map(
    releases.map((release) => [release, { tabular: release.has('tabular'), index: release.has('index') }]),
  );
  for (const release of releases) {
    const own = has.get(release);
    const lender = (part: 'tabular' | 'index'): Release => {
      if (own?.[part] === true) return release;
      const able = releases.filter(
        (other) => other.manifest.source === release.manifest.source && has.get(other)?.[part] === true,
      );
      return (
        able.sort((a, b) => daysBetween(a, release) - daysBetween(b, release) || earlier(a, b))[0] ?? release
      );
    };
    release.readWordsIn({ tabular: lender('tabular'), index: lender('index') });
  }
}

function daysBetween(a: Release, b: Release): number {
  return Math.abs(Date.parse(a.manifest.effective[0]) - Date.parse(b.manifest.effective[0]));
}

function earlier(a: Release, b: Release): number {
  return a.manifest.effective[0].localeCompare(b.manifest.effective[0]);
}
