import { SOURCES } from '../book/rows.ts';
import { fail, type Outcome } from '../errors.ts';
import type { Catalogue, CatalogueFile, Terms } from './catalogue.ts';

/** What to download, and whose terms stand on it. */
export interface PullPlan {
  readonly files: readonly CatalogueFile[];
  readonly terms: readonly Terms[];
}

/**
 * The catalogue's files for what was asked: `icd10cm` is the newest version of a source, `icd10cm@2025` one
 * version, nothing at all the newest of every source.
 */
export function planPull(
  catalogue: Catalogue,
  requests: readonly string[],
): Outcome<{ readonly plan: PullPlan }> {
  const listed = SOURCES.filter((source) => catalogue.files.some((file) => file.source === source));
  const files: CatalogueFile[] = [];
  for (const request of requests.length === 0 ? listed : requests) {
    const [source, version] = request.split('@');
    const ofSource = catalogue.files.filter((file) => file.source === source);
    const wanted = version ?? newestVersion(ofSource);
    const chosen = ofSource.filter((file) => file.version === wanted);
    if (chosen.length === 0)
      return fail('not-in-catalogue', {
        name: request,
        date: catalogue.date,
        names: namesIn(catalogue).join(', '),
      });
    for (const file of chosen) if (!files.includes(file)) files.push(file);
  }
  const terms = catalogue.terms.filter(({ id }) => files.some((file) => file.terms === id));
  return { ok: true, plan: { files, terms } };
}

function newestVersion(files: readonly CatalogueFile[]): string | undefined {
  return [...files].sort((a, b) => b.effective[0].localeCompare(a.effective[0]))[0]?.version;
}

function namesIn(catalogue: Catalogue): string[] {
  return [...new Set(catalogue.files.map(({ source, version }) => `${source}@${version}`))];
}
