import type { Release } from '../../book/release.ts';
import type { CitedPlace } from './cited-place.ts';

/** A code's own row: its title, and where the publisher printed it. Null when the release has no such code. */
export function placeOfCode(release: Release, code: string): CitedPlace | null {
  const { codes, manifest } = release;
  const id = codes.find(code);
  if (id < 0) return null;
  const { file, locator } = release.detail(id);
  const name = manifest.files[file]?.name;
  return {
    title: codes.code(id),
    quote: codes.title(id),
    ...(name === undefined ? {} : { file: name }),
    ...(locator === '' ? {} : { row: locator }),
  };
}
