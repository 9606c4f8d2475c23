import { aligned, type Blobs, bytesOf, encodeStrings, PackedStrings } from '../../book/code-table.ts';
import type { Compiled } from './compiling.ts';
import { ENTRY_KINDS, type EntryKind } from './entry.ts';
import { deniedTerm } from './terms.ts';

const DENIED = deniedTerm('');

/** Lays the compiled entries out as typed arrays, with each entry under its rarest required term. */
export function encodeDictionary({ entries, aliases, rewrites }: Compiled): Map<string, Uint8Array> {
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size;
    if (id === ids.size) ids.set(word, id);
    // A note meets a denied word by denying the word itself, which no phrase may ask for.
    if (word.startsWith(DENIED)) idOf(word.slice(DENIED.length));
    return id;
  };
  const required = entries.map((entry) => entry.required.map(idOf));
  const optional = entries.map((entry) => [...new Set(entry.optional)].map(idOf));
  for (const { from, to } of rewrites) for (const word of [...from, ...to]) idOf(word);
  const frequency = new Float64Array(ids.size);
  for (const words of required) for (const word of words) frequency[word] = (frequency[word] ?? 0) + 1;
  // Rare words first: most entries are ruled out by the first word looked for.
  for (const words of required) words.sort((a, b) => (frequency[a] ?? 0) - (frequency[b] ?? 0) || a - b);
  const anchors: number[][] = Array.from({ length: ids.size }, () => []);
  const histologyAnchors: number[][] = Array.from({ length: ids.size }, () => []);
  required.forEach((words, entry) => {
    // Entries are found from their rarest word, so a common word never fans out.
    const anchor = words.reduce((best, word) =>
      (frequency[word] ?? 0) < (frequency[best] ?? 0) ? word : best,
    );
    (entries[entry]?.kind === 'morphology' ? histologyAnchors : anchors)[anchor]?.push(entry);
  });
  const idf = Float32Array.from(frequency, (n) => Math.log(1 + entries.length / (1 + n)));
  const blobs = new Map<string, Uint8Array>();
  const strings = (name: string, values: readonly string[]): void => {
    const { offsets, bytes } = encodeStrings(values);
    blobs.set(`${name}-offsets`, offsets);
    blobs.set(`${name}-bytes`, bytes);
  };
  const lists = (name: string, values: readonly (readonly number[])[]): void => {
    const starts = new Uint32Array(values.length + 1);
    values.forEach((list, i) => {
      starts[i + 1] = (starts[i] ?? 0) + list.length;
    });
    blobs.set(`${name}-starts`, bytesOf(starts));
    blobs.set(`${name}-list`, bytesOf(Uint32Array.from(values.flat())));
  };
  strings('words', [...ids.keys()]);
  strings(
    'aliases',
    [...aliases].map(([from, to]) => `${from}\t${to}`),
  );
  strings(
    'rewrites',
    rewrites.map(({ from, to }) => `${from.join(' ')}\t${to.join(' ')}`),
  );
  blobs.set('idf', bytesOf(idf));
  lists('required', required);
  lists('optional', optional);
  lists('anchors', anchors);
  lists('histology-anchors', histologyAnchors);
  blobs.set(
    'kinds',
    Uint8Array.from(entries, (entry) => ENTRY_KINDS.indexOf(entry.kind)),
  );
  blobs.set(
    'flags',
    Uint8Array.from(entries, (entry) => entry.flags),
  );
  blobs.set('targets', bytesOf(Int32Array.from(entries, (entry) => entry.target)));
  blobs.set('manifestations', bytesOf(Int32Array.from(entries, (entry) => entry.manifestation)));
  blobs.set('sources', bytesOf(Int32Array.from(entries, (entry) => entry.source)));
  return blobs;
}

/** Lists of numbers end to end. */
class NumberLists {
  /** List `i` is `list[starts[i]]` up to, not including, `list[starts[i + 1]]`: for loops too hot to make a view each. */
  readonly starts: Uint32Array;
  readonly list: Uint32Array;

  constructor(blobs: Blobs, name: string) {
    this.starts = new Uint32Array(aligned(blobs, `${name}-starts`));
    this.list = new Uint32Array(aligned(blobs, `${name}-list`));
  }

  at(i: number): Uint32Array {
    return this.list.subarray(this.starts[i] ?? 0, this.starts[i + 1] ?? 0);
  }
}

/** The concept dictionary of one release, as the matcher reads it. */
export class Dictionary {
  readonly size: number;
  readonly required: NumberLists;
  readonly optional: NumberLists;
  readonly anchors: NumberLists;
  /** Entries that name a behaviour of neoplasms, not a code. */
  readonly histologyAnchors: NumberLists;
  readonly idf: Float32Array;
  readonly flags: Uint8Array;
  readonly targets: Int32Array;
  readonly manifestations: Int32Array;
  readonly sources: Int32Array;
  readonly aliases: ReadonlyMap<string, string>;
  readonly rewrites: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
  readonly #kinds: Uint8Array;
  readonly #ids = new Map<string, number>();
  /** Kept as strings: every reading of a title asks for some, and the look-up holds them already. */
  readonly #words: readonly string[];
  /** For each word, the word that says it is absent; -1 for most. */
  readonly #denied: Int32Array;

  /** @param codeHere row of a code in the release to code by, where the dictionary was compiled from another. */
  constructor(blobs: Blobs, codeHere?: (row: number) => number) {
    const words = new PackedStrings(blobs, 'words');
    this.#words = Array.from({ length: words.length }, (_, id) => words.at(id));
    for (const [id, word] of this.#words.entries()) this.#ids.set(word, id);
    this.required = new NumberLists(blobs, 'required');
    this.optional = new NumberLists(blobs, 'optional');
    this.anchors = new NumberLists(blobs, 'anchors');
    this.histologyAnchors = new NumberLists(blobs, 'histology-anchors');
    this.#denied = new Int32Array(this.#ids.size).fill(-1);
    for (const [word, id] of this.#ids)
      if (word.startsWith(DENIED)) this.#denied[this.#ids.get(word.slice(DENIED.length)) ?? -1] = id;
    this.idf = new Float32Array(aligned(blobs, 'idf'));
    this.flags = new Uint8Array(aligned(blobs, 'flags'));
    // Copied before they are changed: the bytes are the release's own, and its own dictionary reads them too.
    const numbers = (name: string): Int32Array => {
      const own = new Int32Array(aligned(blobs, name));
      return codeHere === undefined ? own : own.slice();
    };
    this.targets = numbers('targets');
    this.manifestations = numbers('manifestations');
    this.sources = numbers('sources');
    this.#kinds = new Uint8Array(aligned(blobs, 'kinds'));
    this.size = this.targets.length;
    if (codeHere !== undefined) this.#moveTo(codeHere);
    const pairs = (name: string): [string, string][] => {
      const lines = new PackedStrings(blobs, name);
      return Array.from({ length: lines.length }, (_, i) => {
        const [from = '', to = ''] = lines.at(i).split('\t');
        return [from, to];
      });
    };
    this.aliases = new Map(pairs('aliases'));
    this.rewrites = pairs('rewrites').map(([from, to]) => ({ from: from.split(' '), to: to.split(' ') }));
  }

  #moveTo(codeHere: (row: number) => number): void {
    for (let entry = 0; entry < this.size; entry++) {
      const kind = this.kind(entry);
      if (kind === 'morphology') continue;
      this.targets[entry] = codeHere(this.targets[entry] ?? -1);
      this.manifestations[entry] = codeHere(this.manifestations[entry] ?? -1);
      if (kind === 'title') this.sources[entry] = codeHere(this.sources[entry] ?? -1);
    }
  }

  /** The number of a term, after aliases; -1 when the book never says it. */
  id(term: string): number {
    return this.#ids.get(this.aliases.get(term) ?? term) ?? -1;
  }

  /** The word that says this one is absent ("without aura"); -1 when no phrase of the book asks for it. */
  denied(id: number): number {
    return this.#denied[id] ?? -1;
  }

  /** The words that say another is absent. */
  get deniedWords(): ReadonlySet<number> {
    return new Set(this.#denied.filter((id) => id >= 0));
  }

  get wordCount(): number {
    return this.#ids.size;
  }

  word(id: number): string {
    return this.#words[id] ?? '';
  }

  words(): string[] {
    return [...this.#ids.keys()];
  }

  kind(entry: number): EntryKind {
    return ENTRY_KINDS[this.#kinds[entry] ?? 0] ?? 'index';
  }
}
