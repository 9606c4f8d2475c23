import type { CodeId } from '../book/code-table.ts';
import type { Release } from '../book/release.ts';
import type { PcsRow } from '../book/rows.ts';
import type { PcsAxis, PcsReading } from './types.ts';

/** Characters 1–3 are a table's own; the tables print no names for them in all sections alike. */
const TABLE_AXES = ['Section', 'Body System', 'Operation'] as const;

const definitions = new WeakMap<Release, ReadonlyMap<string, string>>();

/**
 * An ICD-10-PCS code character by character, from the row of its table that allows it. A table's own code (three
 * characters) reads its first three; null when no row has the code.
 */
export function readPcs(release: Release, id: CodeId): PcsReading | null {
  const code = release.codes.code(id);
  const table = code.slice(0, 3);
  const rows = release.pcsRows(table);
  const row = code.length === 7 ? rows.find((candidate) => allows(candidate, code)) : rows[0];
  if (row === undefined) return null;
  const axes: PcsAxis[] = TABLE_AXES.map((name, i) => {
    const label = row.titles[i] ?? '';
    const definition = i === 2 ? (row.definition ?? defined(release, 'operation', label)) : undefined;
    return {
      position: i + 1,
      name,
      value: code[i] ?? '',
      label,
      ...(definition === undefined ? {} : { definition }),
      alternatives: [],
    };
  });
  if (code.length === 7) {
    row.axes.forEach((values, i) => {
      const value = code[i + 3] ?? '';
      const name = row.axisNames[i] ?? '';
      const label = values.find((one) => one.value === value)?.label ?? '';
      const definition = defined(release, name.toLowerCase(), label);
      axes.push({
        position: i + 4,
        name,
        value,
        label,
        ...(definition === undefined ? {} : { definition }),
        alternatives: values
          .filter((one) => one.value !== value)
          .map((one) => ({ ...one, code: `${code.slice(0, i + 3)}${one.value}${code.slice(i + 4)}` })),
      });
    });
  }
  return { table, axes, citation: release.cite(code) };
}

function allows(row: PcsRow, code: string): boolean {
  return row.axes.every((values, i) => values.some(({ value }) => value === code[i + 3]));
}

function defined(release: Release, axis: string, label: string): string | undefined {
  let known = definitions.get(release);
  if (known === undefined) {
    known = new Map(
      release
        .pcsKeys()
        .flatMap(({ axis: own, preferred, definition }): [string, string][] =>
          definition === undefined || own === 'device aggregation'
            ? []
            : [[`${own}|${preferred}`, definition]],
        ),
    );
    definitions.set(release, known);
  }
  return known.get(`${axis}|${label}`);
}
