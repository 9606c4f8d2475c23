import { dotless } from '../../book/code-key.ts';
import type { IndexRow, ReleaseDraft } from '../../book/rows.ts';
import { wordsOf } from '../../words/fold.ts';
import { behaviourTerm, type Entry, HISTORY, INCOMPLETE, MAIN_TERM, RESIDUAL, UNSPECIFIED } from './entry.ts';
import { SeeResolver } from './see.ts';
import { isEmptyWord, term, termsOf, titleTerms } from './terms.ts';

const MOST_TERMS = 9;
/** Eponyms that read as grammar (His' disease) would match every "his disease". */
const PRONOUN = /^hi?e?rs?'|^his\b/i;

/** Everything the note matcher needs of one ICD-10-CM release. */
export interface Compiled {
  readonly entries: readonly Entry[];
  /** Index words that mean the same main term: `diabetic` → `diabetes`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** "see" between main terms: these words also say those. */
  readonly rewrites: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
}

/** Reads the Alphabetic Index, the Neoplasm Table, titles and inclusion terms as phrases that lead to codes. */
export function compile(draft: ReleaseDraft): Compiled {
  const aliases = mainTermAliases(draft.index);
  const canonical = (terms: readonly string[]): string[] => [...new Set(terms.map((t) => aliases.get(t) ?? t))];
  const phrase = (text: string): string[] => canonical(termsOf(text));
  const idOf = new Map(draft.codes.map((row, id) => [dotless(row.code), id] as const));
  const find = (code: string | undefined): number => idOf.get(dotless(code ?? '').replace(/[^0-9A-Z]+$/, '')) ?? -1;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const add = (entry: Entry): void => {
    const required = entry.kind === 'morphology' ? [...entry.required] : behaviours(entry.required);
    if (required.length === 0 || required.length > MOST_TERMS || entry.target < 0) return;
    const key = `${[...required].sort().join(' ')}|${entry.target}|${entry.kind === 'morphology'}`;
    if (seen.has(key)) return;
    seen.add(key);
    const optional = entry.optional.filter((word) => !required.includes(word));
    entries.push({ ...entry, required, optional });
  };

  const rewrites = indexEntries(draft, phrase, find, add);
  titleEntries(draft, canonical, find, add);
  for (const column of [2, 3, 4, 5, 6, 7])
    for (const words of OWN_BEHAVIOUR[column] ?? [])
      add({ kind: 'morphology', flags: 0, required: phrase(words), optional: [], target: column, manifestation: -1, source: -1 });
  return { entries, aliases, rewrites };
}

/** Behaviour words the Index explains only by a note at "Neoplasm" or "Metastasis". */
const OWN_BEHAVIOUR: Readonly<Record<number, readonly string[]>> = {
  2: ['cancer', 'malignancy', 'malignant neoplasm', 'malignant tumor'],
  3: ['metastasis', 'metastatic', 'metastatic deposit', 'secondary malignant neoplasm', 'metastases'],
  4: ['carcinoma in situ'],
  5: ['benign neoplasm', 'benign tumor'],
  7: ['neoplasm', 'tumor', 'neoplastic'],
};

/** "Malignant neoplasm of lip" asks for any malignant histology and the lip. */
const BROAD = new Set(['disease', 'syndrome', 'complication', 'condition', 'disorder', 'injury', 'infection', 'neoplasm', 'postoperative', 'examination']);

function behaviours(terms: readonly string[]): string[] {
  const has = (...words: string[]): boolean => words.every((word) => terms.includes(word));
  const column = has('malignant', 'neoplasm')
    ? has('secondary')
      ? 3
      : 2
    : has('carcinoma', 'situ')
      ? 4
      : has('benign', 'neoplasm')
        ? 5
        : has('neoplasm', 'uncertain', 'behavior')
          ? 6
          : has('neoplasm', 'behavior')
            ? 7
            : 0;
  if (column === 0) return [...terms];
  const rest = terms.filter((word) => !BEHAVIOUR_WORDS.has(word));
  return [behaviourTerm(column), ...rest];
}

const BEHAVIOUR_WORDS = new Set(['malignant', 'neoplasm', 'secondary', 'carcinoma', 'situ', 'benign', 'uncertain', 'behavior']);

/** `Hernia, hernial` names one main term twice; `Acidity, gastric` does not. The spelling tells them apart. */
function mainTermAliases(index: readonly IndexRow[]): Map<string, string> {
  const aliases = new Map<string, string>();
  // Main terms decide first.
  for (const row of [...index.filter((line) => line.parent < 0), ...index.filter((line) => line.parent >= 0)]) {
    if (row.table !== 'disease') continue;
    if (row.parent >= 0) {
      // "vision, visual" under "Loss": one word in two forms.
      const forms = row.title.split(', ').map((part) => wordsOf(part).map(term));
      const [head] = forms[0] ?? [];
      if (forms.length < 2 || head === undefined || forms.some((form) => form.length !== 1)) continue;
      for (const [word = ''] of forms.slice(1)) if (word !== head && !aliases.has(word) && !aliases.has(head) && word.slice(0, 3) === head.slice(0, 3) && word.length > 4 && namesDisease(word) === namesDisease(head)) aliases.set(word, head);
      continue;
    }
    const words = wordsOf(row.title).map(term);
    const head = words[0];
    if (head === undefined || head.length < 4) continue;
    const first = aliases.get(head) ?? head;
    for (const word of words.slice(1)) {
      if (word === first || aliases.has(word) || isEmptyWord(word) || namesDisease(word) !== namesDisease(head)) continue;
      if (word.slice(0, 4) === head.slice(0, 4)) aliases.set(word, first);
    }
  }
  return aliases;
}

/** `Prostate, prostatic, prostatitis` lists an organ and its disease together; they are not one word. */
function namesDisease(word: string): boolean {
  return /(itis|oma|osis|pathy|algia)$/.test(word);
}

type Phrase = (text: string) => string[];
type Find = (code: string | undefined) => number;
type Add = (entry: Entry) => void;

function indexEntries(draft: ReleaseDraft, phrase: Phrase, find: Find, add: Add): Compiled['rewrites'] {
  const rows = draft.index;
  const see = new SeeResolver(rows, phrase);
  const paths: { own: string[]; required: string[]; optional: string[] }[] = [];
  const rewrites: { from: string[]; to: string[] }[] = [];
  const codeOf = (row: IndexRow): { target: number; incomplete: boolean } => {
    let text = row.code;
    let hops = 0;
    for (let at = row; text === undefined && at.see !== undefined && hops < 3; hops++) {
      const next = rows[see.resolve(at.see)];
      if (next === undefined) break;
      text = next.code;
      at = next;
    }
    return { target: find(text), incomplete: text?.trimEnd().endsWith('-') ?? false };
  };
  rows.forEach((row, line) => {
    const above = row.parent < 0 ? { own: [], required: [], optional: [] } : (paths[row.parent] ?? { own: [], required: [], optional: [] });
    const own = phrase(row.title);
    const path = {
      own: row.parent >= 0 && own.every((word) => above.required.includes(word)) ? [] : own,
      required: [...new Set([...above.required, ...own])],
      optional: [...above.optional, ...row.nonEssential.flatMap(phrase)],
    };
    if (path.required[0] === 'history') path.required = path.required.filter((word) => word !== 'personal');
    paths[line] = path;
    if (row.table === 'neoplasm') return neoplasmRow(row, line, path.required, find, add);
    if (row.table === 'drug' || row.table === 'pcs') return;
    const reference = row.see ?? row.seeAlso;
    const column = reference === undefined ? 0 : behaviourColumn(reference);
    if (column > 0) {
      add({ kind: 'morphology', flags: 0, required: path.required, optional: [], target: column, manifestation: -1, source: line });
      if (row.see !== undefined) siteReference(reference ?? '', column, path.required, phrase, rows, add, find, line);
    } else if (row.parent < 0 && reference !== undefined && !/condition|^Table of|category/i.test(reference)) {
      const to = paths[see.resolve(reference)]?.required ?? resolvedWords(see, rows, reference, phrase);
      const broad = (words: readonly string[]): boolean => words.length === 1 && BROAD.has(words[0] ?? '');
      if (to.length > 0 && !broad(path.required) && !broad(to))
        rewrites.push({ from: path.required, to });
    }
    if (PRONOUN.test(row.title) || (path.required.length === 1 && path.required[0] === 'history')) return;
    // A line that adds only "specified NEC" would answer for its parent's words.
    if (row.parent >= 0 && path.own.length === 0 && rows[row.parent]?.code !== undefined) return;
    const { target, incomplete } = codeOf(row);
    const history = path.required[0] === 'history' ? HISTORY : 0;
    add({
      kind: row.table === 'external' ? 'external' : 'index',
      flags: (incomplete ? INCOMPLETE : 0) | (row.parent < 0 ? MAIN_TERM : 0) | history | (/specified/i.test(row.title) ? RESIDUAL : 0),
      required: path.required,
      optional: path.optional,
      target,
      manifestation: find(row.manifestation),
      source: line,
    });
  });
  return rewrites;
}

function resolvedWords(see: SeeResolver, rows: readonly IndexRow[], reference: string, phrase: Phrase): string[] {
  const words: string[] = [];
  for (let at = see.resolve(reference); at >= 0; at = rows[at]?.parent ?? -1) words.unshift(...phrase(rows[at]?.title ?? ''));
  return [...new Set(words)];
}

/** Which column of the Neoplasm Table a cross reference asks for; 0 when it is not one. */
function behaviourColumn(reference: string): number {
  if (!/^Neoplasm\b/i.test(reference)) return 0;
  if (/secondary|metastatic/i.test(reference)) return 3;
  if (/in situ/i.test(reference)) return 4;
  if (/benign/i.test(reference)) return 5;
  if (/uncertain/i.test(reference)) return 6;
  if (/malignant/i.test(reference)) return 2;
  return 7;
}

/** `see Neoplasm, skin, malignant`: the histology decides the site as well. */
function siteReference(reference: string, column: number, required: string[], phrase: Phrase, rows: readonly IndexRow[], add: Add, find: Find, line: number): void {
  const site = reference.split(/,\s*/).slice(1).filter((part) => !/by site|malignant|benign|in situ|uncertain|unspecified|secondary/i.test(part));
  if (site.length === 0) return;
  const wanted = new Set(phrase(site.join(' ')));
  const cell = neoplasmSites(rows, phrase).get([...wanted].sort().join(' '))?.cells?.[column - 2];
  if (cell === undefined) return;
  add({ kind: 'index', flags: cell.trimEnd().endsWith('-') ? INCOMPLETE : 0, required, optional: [], target: find(cell), manifestation: -1, source: line });
}

const siteTables = new WeakMap<readonly IndexRow[], Map<string, IndexRow>>();

/** Rows of the Neoplasm Table by the words of their own line. */
function neoplasmSites(rows: readonly IndexRow[], phrase: Phrase): ReadonlyMap<string, IndexRow> {
  let sites = siteTables.get(rows);
  if (sites === undefined) {
    sites = new Map();
    for (const row of rows) {
      if (row.table !== 'neoplasm') continue;
      const key = phrase(row.title).sort().join(' ');
      if (!sites.has(key)) sites.set(key, row);
    }
    siteTables.set(rows, sites);
  }
  return sites;
}

function neoplasmRow(row: IndexRow, line: number, path: readonly string[], find: Find, add: Add): void {
  const site = path.filter((word) => word !== 'neoplasm' && word !== 'neoplastic');
  row.cells?.forEach((cell, i) => {
    add({
      kind: 'neoplasm',
      flags: (cell.trimEnd().endsWith('-') ? INCOMPLETE : 0) | (row.parent < 0 ? MAIN_TERM : 0),
      required: [behaviourTerm(i + 2), ...site],
      optional: row.nonEssential.flatMap((words) => termsOf(words)),
      target: find(cell),
      manifestation: -1,
      source: line,
    });
  });
}

function titleEntries(draft: ReleaseDraft, canonical: (terms: readonly string[]) => string[], find: Find, add: Add): void {
  draft.codes.forEach((row, id) => {
    // The 7th character's words describe the encounter, not the condition.
    if (row.kind !== 'code' || dotless(row.code).length === 7) return;
    const { terms, residual, unspecified } = titleTerms(row.title);
    // "Other arthritis" is where a named kind without a code of its own goes; the words alone never lead there.
    if (residual) return;
    add({
      kind: 'title',
      flags: (residual ? RESIDUAL : 0) | (unspecified ? UNSPECIFIED : 0) | (row.billable ? 0 : INCOMPLETE),
      required: canonical(terms),
      optional: [],
      target: id,
      manifestation: -1,
      source: id,
    });
  });
  draft.notes.forEach((note, id) => {
    if (note.scopeKind !== 'code' || (note.kind !== 'inclusionTerm' && note.kind !== 'includes')) return;
    const { terms, residual, unspecified } = titleTerms(note.text);
    add({
      kind: note.kind === 'includes' ? 'includes' : 'inclusion',
      flags: (residual ? RESIDUAL : 0) | (unspecified ? UNSPECIFIED : 0),
      required: canonical(terms),
      optional: [],
      target: find(note.scope),
      manifestation: -1,
      source: id,
    });
  });
}
