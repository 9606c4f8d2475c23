import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SourceFile } from '../../book/rows.ts';
import { fault, type SourceFault } from '../problem.ts';

/** One file of `knowledge/starter`, with its lines and its place among a draft's files. */
export interface TableFile {
  /** Relative to the knowledge folder, as errors and citations name it. */
  readonly name: string;
  readonly lines: readonly string[];
  readonly at: number;
  readonly source: SourceFile;
}

export function readTableFile(folder: string, name: string, kind: string, at: number): TableFile {
  const bytes = readFileSync(`${folder}/${name}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source: SourceFile = { name, kind: `starter/${kind}`, sha256, bytes: bytes.length };
  return { name, lines: bytes.toString('utf8').split(/\r?\n/), at, source };
}

/** A line that breaks its format: `starter/icd10cm/x.tab:12: …`. */
export function wrongLine(file: TableFile, line: number, message: string): SourceFault {
  return fault(`${file.name}:${line}`, '', message);
}

/** Lines that say something, with their 1-based numbers; `#` begins a comment. */
export function* saidLines(file: TableFile): Generator<readonly [line: string, number: number]> {
  for (const [i, line] of file.lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    yield [line.trimEnd(), i + 1];
  }
}

const places = new WeakMap<object, string>();

/** Remembers the line an index line, PCS row or key came from: those rows carry no locator of their own. */
export function remember(row: object, file: TableFile, line: number): void {
  places.set(row, `${file.name}:${line}`);
}

/** `starter/index/x.idx:12`, for the script that holds the starter against the official files. */
export function starterPlace(row: object): string {
  return places.get(row) ?? 'starter';
}
