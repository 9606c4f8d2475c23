import type { PcsRow, PcsValue } from '../../../book/rows.ts';
import type { PcsTables } from './tables.ts';

/** What the note says of an axis, with its words. */
export interface AxisWord {
  readonly value: string;
  readonly words: string;
}

/** Everything the words around a procedure say of its open axes. */
export interface SaidOfAxes {
  readonly approach?: AxisWord;
  readonly contrast?: AxisWord;
  readonly duration?: AxisWord;
  readonly drain?: AxisWord;
  readonly diagnostic?: AxisWord;
  readonly vein?: AxisWord;
  /** The value whose label the words say, of those a row offers. */
  readonly label?: (options: readonly PcsValue[]) => AxisWord | undefined;
}

export interface AxisChoice {
  readonly axis: string;
  readonly value: string;
  readonly label: string;
  readonly because: string;
  /** True when usage, not the note, chose: the provider is asked. */
  readonly assumed: boolean;
}

export type Completed =
  | { readonly complete: true; readonly code: string; readonly axes: readonly AxisChoice[] }
  | {
      readonly complete: false;
      readonly table: string;
      readonly axis: string;
      readonly options: readonly PcsValue[];
    };

/** How the open axes of a name are read where the note is silent. */
export interface Usage {
  /** The bare name means the open operation. */
  readonly open: boolean;
  /** The fifth character of the pattern is the usual one. */
  readonly usual: boolean;
  /** What is usual of an axis where the note is silent: `device` → `J`. */
  readonly values: ReadonlyMap<string, string>;
}

const AXES = [0, 1, 2, 3] as const;

/**
 * Settles the last four characters of a pattern by the rows of its table. What the note says goes first; then the only
 * value the rows leave; then "none" where the table has it; a value chosen by usage is marked `assumed`.
 * @returns null when the release has no such row, and the open axis when nothing settles it.
 */
export function completeAxes(
  tables: PcsTables,
  pattern: string,
  said: SaidOfAxes,
  usage: Usage,
  name: string,
): Completed | null {
  const table = pattern.slice(0, 3);
  let rows = tables
    .rows(table)
    .filter((row) =>
      AXES.every(
        (axis) => pattern[axis + 3] === '?' || optionAt(row, axis, pattern[axis + 3] ?? '') !== undefined,
      ),
    );
  if (rows.length === 0) return null;
  const axes: AxisChoice[] = [];
  for (const axis of AXES) {
    const options = optionsOf(rows, axis);
    const axisName = rows[0]?.axisNames[axis] ?? '';
    const fixed = pattern[axis + 3] ?? '?';
    const choice =
      fixed === '?' ? choose(axisName, options, said, usage) : given(fixed, axis, said, usage, name);
    if (choice === null) return { complete: false, table, axis: axisName, options };
    const option = options.find(({ value }) => value === choice.value);
    if (option === undefined) return null;
    axes.push({
      axis: axisName,
      value: option.value,
      label: option.label,
      because: choice.because,
      assumed: choice.assumed,
    });
    rows = rows.filter((row) => optionAt(row, axis, option.value) !== undefined);
  }
  return { complete: true, code: table + axes.map(({ value }) => value).join(''), axes };
}

type Choice = Pick<AxisChoice, 'value' | 'because' | 'assumed'>;

function given(value: string, axis: number, said: SaidOfAxes, usage: Usage, name: string): Choice {
  if (axis === 0 && said.vein !== undefined && usage.usual)
    return { value: said.vein.value, because: `“${said.vein.words}”`, assumed: false };
  const assumed = usage.usual && axis === (said.vein === undefined ? 1 : 0);
  return { value, because: assumed ? 'the usual one where the note does not say' : `“${name}”`, assumed };
}

function choose(
  axisName: string,
  options: readonly PcsValue[],
  said: SaidOfAxes,
  usage: Usage,
): Choice | null {
  const can = (word: AxisWord | undefined): Choice | null =>
    word !== undefined && options.some(({ value }) => value === word.value)
      ? { value: word.value, because: `“${word.words}”`, assumed: false }
      : null;
  const [only] = options;
  if (axisName === 'Approach') {
    const stated = can(said.approach);
    if (stated !== null) return stated;
    if (options.length === 1 && only !== undefined)
      return { value: only.value, because: 'the only approach of this row', assumed: false };
    const custom = usual(options, 'approach', usage);
    if (custom !== null) return custom;
    return usage.open && options.some(({ value }) => value === '0')
      ? { value: '0', because: 'no scope or needle is named with the operation', assumed: true }
      : null;
  }
  const stated = can(
    axisName === 'Contrast'
      ? said.contrast
      : axisName === 'Duration'
        ? said.duration
        : axisName === 'Device'
          ? said.drain
          : said.diagnostic,
  );
  if (stated !== null) return stated;
  if (options.length === 1 && only !== undefined)
    return { value: only.value, because: 'the only value of this row', assumed: false };
  const labelled = can(said.label?.(options));
  if (labelled !== null) return labelled;
  const custom = usual(options, axisName.toLowerCase(), usage);
  if (custom !== null) return custom;
  const none = options.find(({ value, label }) => value === 'Z' && /^no/i.test(label));
  if (none !== undefined)
    return { value: 'Z', because: 'the note names none', assumed: axisName === 'Contrast' };
  const other = options.find(({ label }) => label === 'Other Contrast');
  return axisName === 'Contrast' && other !== undefined
    ? { value: other.value, because: 'the agent is not named', assumed: true }
    : null;
}

/** The value the knowledge table calls usual; the provider is asked. */
function usual(options: readonly PcsValue[], axis: string, { values }: Usage): Choice | null {
  const value = values.get(axis);
  return value !== undefined && options.some((option) => option.value === value)
    ? { value, because: 'the usual one where the note does not say', assumed: true }
    : null;
}

function optionAt(row: PcsRow, axis: (typeof AXES)[number], value: string): PcsValue | undefined {
  return row.axes[axis].find((option) => option.value === value);
}

function optionsOf(rows: readonly PcsRow[], axis: (typeof AXES)[number]): PcsValue[] {
  const options = new Map<string, PcsValue>();
  for (const row of rows)
    for (const option of row.axes[axis]) if (!options.has(option.value)) options.set(option.value, option);
  return [...options.values()];
}
