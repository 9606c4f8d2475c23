import type { Release } from '../../book/release.ts';
import type { CitedPlace } from './cited-place.ts';

/** A numbered section of the Official Guidelines, with its page. */
export function openGuideline(release: Release, locator: string): CitedPlace | null {
  const row = release.guidelines(locator).find(({ section }) => section === locator);
  if (row === undefined) return null;
  const file = release.manifest.files[row.file]?.name;
  return {
    title: `${row.section} ${row.title}`,
    quote: row.text,
    ...(file === undefined ? {} : { file }),
    page: row.page,
  };
}
