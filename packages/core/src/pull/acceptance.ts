import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { acceptancesFile } from '../home/paths.ts';
import type { CatalogueFile, Terms } from './catalogue.ts';

/** That somebody accepted terms: who, when, for which files. Kept in the home folder, only ever added to. */
export interface Acceptance {
  readonly terms: string;
  readonly title: string;
  readonly url: string;
  /** The account that ran the command. */
  readonly who: string;
  /** ISO 8601 with time. */
  readonly when: string;
  readonly files: readonly string[];
}

/** @throws the file system's error when the record exists and cannot be read. */
export function readAcceptances(home: string): Acceptance[] {
  const path = acceptancesFile(home);
  if (!existsSync(path)) return [];
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(value) ? (value as Acceptance[]) : [];
}

/**
 * Records an acceptance, replacing the file by rename so that a record is never half written.
 * @throws the file system's error when the home folder cannot be written.
 */
export function recordAcceptance(
  home: string,
  terms: Terms,
  files: readonly CatalogueFile[],
  by: { readonly who: string; readonly when: Date },
): Acceptance {
  const acceptance: Acceptance = {
    terms: terms.id,
    title: terms.title,
    url: terms.url,
    who: by.who,
    when: by.when.toISOString(),
    files: files.map(fileId),
  };
  mkdirSync(home, { recursive: true });
  const path = acceptancesFile(home);
  const all = [...readAcceptances(home), acceptance];
  writeFileSync(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`, { flush: true, mode: 0o600 });
  renameSync(`${path}.new`, path);
  return acceptance;
}

/** Whether this very file's terms have been accepted: an acceptance covers the files it names, no later issue. */
export function isAccepted(acceptances: readonly Acceptance[], file: CatalogueFile): boolean {
  if (file.terms === null) return true;
  return acceptances.some(({ terms, files }) => terms === file.terms && files.includes(fileId(file)));
}

function fileId(file: CatalogueFile): string {
  return `${file.source} ${file.version} ${file.name}`;
}
