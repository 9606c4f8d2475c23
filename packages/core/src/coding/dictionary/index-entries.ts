import type { IndexRow, ReleaseDraft } from '../../book/rows.ts';
import type { Add, Compiled, Find, Phrase } from './compiling.ts';
import { HISTORY, INCOMPLETE, MAIN_TERM, RESIDUAL } from './entry.ts';
import { behaviourColumn, neoplasmRow, siteReference } from './neoplasms.ts';
import { SeeResolver } from './see.ts';
import { deniedTerm } from './terms.ts';
import { BROAD } from './too-little.ts';
import { eitherOr, firstForm } from './word-forms.ts';

/** Eponyms that read as grammar (His' disease) would match every "his disease". */
const PRONOUN = /^hi?e?rs?'|^his\b/i;

const NO_PATH = { own: [], required: [], optional: [], hollow: false };

export function indexEntries(
  draft: ReleaseDraft,
  phrase: Phrase,
  find: Find,
  add: Add,
): Compiled['rewrites'] {
  const rows = draft.index;
  const see = new SeeResolver(rows, (title) => (isDefault(title) ? [] : phrase(title)));
  const paths: { own: string[]; required: string[]; optional: string[]; hollow: boolean }[] = [];
  const rewrites: { from: string[]; to: string[] }[] = [];
  const codeOf = (row: IndexRow, said: readonly string[]): { target: number; incomplete: boolean } => {
    let text = row.code;
    let hops = 0;
    for (let at = row; text === undefined && at.see !== undefined && hops < 3; hops++) {
      const line = see.resolve(at.see);
      const next = rows[see.narrower(line, said)];
      if (next === undefined) break;
      text = next.code;
      at = next;
    }
    return { target: find(text), incomplete: text?.trimEnd().endsWith('-') ?? false };
  };
  rows.forEach((row, line) => {
    const above = row.parent < 0 ? NO_PATH : (paths[row.parent] ?? NO_PATH);
    const own = isTumorOfNoSite(row, above.required) ? [] : phrase(firstForm(asSaid(row, above.required)));
    const path = {
      own: row.parent >= 0 && own.every((word) => above.required.includes(word)) ? [] : own,
      required: [...new Set([...above.required, ...own])],
      optional: [
        ...above.optional,
        ...row.nonEssential.flatMap(phrase).filter((word) => !word.startsWith(DENIED)),
      ],
      hollow: above.hollow || (row.parent >= 0 && !isDefault(row.title) && namesNoKind(row.title, own)),
    };
    if (path.required[0] === 'history') path.required = path.required.filter((word) => word !== 'personal');
    paths[line] = path;
    if (row.table === 'neoplasm') neoplasmRow(row, line, path.required, find, add);
    if (row.table === 'neoplasm' || row.table === 'drug' || row.table === 'pcs') return;
    const reference = row.see ?? row.seeAlso;
    const column = reference === undefined ? 0 : behaviourColumn(reference);
    if (column > 0) {
      add({
        kind: 'morphology',
        flags: 0,
        required: path.required,
        optional: [],
        target: column,
        manifestation: -1,
        source: line,
      });
      if (row.see !== undefined)
        siteReference(reference ?? '', column, path.required, phrase, rows, add, find, line);
    } else if (
      row.parent < 0 &&
      reference !== undefined &&
      !/condition|^Table of|category/i.test(reference)
    ) {
      const to = paths[see.resolve(reference)]?.required ?? resolvedWords(see, rows, reference, phrase);
      const broad = (words: readonly string[]): boolean => words.length === 1 && BROAD.has(words[0] ?? '');
      // "Gout (see also Gout, chronic)" names what else there is; gout is not chronic gout.
      const kindOfIt =
        row.see === undefined && path.required.every((word) => to.includes(word)) && row.code !== undefined;
      if (to.length > 0 && !kindOfIt && !to.includes('type') && !broad(path.required) && !broad(to))
        rewrites.push({ from: path.required, to });
    }
    if (PRONOUN.test(row.title) || (path.required.length === 1 && path.required[0] === 'history')) return;
    // A line that adds only "specified NEC" would answer for its parent's words.
    if (row.parent >= 0 && path.own.length === 0 && rows[row.parent]?.code !== undefined) return;
    // A fracture of no named bone says too little for T14.8.
    if (path.hollow || (row.parent < 0 && row.title === TRAUMATIC_FRACTURE)) return;
    const { target, incomplete } = codeOf(row, path.required);
    for (const either of eitherOr(row.title, rows[row.parent]?.title))
      add({
        kind: row.table === 'external' ? 'external' : 'index',
        flags: (incomplete ? INCOMPLETE : 0) | (path.required[0] === 'history' ? HISTORY : 0),
        required: [
          ...new Set([...above.required.filter((word) => !placing(row.table, word)), ...phrase(either)]),
        ],
        optional: path.optional,
        target,
        manifestation: find(row.manifestation),
        source: line,
      });
    const history = path.required[0] === 'history' ? HISTORY : 0;
    add({
      kind: row.table === 'external' ? 'external' : 'index',
      flags:
        (incomplete ? INCOMPLETE : 0) |
        (row.parent < 0 ? MAIN_TERM : 0) |
        history |
        (/specified/i.test(row.title) && !isDefault(row.title) ? RESIDUAL : 0),
      required: path.required.filter((word) => !placing(row.table, word)),
      optional: path.optional,
      target,
      manifestation: find(row.manifestation),
      source: line,
    });
  });
  return rewrites;
}

/**
 * "Diabetes, type specified NEC" is where a kind without a line of its own goes. Its words, and those of the lines
 * below it, name no kind, so any kind that the note does name would meet them.
 */
function namesNoKind(title: string, own: readonly string[]): boolean {
  return /\bspecified\b/i.test(title) && own.every((word) => KIND_WORDS.has(word));
}

/**
 * "Glioblastoma, unspecified site" is what the name of the tumor alone leads to. A letter ("C cell") names no tumor by
 * itself, and a cancer of no told site or kind stays a question.
 */
function isTumorOfNoSite({ title, code = '' }: IndexRow, above: readonly string[]): boolean {
  return (
    title === 'unspecified site' &&
    /^(?:C(?!80)|D[0-4])/.test(code) &&
    above.every((word) => word.length > 1) &&
    !above.includes('site')
  );
}

const DENIED = deniedTerm('');

const TRAUMATIC_FRACTURE = 'Fracture, traumatic';

const KIND_WORDS = new Set(['type', 'kind', 'form', 'site', 'cause', 'organism']);

/**
 * The line's words as notes say them: "lumbar", not "lumbar region"; what is fractured is a bone; and a fracture is
 * traumatic unless the note calls it pathological, which is another main term.
 */
function asSaid({ parent, title }: IndexRow, above: readonly string[]): string {
  // A melanoma is of the skin unless another organ is named.
  if (isDefault(title) || (title === 'skin' && above.length === 1 && above[0] === 'melanoma')) return '';
  if (parent < 0) return title === TRAUMATIC_FRACTURE ? 'Fracture' : title;
  return title.replace(above.includes('fracture') ? /^(\w+) (?:region|bone)$/ : /^(\w+) region$/, '$1');
}

/**
 * What a line asks for that a record only says when it is otherwise: a coronary artery is the patient's own unless a
 * graft is named (Guidelines I.C.9.b; I25.1 stands for it by default), and an infection "not specified as recurrent"
 * is one of which nothing more is said.
 */
function isDefault(title: string): boolean {
  return title === 'native vessel' || /^not (?:specified|stated) as \w+$/.test(title);
}

/** Main terms of the external-cause index that a note never says: it says "shoveling snow", not "activity". */
function placing(table: IndexRow['table'], word: string): boolean {
  return table === 'external' && PLACING.has(word);
}

const PLACING = new Set(['activity', 'place', 'occurrence', 'residence', 'involving']);

function resolvedWords(
  see: SeeResolver,
  rows: readonly IndexRow[],
  reference: string,
  phrase: Phrase,
): string[] {
  const words: string[] = [];
  for (let at = see.resolve(reference); at >= 0; at = rows[at]?.parent ?? -1)
    words.unshift(...phrase(rows[at]?.title ?? ''));
  return [...new Set(words)];
}
