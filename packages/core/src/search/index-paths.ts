import { dotless } from '../book/code-key.ts';
import type { IndexRow } from '../book/rows.ts';
import { termsOf } from './terms.ts';

/** An index line read from its main term down. */
export interface IndexPath {
  readonly row: IndexRow;
  readonly line: number;
  /** `Achalasia (cardia) › congenital`. */
  readonly display: string;
  /** The words of every line of the path, without the modifiers in parentheses. */
  readonly words: string;
  readonly nonEssential: string;
  /** The code the line, or the line it refers to, leads to; stems of incomplete codes included. */
  readonly code: string | null;
  /** True when the code is that of another line (`see …`). */
  readonly referred: boolean;
}

/** Walks the lines of an Alphabetic Index, resolving `see` to the code of the line it names. */
export function indexPaths(rows: readonly IndexRow[]): IndexPath[] {
  const resolve = referenceResolver(rows);
  const shown: string[] = [];
  const words: string[] = [];
  const loose: string[] = [];
  return rows.map((row, line) => {
    const own = [row.title, ...row.nonEssential.map((text) => `(${text})`)].join(' ');
    const above = row.parent;
    shown[line] = above < 0 ? own : `${shown[above] ?? ''} › ${own}`;
    words[line] = above < 0 ? row.title : `${words[above] ?? ''} ${row.title}`;
    loose[line] = [above < 0 ? '' : (loose[above] ?? ''), ...row.nonEssential].join(' ');
    const direct = row.code === undefined ? null : stemCode(row.code);
    const reference = direct === null ? (row.see ?? row.seeAlso) : undefined;
    const target = reference === undefined ? null : resolve(reference, row.table);
    return {
      row,
      line,
      display: shown[line] ?? '',
      words: words[line] ?? '',
      nonEssential: loose[line] ?? '',
      code: direct ?? target,
      referred: direct === null && target !== null,
    };
  });
}

function stemCode(code: string): string | null {
  const plain = dotless(code).replace(/[^0-9A-Z]+$/, '');
  return plain === '' ? null : plain;
}

/** `Enteritis, regional, large intestine` → the code of that line, following at most three references. */
function referenceResolver(rows: readonly IndexRow[]): (reference: string, table: string) => string | null {
  const mainTerms = new Map<string, number[]>();
  const children = new Map<number, number[]>();
  rows.forEach((row, line) => {
    if (row.parent >= 0) push(children, row.parent, line);
    else for (const title of titlesOf(row.title)) push(mainTerms, `${row.table}|${title}`, line);
  });
  const follow = (reference: string, table: string, depth: number): string | null => {
    const parts = reference
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    for (let head = Math.min(3, parts.length); head >= 1; head--) {
      const key = `${table}|${keyOf(parts.slice(0, head).join(' '))}`;
      for (const main of likeliest(mainTerms.get(key) ?? [], rows, key)) {
        const line = descend(main, parts.slice(head));
        const row = line === null ? undefined : rows[line];
        if (row === undefined) continue;
        if (row.code !== undefined) return stemCode(row.code);
        if (row.see !== undefined && depth < 3) {
          const code = follow(row.see, table, depth + 1);
          if (code !== null) return code;
        }
      }
    }
    return null;
  };
  const descend = (main: number, parts: readonly string[]): number | null => {
    let at = main;
    for (const part of parts) {
      const next = (children.get(at) ?? []).find((line) =>
        titlesOf(rows[line]?.title ?? '').includes(keyOf(part)),
      );
      if (next === undefined) return null;
      at = next;
    }
    return at;
  };
  return (reference, table) => follow(reference.replace(/\bby site\b|\bcondition\b/gi, ''), table, 0);
}

/** The main term of exactly this title first, then the traumatic one: `see Fracture, ankle` means no other fracture. */
function likeliest(mains: readonly number[], rows: readonly IndexRow[], key: string): number[] {
  const rank = (line: number): number => {
    const title = rows[line]?.title ?? '';
    if (key.endsWith(`|${keyOf(title)}`)) return 0;
    return /\btraumatic\b/i.test(title) ? 1 : 2;
  };
  return [...mains].sort((a, b) => rank(a) - rank(b) || a - b);
}

/** A main term answers to its whole title and to its first word group (`Diabetes, diabetic`). */
function titlesOf(title: string): string[] {
  const whole = keyOf(title);
  const first = keyOf(title.split(',')[0] ?? '');
  return whole === first ? [whole] : [whole, first];
}

function keyOf(text: string): string {
  return termsOf(text.replace(/\([^)]*\)/g, ' ')).terms.join(' ');
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
