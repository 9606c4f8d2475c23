import type { CodeId } from '../book/code-table.ts';
import type { Release } from '../book/release.ts';
import { sideVariants } from './side-variants.ts';
import type { CodeRef, Hierarchy } from './types.ts';

/** A code of the release with enough to link to it. */
function refIn({ codes }: Release): (id: CodeId) => CodeRef {
  return (id) => ({ code: codes.code(id), title: codes.title(id), billable: codes.billable(id) });
}

/** Where a code stands. Chapters and sections are ICD-10-CM's; other systems have none. */
export function hierarchyOf(release: Release, id: CodeId): Hierarchy {
  const { codes, manifest } = release;
  const ref = refIn(release);
  const code = codes.code(id);
  const parent = codes.parent(id);
  const diagnosis = manifest.system === 'icd10cm';
  const section = diagnosis ? release.sectionOf(code) : null;
  return {
    chapter: diagnosis ? release.chapterOf(code) : null,
    section: section === null ? null : { section: section.section, title: section.title },
    ancestors: codes.ancestors(id).reverse().map(ref),
    children: codes.children(id).map(ref),
    siblings: (parent < 0 ? [] : codes.children(parent)).filter((other) => other !== id).map(ref),
    sideVariants: diagnosis ? sideVariants(codes, id) : [],
  };
}
