import { readFileSync } from 'node:fs';

/** This package's version; the file stands one folder up from `src` and from `dist` alike. */
export const VERSION: string = versionIn(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

function versionIn(text: string): string {
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
