import { escaped } from '../words/escaped.ts';

/**
 * Which rows of a table a text may speak of: one pass over the text with all their phrases, so that only those rows are
 * read with patterns of their own. Cells are phrases between semicolons; matching is by whole words in any case.
 */
export function saidRows(cells: readonly string[]): (text: string) => readonly number[] {
  const rowsOf = new Map<string, number[]>();
  cells.forEach((cell, row) => {
    for (const phrase of phrasesOf(cell)) rowsOf.set(phrase, [...(rowsOf.get(phrase) ?? []), row]);
  });
  // The longest first: a row whose phrase is part of another row's is found where it stands alone.
  const all = [...rowsOf.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const any = all.length === 0 ? null : new RegExp(`(?<![\\w])(?:${all.join('|')})(?![\\w])`, 'gi');
  return (text) => {
    const rows = new Set<number>();
    for (const [phrase] of any === null ? [] : text.matchAll(any))
      for (const row of rowsOf.get(phrase.toLowerCase()) ?? []) rows.add(row);
    return [...rows].sort((a, b) => a - b);
  };
}

function phrasesOf(cell: string): string[] {
  return cell
    .split(';')
    .map((phrase) => phrase.trim().toLowerCase())
    .filter(Boolean);
}
