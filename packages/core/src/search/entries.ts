import { dotless } from '../book/code-key.ts';
import type { CodeRow, ReleaseDraft } from '../book/rows.ts';
import { indexPaths } from './index-paths.ts';
import { termsOf } from './terms.ts';

/** Where a phrase that leads to a code was written. The numbers are stored: add at the end. */
export const KINDS = [
  'title',
  'inclusion term',
  'index',
  'index reference',
  'category title',
  'includes note',
  'neoplasm table',
  'drug table',
  'external cause index',
  'name',
  'index word',
  'explainer',
  'short title',
  'head',
] as const;
export type EntryKind = (typeof KINDS)[number];

/** One phrase that leads to one code. */
export interface Entry {
  /** Row number in the release's codes. */
  readonly code: number;
  readonly kind: EntryKind;
  /** What a person is shown; empty for a title, which the code table has. */
  readonly display: string;
  /** Terms a query should name. */
  readonly essential: readonly string[];
  /** Terms a query may name. */
  readonly optional: readonly string[];
}

/** Words a coder adds for a column of the neoplasm table: what must be said, what may be said. */
const NEOPLASM_COLUMNS: readonly (readonly [string, string])[] = [
  ['malignant neoplasm', 'primary cancer carcinoma tumor'],
  ['secondary malignant neoplasm', 'metastatic metastasis cancer carcinoma tumor'],
  ['carcinoma in situ', 'neoplasm cancer tumor'],
  ['benign neoplasm', 'tumor'],
  ['neoplasm uncertain behavior', 'tumor'],
  ['neoplasm unspecified behavior', 'tumor mass'],
];

/** The columns of the table of drugs and chemicals. */
const DRUG_COLUMNS: readonly (readonly [string, string])[] = [
  ['poisoning', 'accidental unintentional overdose toxicity toxic effect'],
  ['poisoning self-harm', 'intentional suicide overdose toxic effect'],
  ['poisoning assault', 'toxic effect'],
  ['poisoning undetermined', 'intent toxic effect'],
  ['adverse effect', 'reaction side'],
  ['underdosing', 'noncompliance'],
];

/** Words of a title's head that name a thing, not a service described. */
const MOST_OF_A_HEAD = 3;

/** Every phrase of a release that leads to one of its codes. */
export function entriesOf(draft: ReleaseDraft): Entry[] {
  const idOf = new Map(draft.codes.map((row, id) => [dotless(row.code), id] as const));
  const defaults = defaultDescendants(draft.codes, idOf);
  const entries: Entry[] = [];
  const add = (code: number, kind: EntryKind, display: string, words: string, loose = ''): void => {
    const { terms, joined } = termsOf(words);
    const essential = withoutInflections([...new Set(terms)]);
    const looseTerms = loose === '' ? { terms: [], joined: [] } : termsOf(loose);
    const named = new Set(essential);
    const optional = [...new Set([...terms, ...joined, ...looseTerms.terms, ...looseTerms.joined])].filter(
      (term) => !named.has(term),
    );
    if (essential.length > 0) entries.push({ code, kind, display, essential, optional });
  };
  /** An incomplete code also leads to the code a coder falls back to below it. */
  const lead = (code: string, kind: EntryKind, display: string, words: string, loose = ''): void => {
    const id = idOf.get(code);
    if (id === undefined) return;
    add(id, kind, display, words, loose);
    const fallback = defaults[id] ?? -1;
    if (fallback >= 0) add(fallback, kind, display, words, loose);
  };

  draft.codes.forEach((row, id) => {
    add(id, 'title', '', row.title);
    const fallback = defaults[id] ?? -1;
    if (fallback >= 0) add(fallback, 'category title', row.title, row.title);
    if (draft.source === 'hcpcs') {
      if (row.shortTitle !== undefined) add(id, 'short title', row.shortTitle, row.shortTitle);
      const [head = '', ...rest] = row.title.split(',');
      // "Walker, rigid (pickup), …": what the thing is stands before the first comma.
      if (rest.length > 0 && head.split(' ').length <= MOST_OF_A_HEAD)
        add(id, 'head', head, head, rest.join(' '));
    }
    const { family, 'index words': phrases = '' } = row.attributes ?? {};
    if (draft.source === 'procedures') {
      add(id, 'name', row.title, row.title, family ?? '');
      for (const phrase of phrases.split(';').map((one) => one.replace(/^\s*!/, '').trim()))
        if (phrase !== '') add(id, 'index word', phrase, phrase);
    }
  });
  for (const note of draft.notes) {
    if (note.scopeKind !== 'code') continue;
    if (note.kind === 'inclusionTerm') lead(dotless(note.scope), 'inclusion term', note.text, note.text);
    else if (note.kind === 'includes') lead(dotless(note.scope), 'includes note', note.text, note.text);
  }
  for (const { row, display, words, nonEssential, code, referred } of indexPaths(draft.index)) {
    if (row.table === 'neoplasm' || row.table === 'drug') {
      const columns = row.table === 'neoplasm' ? NEOPLASM_COLUMNS : DRUG_COLUMNS;
      row.cells?.forEach((cell, i) => {
        const [said, maybe] = columns[i] ?? ['', ''];
        const target = dotless(cell).replace(/[^0-9A-Z]+$/, '');
        if (target === '') return;
        const kind = row.table === 'neoplasm' ? 'neoplasm table' : 'drug table';
        const site = row.table === 'neoplasm' ? words.replace(/^neoplasm,?\s*(neoplastic)?/i, '') : words;
        lead(target, kind, `${display} (${said})`, `${said} ${site}`, `${maybe} ${nonEssential}`);
      });
    } else if (code !== null) {
      const kind = row.table === 'external' ? 'external cause index' : referred ? 'index reference' : 'index';
      lead(code, kind, display, words, nonEssential);
    }
  }
  for (const page of draft.explainers) {
    const id = idOf.get(dotless(page.code));
    if (id === undefined) continue;
    add(id, 'name', page.name, page.name, page.family);
    for (const [field, text] of Object.entries(page.fields))
      if (!/^(number|name|family|related|pcs|diagnoses)$/.test(field)) add(id, 'explainer', text, text);
  }
  return entries;
}

/** Leaves out other forms of a word already there (`Diabetes, diabetic`): naming one of them is enough. */
function withoutInflections(terms: readonly string[]): string[] {
  return terms.filter((term, i) => !terms.slice(0, i).some((before) => inflected(before, term)));
}

function inflected(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 6 || Math.abs(a.length - b.length) > 4) return false;
  return a.startsWith(b.slice(0, Math.max(6, shorter - 2)));
}

/**
 * For each header, the billable code below it that a coder uses when the note says no more: the unspecified one,
 * or the first of its 7th characters. -1 where there is none.
 */
function defaultDescendants(codes: readonly CodeRow[], idOf: ReadonlyMap<string, number>): Int32Array {
  const children = new Map<number, number[]>();
  codes.forEach((row, id) => {
    const parent = row.parent === undefined ? undefined : idOf.get(dotless(row.parent));
    if (parent === undefined) return;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [id]);
    else list.push(id);
  });
  const defaults = new Int32Array(codes.length).fill(-1);
  codes.forEach((row, id) => {
    if (row.billable) return;
    let at = id;
    for (let depth = 0; depth < 5; depth++) {
      const next = unspecifiedChild(codes, at, children.get(at) ?? []);
      if (next < 0) return;
      at = next;
      if (codes[at]?.billable) {
        defaults[id] = at;
        return;
      }
    }
  });
  return defaults;
}

function unspecifiedChild(codes: readonly CodeRow[], parent: number, children: readonly number[]): number {
  if (children.length === 1) return children[0] ?? -1;
  const parentCode = dotless(codes[parent]?.code ?? '');
  const last = (id: number): string => dotless(codes[id]?.code ?? '').slice(parentCode.length);
  // A 7th character of an injury: `A` is the first encounter.
  if (children.some((id) => dotless(codes[id]?.code ?? '').length === 7)) {
    return (
      children.find((id) => last(id).endsWith('A')) ?? children.find((id) => last(id).endsWith('0')) ?? -1
    );
  }
  const title = (id: number): string => codes[id]?.title ?? '';
  const plain = children.find((id) => /\bunspecified\b/i.test(title(id)) && /[09]$/.test(last(id)));
  return (
    plain ??
    children.find((id) =>
      /\bwithout (complication|bleeding|hemorrhage|obstruction|esophagitis)/i.test(title(id)),
    ) ??
    children.find((id) => /\bunspecified\b/i.test(title(id)) && !/^other\b/i.test(title(id))) ??
    -1
  );
}
