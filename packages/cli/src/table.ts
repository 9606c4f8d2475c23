import { stripVTControlCharacters } from 'node:util';

interface ColumnOptions {
  /** Columns that may be cut, last first, so that a row fits the terminal. */
  readonly flexible?: readonly number[];
  readonly width?: number;
}

/** Rows as aligned lines. Cut cells end in an ellipsis; where output is no terminal nothing is cut. */
export function columns(rows: readonly (readonly string[])[], options: ColumnOptions = {}): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => shown(row[i] ?? ''))));
  const room = options.width ?? (process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY);
  let over = widths.reduce((sum, width) => sum + width + 2, -2) - room;
  for (const column of [...(options.flexible ?? [])].reverse()) {
    if (over <= 0) break;
    const width = widths[column] ?? 0;
    const less = Math.max(Math.min(width, 16), width - over);
    over -= width - less;
    widths[column] = less;
  }
  return rows.map((row) =>
    row
      .map((cell, i) =>
        i === row.length - 1 ? fit(cell, widths[i] ?? 0) : pad(fit(cell, widths[i] ?? 0), widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Words wrapped at a width, each line after an indent. */
export function wrapped(
  text: string,
  indent: string,
  width = process.stdout.isTTY ? process.stdout.columns : 100,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(indent + line);
  return lines;
}

function shown(text: string): number {
  return stripVTControlCharacters(text).length;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - shown(text)));
}

function fit(text: string, width: number): string {
  if (shown(text) <= width) return text;
  const plain = stripVTControlCharacters(text);
  return `${plain.slice(0, Math.max(0, width - 1))}…`;
}
