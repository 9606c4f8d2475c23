import type { IndexLine, Release } from '../../book/release.ts';
import type { IndexTable } from '../../book/rows.ts';
import type { CitedOpener, CitedPlace } from './cited-place.ts';

/** Kind of the publisher's file a table of the Index was read from. */
const FILES: Readonly<Record<IndexTable, string>> = {
  disease: 'icd10cm/index',
  external: 'icd10cm/external-cause-index',
  neoplasm: 'icd10cm/neoplasm',
  drug: 'icd10cm/drug',
  pcs: 'icd10pcs/index',
};

/**
 * Opens a path in the first of the tables that has it, line by line from the main term down. The Index prints a few paths
 * twice with another code at each: then all their lines are quoted, and none is picked for the reader.
 */
export function openIndexLine(...tables: readonly IndexTable[]): CitedOpener {
  return (release, locator) => {
    const path = locator.split('›').map((words) => words.trim());
    for (const table of tables) {
      const [first, ...more] = linesAt(release, table, path);
      if (first !== undefined) return placeOf(release, first, more);
    }
    return null;
  };
}

/** The Index may print a term twice, each with its own lines below: every way down is followed. */
function linesAt(release: Release, table: IndexTable, path: readonly string[]): readonly IndexLine[] {
  let found: readonly IndexLine[] = [];
  let above: readonly number[] = [-1];
  for (const words of path) {
    found = above.flatMap((parent) =>
      release.indexChildrenNamed(parent, table, words).filter((line) => printed(line) === words),
    );
    above = found.map(({ id }) => id);
  }
  return found;
}

/** A line as its path prints it, with its non-essential modifiers. */
function printed({ title, nonEssential }: IndexLine): string {
  return [title, ...nonEssential.map((words) => `(${words})`)].join(' ');
}

function placeOf(release: Release, first: IndexLine, more: readonly IndexLine[]): CitedPlace {
  const file = release.manifest.files.find(({ kind }) => kind === FILES[first.table]);
  return {
    title: release.indexPath(first.id).join(' › '),
    quote: [first, ...more].map(withTargets).join('\n'),
    ...(file === undefined ? {} : { file: file.name }),
  };
}

/** A line with what it leads to. */
function withTargets(line: IndexLine): string {
  const { code, manifestation, see, seeAlso, use, cells } = line;
  const targets = [
    ...(code === undefined ? [] : [code]),
    ...(manifestation === undefined ? [] : [`[${manifestation}]`]),
    ...(see === undefined ? [] : [`see ${see}`]),
    ...(seeAlso === undefined ? [] : [`see also ${seeAlso}`]),
    ...(use === undefined ? [] : [`use ${use}`]),
    ...(cells ?? []).map((cell) => (cell === '' ? '--' : cell)),
  ];
  return [printed(line), ...targets].join('  ');
}
