import type { Release } from '../../book/release.ts';

/** What stands at the place a citation names. */
export interface CitedPlace {
  /** What the place is, to a person: `Excludes1 at K22`, `I.A.12.a Excludes1`. */
  readonly title: string;
  /** The words that stand there, verbatim. */
  readonly quote: string;
  /** The publisher's file, where one file holds the place. */
  readonly file?: string;
  /** Row or line of the file, as its reader counted them. */
  readonly row?: string;
  /** 1-based page of the publisher's PDF. */
  readonly page?: number;
}

/** Reads the place a locator names in a release; null when there is none. */
export type CitedOpener = (release: Release, locator: string) => CitedPlace | null;
