import type { Release } from '../../book/release.ts';
import type { CitedPlace } from './cited-place.ts';
import { placeOfCode } from './place-of-code.ts';

/** A code of a publication that is a list of codes. */
export function openRow(release: Release, locator: string): CitedPlace | null {
  return placeOfCode(release, locator);
}

/** What was assigned before a code was new (the conversion table). */
export function openConversion(release: Release, locator: string): CitedPlace | null {
  const rows = release.conversionsOf(locator);
  if (rows.length === 0) return null;
  return {
    title: `Conversion table, ${locator}`,
    quote: rows
      .map(({ code, effective, previous }) => `${code}  ${effective}  ${previous.join(', ')}`)
      .join('\n'),
    ...fileOf(release, 'conversion'),
  };
}

/** A code on the list of those exempt from present-on-admission reporting. */
export function openPoaExempt(release: Release, locator: string): CitedPlace | null {
  const code = placeOfCode(release, locator);
  if (code === null || !release.poaExempt(locator)) return null;
  return {
    title: `Exempt from present-on-admission reporting: ${code.title}`,
    quote: `${code.title}  ${code.quote}`,
    ...fileOf(release, 'poa-exempt'),
  };
}

/** A term of the PCS keys and definitions: `body part: Duodenum`. */
export function openKey(release: Release, locator: string): CitedPlace | null {
  const [, axis = '', term = ''] = /^([^:]+):\s*(.+)$/.exec(locator) ?? [];
  const key = release.pcsKeys().find((one) => one.axis === axis && one.term === term);
  if (key === undefined) return null;
  const { preferred, definition } = key;
  return {
    title: `${axis}: ${term}`,
    quote: [preferred, ...(definition === undefined ? [] : [definition])].join('\n'),
    ...fileOf(release, 'definitions'),
  };
}

/** The days a release is in force. */
export function openReleaseDates(release: Release, locator: string): CitedPlace | null {
  if (locator !== 'effective dates') return null;
  const { source, version, effective } = release.manifest;
  return {
    title: `${source} ${version}`,
    quote: `${effective[0]} to ${effective[1]}`,
  };
}

function fileOf(release: Release, kind: string): { readonly file?: string } {
  const file = release.manifest.files.find((one) => one.kind.endsWith(`/${kind}`));
  return file === undefined ? {} : { file: file.name };
}
