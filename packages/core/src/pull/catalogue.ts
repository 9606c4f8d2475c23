import { type IsoDate, SOURCES, type SourceId } from '../book/rows.ts';
import { fail, type Outcome } from '../errors.ts';
import shipped from './catalogue.json' with { type: 'json' };

/** Somebody's licence on a file's content, in our own summary; the text itself is at `url`. */
export interface Terms {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly summary: string;
}

/** One file at a publisher's address. */
export interface CatalogueFile {
  readonly source: SourceId;
  readonly version: string;
  readonly effective: readonly [IsoDate, IsoDate];
  /** Name it is kept under. */
  readonly name: string;
  /** Tried in order; a later one only when the publisher does not have the earlier. */
  readonly urls: readonly string[];
  /** Size where it is known. */
  readonly bytes: number | null;
  /** SHA-256 of every issue known to us; publishers replace files at the same address. Empty: none known. */
  readonly sha256: readonly string[];
  /** Id of the terms that must be accepted first; null for works of the US government without any. */
  readonly terms: string | null;
  /** The release loads without it. */
  readonly optional: boolean;
  /** Whether the address has been seen to be in use; false: formed after the publisher's custom. */
  readonly addressChecked: boolean;
}

/** Where the publishers' files are, as of a date. */
export interface Catalogue {
  readonly date: IsoDate;
  readonly terms: readonly Terms[];
  readonly files: readonly CatalogueFile[];
}

/** The catalogue this version of Casebook ships with. */
export function shippedCatalogue(): Catalogue {
  return shipped as unknown as Catalogue;
}

/** Reads a catalogue somebody else wrote (`--catalogue`), checking what the downloader relies on. */
export function parseCatalogue(text: string, path: string): Outcome<{ readonly catalogue: Catalogue }> {
  const wrong = (what: string) => fail('catalogue-wrong', { path, what });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('not JSON');
  }
  if (!isRecord(value) || typeof value.date !== 'string' || !Array.isArray(value.files))
    return wrong('needs date, terms and files');
  const terms = Array.isArray(value.terms) ? value.terms : [];
  if (!terms.every((item) => hasStrings(item, 'id', 'title', 'url', 'summary')))
    return wrong('terms need id, title, url and summary');
  const termIds = new Set(terms.map((item) => item.id));
  for (const [i, file] of value.files.entries()) {
    const fault = faultOf(file, termIds);
    if (fault !== null) return wrong(`file ${i + 1}: ${fault}`);
  }
  return { ok: true, catalogue: value as unknown as Catalogue };
}

function faultOf(file: unknown, termIds: ReadonlySet<unknown>): string | null {
  if (!hasStrings(file, 'source', 'version', 'name')) return 'needs source, version and name';
  if (!SOURCES.some((source) => source === file.source)) return 'unknown source';
  if (!/^[\w][\w .-]*$/.test(String(file.name))) return 'name must be a plain file name';
  if (!Array.isArray(file.effective) || file.effective.length !== 2)
    return 'effective must be [first day, last day]';
  if (!Array.isArray(file.urls) || file.urls.length === 0 || !file.urls.every(isWebAddress))
    return 'urls must be http(s) addresses';
  if (!Array.isArray(file.sha256) || !file.sha256.every((sum) => /^[0-9a-f]{64}$/.test(String(sum))))
    return 'sha256 must be a list of lower-case SHA-256 sums';
  if (file.bytes !== null && !Number.isSafeInteger(file.bytes)) return 'bytes must be a number or null';
  if (file.terms !== null && !termIds.has(file.terms)) return 'terms must be null or the id of listed terms';
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasStrings(value: unknown, ...names: string[]): value is Record<string, unknown> {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string' && value[name] !== '');
}

function isWebAddress(text: unknown): boolean {
  return typeof text === 'string' && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
