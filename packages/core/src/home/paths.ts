import { join } from 'node:path';

/** Where things are in a home folder. */
export const bookFolder = (home: string): string => join(home, 'book');
export const downloadsFolder = (home: string): string => join(home, 'downloads');
export const acceptancesFile = (home: string): string => join(home, 'acceptances.json');
export const starterFolder = (home: string, fingerprint: string): string =>
  join(home, `starter-${fingerprint}`);
