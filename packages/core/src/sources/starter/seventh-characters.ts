import { dotless, dotted } from '../../book/code-key.ts';
import type { CodeRow, SeventhCharacterRow } from '../../book/rows.ts';
import { type TableFile, wrongLine } from './table-file.ts';
import type { Flag } from './tabular-lines.ts';

/** A code line of the starter with what stands under it. */
export interface StarterCode {
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
  readonly parent: string | null;
  readonly file: TableFile;
  readonly line: number;
  readonly sevenths: SeventhCharacterRow[];
  readonly without: string[];
  readonly flags: Flag[];
}

/**
 * The code rows in code order. A code without children that inherits 7th characters is completed by each of them,
 * padded with X to six characters (Guidelines I.A.4 and I.A.5); those rows are the billable ones.
 */
export function expandSevenths(codes: ReadonlyMap<string, StarterCode>): CodeRow[] {
  const parents = new Set([...codes.values()].flatMap(({ parent }) => (parent === null ? [] : [parent])));
  const rows: CodeRow[] = [];
  for (const code of codes.values()) {
    rows.push(rowOf(code, code.code, code.title, code.billable, code.parent));
    if (code.billable || parents.has(code.code)) continue;
    const { sevenths, without } = inheritedSevenths(code, codes);
    if (dotless(code.code).length > 6 && sevenths.length > 0)
      throw wrongLine(code.file, code.line, `${code.code} has seven characters; mark it billable (*)`);
    for (const { character, meaning } of sevenths) {
      if (without.has(character)) continue;
      const full = dotted(`${dotless(code.code).padEnd(6, 'X')}${character}`);
      rows.push(rowOf(code, full, `${code.title}, ${meaning}`, true, code.code));
    }
  }
  return rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The nearest list up the hierarchy, and every character ruled out on the way. */
function inheritedSevenths(
  code: StarterCode,
  codes: ReadonlyMap<string, StarterCode>,
): { readonly sevenths: readonly SeventhCharacterRow[]; readonly without: ReadonlySet<string> } {
  const without = new Set<string>();
  let at: StarterCode | undefined = code;
  while (at !== undefined) {
    for (const character of at.without) without.add(character);
    if (at.sevenths.length > 0) return { sevenths: at.sevenths, without };
    at = at.parent === null ? undefined : codes.get(dotless(at.parent));
  }
  return { sevenths: [], without };
}

function rowOf(
  from: StarterCode,
  code: string,
  title: string,
  billable: boolean,
  parent: string | null,
): CodeRow {
  const { file, line, flags } = from;
  return {
    code,
    title,
    billable,
    ...(parent === null ? {} : { parent }),
    kind: 'code',
    ...(flags.length === 0 ? {} : { attributes: Object.fromEntries(flags.map((flag) => [flag, 'yes'])) }),
    file: file.at,
    locator: `${file.name}:${line}`,
  };
}
