import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import {
  type Catalogue,
  type LoadReport,
  loadReleases,
  parseCatalogue,
  planPull,
  shippedCatalogue,
} from '@casebook/core';
import { must, stop } from '../report.ts';
import { acceptTerms } from './accept-terms.ts';
import { downloadAll } from './download-all.ts';
import { steps } from './progress.ts';

export interface Fetch {
  /** `icd10cm`, `icd10pcs@2026`; the newest of each when empty. */
  readonly sources: readonly string[];
  /** Ids of terms, by comma. */
  readonly accept?: string;
  /** A catalogue file instead of the shipped one. */
  readonly catalogue?: string;
}

/** Downloads what the catalogue has for the sources, terms first; gives the paths of the files. */
export async function fetchFiles(
  home: string,
  { sources, accept = '', catalogue }: Fetch,
): Promise<string[]> {
  const { plan } = must(planPull(catalogueOf(catalogue), sources));
  const accepted = accept.split(',').filter(Boolean);
  must(acceptTerms(home, plan, accepted, { who: userInfo().username, when: new Date() }));
  return must(await downloadAll(home, plan.files)).paths;
}

/** Loads files into the home's book, saying on stderr what is being read. */
export async function loadFiles(home: string, paths: readonly string[]): Promise<LoadReport> {
  const progress = steps('reading');
  const loaded = await loadReleases({ home, paths, onProgress: progress.step });
  progress.done();
  return must(loaded).report;
}

function catalogueOf(path: string | undefined): Catalogue {
  if (path === undefined) return shippedCatalogue();
  if (!existsSync(path)) stop('file-missing', { path });
  return must(parseCatalogue(readFileSync(path, 'utf8'), path)).catalogue;
}
