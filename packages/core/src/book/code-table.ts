import { codeKey, dotless, keyAfterPrefix } from './code-key.ts';
import type { CodeRow } from './rows.ts';

/** Row number of a code in its release: the publisher's order, from 0. */
export type CodeId = number;

const BILLABLE = 1;
const MODIFIER = 2;

/** Named byte arrays, as stored in a release file. */
export type Blobs = ReadonlyMap<string, Uint8Array>;

/** Lays the codes out as typed arrays. Codes keep the publisher's order; `keys` is sorted beside it. */
export function encodeCodeTable(rows: readonly CodeRow[]): Map<string, Uint8Array> {
  const n = rows.length;
  const idOf = new Map(rows.map((row, id) => [dotless(row.code), id] as const));
  const order = Array.from({ length: n }, (_, i) => i);
  const keyOf = Float64Array.from(rows, (row) => codeKey(row.code));
  order.sort((a, b) => (keyOf[a] ?? 0) - (keyOf[b] ?? 0));

  const codes = encodeStrings(rows.map((row) => row.code));
  const titles = encodeStrings(rows.map((row) => row.title));
  return new Map<string, Uint8Array>([
    ['codes/keys', bytesOf(Float64Array.from(order, (id) => keyOf[id] ?? -1))],
    ['codes/ids', bytesOf(Int32Array.from(order))],
    [
      'codes/parents',
      bytesOf(
        Int32Array.from(rows, (row) =>
          row.parent === undefined ? -1 : (idOf.get(dotless(row.parent)) ?? -1),
        ),
      ),
    ],
    [
      'codes/flags',
      Uint8Array.from(
        rows,
        (row) => (row.billable ? BILLABLE : 0) | (row.kind === 'modifier' ? MODIFIER : 0),
      ),
    ],
    ['codes/code-offsets', codes.offsets],
    ['codes/code-bytes', codes.bytes],
    ['codes/title-offsets', titles.offsets],
    ['codes/title-bytes', titles.bytes],
  ]);
}

/** Every code of one release in memory: look-up, hierarchy, titles. Built once by {@link encodeCodeTable}. */
export class CodeTable {
  readonly size: number;
  readonly #keys: Float64Array;
  readonly #ids: Int32Array;
  readonly #parents: Int32Array;
  readonly #flags: Uint8Array;
  readonly #codes: PackedStrings;
  readonly #titles: PackedStrings;
  #children: { starts: Int32Array; list: Int32Array } | null = null;

  constructor(blobs: Blobs) {
    this.#keys = new Float64Array(aligned(blobs, 'codes/keys'));
    this.#ids = new Int32Array(aligned(blobs, 'codes/ids'));
    this.#parents = new Int32Array(aligned(blobs, 'codes/parents'));
    this.#flags = new Uint8Array(aligned(blobs, 'codes/flags'));
    this.#codes = new PackedStrings(blobs, 'codes/code');
    this.#titles = new PackedStrings(blobs, 'codes/title');
    this.size = this.#ids.length;
  }

  /** The id of a code, dotted or not, in any case; -1 when this release does not have it. */
  find(code: string): CodeId {
    const key = codeKey(code);
    if (key < 0) return -1;
    const at = this.#lowerBound(key);
    return this.#keys[at] === key ? (this.#ids[at] ?? -1) : -1;
  }

  /** Ids of every code that starts with the text, in code order, at most `limit`. */
  withPrefix(prefix: string, limit = Number.POSITIVE_INFINITY): CodeId[] {
    const key = codeKey(prefix);
    if (key < 0) return [];
    const end = keyAfterPrefix(prefix);
    const found: CodeId[] = [];
    for (let at = this.#lowerBound(key); at < this.size && found.length < limit; at++) {
      if ((this.#keys[at] ?? end) >= end) break;
      found.push(this.#ids[at] ?? -1);
    }
    return found;
  }

  /** The code as printed. */
  code(id: CodeId): string {
    return this.#codes.at(id);
  }

  title(id: CodeId): string {
    return this.#titles.at(id);
  }

  billable(id: CodeId): boolean {
    return ((this.#flags[id] ?? 0) & BILLABLE) !== 0;
  }

  isModifier(id: CodeId): boolean {
    return ((this.#flags[id] ?? 0) & MODIFIER) !== 0;
  }

  /** The next code up, or -1 at the top. */
  parent(id: CodeId): CodeId {
    return this.#parents[id] ?? -1;
  }

  /** From the direct parent up to the category. */
  ancestors(id: CodeId): CodeId[] {
    const up: CodeId[] = [];
    for (let p = this.parent(id); p >= 0; p = this.parent(p)) up.push(p);
    return up;
  }

  children(id: CodeId): CodeId[] {
    this.#children ??= childLists(this.#parents);
    const { starts, list } = this.#children;
    const found: CodeId[] = [];
    const end = starts[id + 1] ?? 0;
    for (let i = starts[id] ?? 0; i < end; i++) found.push(list[i] ?? -1);
    return found;
  }

  hasChildren(id: CodeId): boolean {
    this.#children ??= childLists(this.#parents);
    const { starts } = this.#children;
    return (starts[id + 1] ?? 0) > (starts[id] ?? 0);
  }

  /** True when `id` is `ancestor` or stands below it. */
  within(id: CodeId, ancestor: CodeId): boolean {
    for (let at = id; at >= 0; at = this.parent(at)) if (at === ancestor) return true;
    return false;
  }

  #lowerBound(key: number): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      if ((this.#keys[mid] ?? 0) < key) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

/** Strings in one byte array with an offset each; decoded one at a time on demand. */
export class PackedStrings {
  readonly #offsets: Uint32Array;
  readonly #bytes: Buffer;

  constructor(blobs: Blobs, name: string) {
    this.#offsets = new Uint32Array(aligned(blobs, `${name}-offsets`));
    const bytes = blobs.get(`${name}-bytes`) ?? new Uint8Array(0);
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  at(i: number): string {
    return this.#bytes.toString('utf8', this.#offsets[i] ?? 0, this.#offsets[i + 1] ?? 0);
  }

  get length(): number {
    return Math.max(0, this.#offsets.length - 1);
  }
}

/** The two byte arrays {@link PackedStrings} reads. */
export function encodeStrings(strings: readonly string[]): { offsets: Uint8Array; bytes: Uint8Array } {
  const parts = strings.map((s) => Buffer.from(s, 'utf8'));
  const offsets = new Uint32Array(strings.length + 1);
  parts.forEach((part, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + part.length;
  });
  return { offsets: bytesOf(offsets), bytes: Buffer.concat(parts) };
}

/** A typed array's bytes, for storing. Release files are little-endian, as every machine Node runs on. */
export function bytesOf(
  array: Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array,
): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** A blob's bytes at an offset a typed array accepts (a driver's buffer may start anywhere). */
export function aligned(blobs: Blobs, name: string): ArrayBuffer {
  const bytes = blobs.get(name);
  if (bytes === undefined) return new ArrayBuffer(0);
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteOffset === 0 && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer) return buffer;
  return new Uint8Array(bytes).buffer;
}

function childLists(parents: Int32Array): { starts: Int32Array; list: Int32Array } {
  const starts = new Int32Array(parents.length + 2);
  for (const p of parents) if (p >= 0) starts[p + 1] = (starts[p + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const list = new Int32Array(starts[parents.length] ?? 0);
  parents.forEach((p, id) => {
    if (p < 0) return;
    const at = next[p] ?? 0;
    list[at] = id;
    next[p] = at + 1;
  });
  return { starts, list };
}
