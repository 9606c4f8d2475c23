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

/** Opens a path in the first of the tables that has it, line by line from the main term down. */
export function openIndexLine(...tables: readonly IndexTable[]): CitedOpener {
  return (release, locator) => {
    const path = locator.split('›').map((words) => words.trim());
    for (const table of tables) {
      const line = lineAt(release, table, path);
      if (line !== null) return placeOf(release, line);
    }
    return null;
  };
}

/** The Index may print a term twice, each with its own lines below: every way down is followed. */
function lineAt(release: Release, table: IndexTable, path: readonly string[]): IndexLine | null {
  let above: readonly number[] = [-1];
  let found: IndexLine[] = [];
  for (const words of path) {
    found = above.flatMap((parent) =>
      release.indexChildren(parent).filter((line) => line.table === table && printed(line) === words),
    );
    above = found.map(({ id }) => id);
  }
  return found[0] ?? null;
}

/** A line as its path prints it, with its non-essential modifiers. */
function printed({ title, nonEssential }: IndexLine): string {
  return [title, ...nonEssential.map((words) => `(${words})`)].join(' ');
}

function placeOf(release: Release, line: IndexLine): CitedPlace {
  const { code, manifestation, see, seeAlso, use, cells, table } = line;
  const leads = [
    ...(code === undefined ? [] : [code]),
    ...(manifestation === undefined ? [] : [`[${manifestation}]`]),
    ...(see === undefined ? [] : [`see ${see}`]),
    ...(seeAlso === undefined ? [] : [`see also ${seeAlso}`]),
    ...(use === undefined ? [] : [`use ${use}`]),
    ...(cells ?? []).map((cell) => (cell === '' ? '--' : cell)),
  ];
  const file = release.manifest.files.find(({ kind }) => kind === FILES[table]);
  return {
    title: release.indexPath(line.id).join(' › '),
    quote: [printed(line), ...leads].join('  '),
    ...(file === undefined ? {} : { file: file.name }),
    row: `line ${line.id + 1} of the Index`,
  };
}
