import type { IndexLine, Release } from '../../book/release.ts';
import type { NoteDocument, Sentence, Span } from '../../note/types.ts';
import type { Lexicon } from '../../words/lexicon.ts';

/** A drug or chemical that a sentence names, and its row of the Table of Drugs and Chemicals. */
export interface DrugMention {
  readonly row: IndexLine;
  readonly span: Span;
  /** Words of the row and of the name as it was said, lower case: they say what kind of drug it is. */
  readonly words: readonly string[];
}

interface Name {
  readonly words: readonly string[];
  readonly row: IndexLine;
}

/** Columns of the Table, by what happened. */
export const COLUMNS = {
  accidental: 0,
  'self-harm': 1,
  assault: 2,
  undetermined: 3,
  adverse: 4,
  underdosing: 5,
} as const;
export type Column = keyof typeof COLUMNS;

const tables = new WeakMap<Release, DrugTable>();

/** The Table of one release, with the names notes use; built when first asked for. */
export function drugTable(release: Release, lexicon: Lexicon): DrugTable {
  let table = tables.get(release);
  if (table === undefined) {
    table = new DrugTable(release, lexicon);
    tables.set(release, table);
  }
  return table;
}

class DrugTable {
  /** Names under their first word, longest first. */
  readonly #names = new Map<string, Name[]>();

  constructor(release: Release, lexicon: Lexicon) {
    const lines = release.indexTable('drug');
    const byId = new Map(lines.map((line) => [line.id, line]));
    const byPath = new Map<string, IndexLine>();
    const pathOf = (line: IndexLine): string => {
      const parent = byId.get(line.parent);
      return parent === undefined ? plain(line.title) : `${pathOf(parent)}, ${plain(line.title)}`;
    };
    for (const line of lines) byPath.set(pathOf(line), line);
    const followed = (line: IndexLine): IndexLine =>
      (line.see === undefined ? undefined : byPath.get(plain(line.see))) ?? line;
    const own = new Map<string, IndexLine>();
    const alone = new Set<string>();
    for (const { row, names } of lexicon.drugNames ?? []) {
      const line = byPath.get(plain(row));
      for (const name of names) {
        if (row === '') alone.add(name);
        else if (line !== undefined) own.set(name, followed(line));
      }
    }
    for (const line of lines)
      if (line.parent < 0 && !alone.has(plain(line.title))) this.#add(plain(line.title), followed(line));
    // The Table's own row of a name goes before ours; `#at` takes the first of equal length.
    for (const [name, line] of own) this.#add(name, line);
    for (const names of this.#names.values()) names.sort((a, b) => b.words.length - a.words.length);
  }

  /** Every drug or chemical the sentence names, the longest name at each place. */
  in(document: NoteDocument, sentence: Sentence): DrugMention[] {
    const said: { word: string; start: number; end: number }[] = [];
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const token = document.tokens[at];
      if (token === undefined) continue;
      if (token.kind !== 'punctuation')
        for (const word of token.norm.split(/[-/]/))
          if (word !== '') said.push({ word, start: token.start, end: token.end });
      if (token.kind === 'punctuation' && !/^[-/]$/.test(token.norm))
        said.push({ word: token.norm, start: token.start, end: token.end });
    }
    const found: DrugMention[] = [];
    const words = said.map(({ word }) => word);
    for (let at = 0; at < said.length; at++) {
      const name = this.#at(words, at);
      const first = said[at];
      const last = name === undefined ? undefined : said[at + name.words.length - 1];
      if (name === undefined || first === undefined || last === undefined) continue;
      found.push({
        row: name.row,
        span: { start: first.start, end: last.end },
        words: [...new Set([...wordsIn(name.row.title), ...name.words])],
      });
      at += name.words.length - 1;
    }
    return found;
  }

  #at(said: readonly string[], at: number): Name | undefined {
    const first = said[at] ?? '';
    const isHere = ({ words }: Name): boolean =>
      words.every((word, i) => {
        const here = said[at + i];
        return here === word || (i === words.length - 1 && singular(here ?? '') === word);
      });
    const one = singular(first);
    return (
      this.#names.get(first)?.find(isHere) ?? (one === first ? undefined : this.#names.get(one)?.find(isHere))
    );
  }

  #add(name: string, row: IndexLine): void {
    const words = wordsIn(name);
    const [first] = words;
    if (first === undefined || words.length > MOST_WORDS || row.cells === undefined) return;
    const list = this.#names.get(first);
    if (list === undefined) this.#names.set(first, [{ words, row }]);
    else list.push({ words, row });
  }
}

const MOST_WORDS = 5;

/** The complete code of a row's column, or null where the Table has none: padded and with its 7th character. */
export function codeOfColumn(row: IndexLine, column: Column, seventh: 'A' | 'D' | 'S'): string | null {
  const stem = row.cells?.[COLUMNS[column]]?.replace('.', '').replace(/-$/, '') ?? '';
  if (stem === '') return null;
  const full = `${stem.padEnd(6, 'X')}${seventh}`;
  return `${full.slice(0, 3)}.${full.slice(3)}`;
}

/** A row's words as names are written: lower case, without NEC and NOS. */
function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/\b(?:nec|nos)\b/g, '')
    .replace(/\s+,/g, ',')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsIn(name: string): string[] {
  return name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}
