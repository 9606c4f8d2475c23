import type { Release } from '../../book/release.ts';
import type { PcsRow } from '../../book/rows.ts';
import type { CitedPlace } from './cited-place.ts';

/** A table of ICD-10-PCS, or the row of it that allows a code. */
export function openPcsTable(release: Release, locator: string): CitedPlace | null {
  const plain = locator.toUpperCase();
  const table = plain.slice(0, 3);
  const code = plain.length === 7 ? plain : null;
  if (code === null && plain.length !== 3) return null;
  const rows = release
    .pcsRows(table)
    .filter(
      (row) =>
        code === null || row.axes.every((values, i) => values.some((one) => one.value === code[i + 3])),
    );
  const [first] = rows;
  if (first === undefined) return null;
  const file = release.manifest.files.find(
    ({ kind, name }) =>
      kind === 'icd10pcs/tables' || (kind === 'starter/pcs-table' && name.endsWith(`/${table}.pcs`)),
  );
  return {
    title: `Table ${table}: ${first.titles.join(', ')}`,
    quote: rows.map(printed).join('\n\n'),
    ...(file === undefined ? {} : { file: file.name }),
    row: `table ${table}`,
  };
}

function printed({ axisNames, axes }: PcsRow): string {
  return axes
    .map(
      (values, i) =>
        `${axisNames[i] ?? ''}: ${values.map(({ value, label }) => `${value} ${label}`).join('; ')}`,
    )
    .join('\n');
}
