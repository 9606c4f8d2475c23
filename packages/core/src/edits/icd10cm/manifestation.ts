/** Titles of codes that describe another disease's manifestation (Guidelines I.A.13). */
const MANIFESTATION = / in (?:other )?(?:\w+ ){0,3}(?:diseases|conditions|disorders) classified elsewhere/i;

export function isManifestation(title: string): boolean {
  return MANIFESTATION.test(title);
}
