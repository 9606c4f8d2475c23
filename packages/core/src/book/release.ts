import type { Citation } from './citation.ts';
import { dotless, dotted } from './code-key.ts';
import { type CodeId, CodeTable } from './code-table.ts';
import type { ReleaseManifest } from './release-file.ts';
import type {
  CodeSpan,
  ConversionRow,
  ExplainerRow,
  GuidelineRow,
  IndexRow,
  IndexTable,
  NoteKind,
  NoteRow,
  PcsKeyRow,
  PcsRow,
  ScopeKind,
  SeventhCharacterRow,
} from './rows.ts';
import { APPLICATION_ID, FORMAT_VERSION } from './schema.ts';
import { citedPart } from './source.ts';
import { type Database, DatabaseSync, type Statement } from './sqlite.ts';

/** A note with its number in the release, to cite. */
export interface Note extends NoteRow {
  readonly id: number;
}

/** An index line with its number in the release. */
export interface IndexLine extends IndexRow {
  readonly id: number;
}

export interface CodeDetail {
  readonly shortTitle: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly file: number;
  readonly locator: string;
}

/** The versions of the Tabular and the Index read for a release that came without its own; null for its own. */
export interface WordsOf {
  readonly tabular: string | null;
  readonly index: string | null;
}

export interface SeventhCharacters {
  /** The code the table stands at; its descendants inherit it. */
  readonly scope: string;
  readonly characters: readonly { readonly character: string; readonly meaning: string }[];
}

/** Why a file is not a release this version can read. */
export type OpenReleaseResult =
  | { readonly ok: true; readonly release: Release }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'not-a-release' | 'other-format';
      readonly path: string;
    };

/** Opens a release file for reading. Cheap: typed arrays are loaded on first use. */
export function openRelease(path: string): OpenReleaseResult {
  let db: Database;
  try {
    db = new DatabaseSync(path, { readOnly: true });
  } catch {
    return { ok: false, reason: 'missing', path };
  }
  try {
    if (pragma(db, 'application_id') !== APPLICATION_ID) throw new Error('other file');
    if (pragma(db, 'user_version') !== FORMAT_VERSION) {
      db.close();
      return { ok: false, reason: 'other-format', path };
    }
    const row = db.prepare("SELECT value FROM manifest WHERE key = 'release'").get() as
      | { value: string }
      | undefined;
    if (row === undefined) throw new Error('no manifest');
    return { ok: true, release: new Release(db, JSON.parse(row.value) as ReleaseManifest) };
  } catch {
    db.close();
    return { ok: false, reason: 'not-a-release', path };
  }
}

function pragma(db: Database, name: string): unknown {
  return (db.prepare(`PRAGMA ${name}`).get() as Record<string, unknown> | undefined)?.[name];
}

/** The part of a publication that each table of the Index is cited as. */
export const INDEX_PARTS: Readonly<Record<IndexTable, string>> = {
  disease: 'index',
  external: 'external-index',
  neoplasm: 'neoplasms',
  drug: 'drugs',
  pcs: 'index',
};

/** Index lines kept in memory: the trails of many notes walk the same main terms. */
const MOST_REMEMBERED = 20_000;

/** One publication's release: read-only, every row citable. */
export class Release {
  readonly manifest: ReleaseManifest;
  readonly #db: Database;
  readonly #statements = new Map<string, Statement>();
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #inherited = new Map<string, readonly Note[]>();
  readonly #indexLines = new Map<number, IndexLine | null>();
  readonly #sevenths = new Map<string, SeventhCharacters | null>();
  #codes: CodeTable | null = null;
  #tabular: Release = this;
  #index: Release = this;

  constructor(db: Database, manifest: ReleaseManifest) {
    this.#db = db;
    this.manifest = manifest;
  }

  /**
   * The releases whose Tabular and Index are read here: this one's own, or what stands in for a part that this one was
   * published without.
   */
  get words(): { readonly tabular: Release; readonly index: Release } {
    return { tabular: this.#tabular, index: this.#index };
  }

  /** Versions of the other releases whose Tabular and Index are read here; null where there is none but its own. */
  get wordsOf(): WordsOf {
    const other = (lender: Release) => (lender === this ? null : lender.manifest.version);
    return { tabular: other(this.#tabular), index: other(this.#index) };
  }

  /** Reads the parts this release was published without in others; called once, before anything is read. */
  readWordsIn(lenders: { readonly tabular: Release; readonly index: Release }): void {
    this.#tabular = lenders.tabular;
    this.#index = lenders.index;
  }

  /** Whether the release was published with this part. */
  has(part: 'tabular' | 'index'): boolean {
    const rows = {
      tabular: 'note',
      // Some years came with the neoplasm and drug tables alone.
      index: "index_line WHERE tbl IN ('disease', 'pcs')",
    }[part];
    return this.#get(`SELECT 1 AS yes FROM ${rows} LIMIT 1`) !== undefined;
  }

  get codes(): CodeTable {
    this.#codes ??= new CodeTable(this.#blobsUnder('codes/'));
    return this.#codes;
  }

  /** An indexer's byte arrays by their names without the indexer's own; empty when the file has none or another version. */
  indexed(indexer: { readonly name: string; readonly version: number }): ReadonlyMap<string, Uint8Array> {
    if (this.manifest.indexers[indexer.name] !== indexer.version) return new Map();
    const prefix = `${indexer.name}/`;
    return new Map([...this.#blobsUnder(prefix)].map(([name, data]) => [name.slice(prefix.length), data]));
  }

  detail(id: CodeId): CodeDetail {
    const row = this.#get<{
      short_title: string | null;
      valid_from: string | null;
      valid_to: string | null;
      attributes: string | null;
      file: number;
      locator: string;
    }>('SELECT * FROM code_detail WHERE id = ?', id);
    return {
      shortTitle: row?.short_title ?? null,
      validFrom: row?.valid_from ?? null,
      validTo: row?.valid_to ?? null,
      attributes: row?.attributes ? (JSON.parse(row.attributes) as Record<string, string>) : {},
      file: row?.file ?? 0,
      locator: row?.locator ?? '',
    };
  }

  /** Notes written at exactly this chapter, section or code. */
  notesAt(scopeKind: ScopeKind, scope: string): Note[] {
    if (this.#tabular !== this) return this.#tabular.notesAt(scopeKind, scope);
    const key = scopeKind === 'code' ? dotless(scope) : scope;
    return this.#all<NoteRecord>(
      'SELECT * FROM note WHERE scope_kind = ? AND scope = ? ORDER BY id',
      scopeKind,
      key,
    ).map(noteOf);
  }

  /**
   * Every note that governs a code: its own first, then each ancestor's, the section's and the chapter's,
   * nearest first (ICD-10-CM conventions, Guidelines I.A.: a note applies to all codes below it).
   */
  notesFor(code: string): readonly Note[] {
    const key = dotless(code);
    const known = this.#inherited.get(key);
    if (known !== undefined) return known;
    const id = this.codes.find(key);
    if (id < 0) return [];
    const parent = this.codes.parent(id);
    const own = this.notesAt('code', key);
    const above = parent >= 0 ? this.notesFor(this.codes.code(parent)) : this.#notesAboveCategory(key);
    const notes = [...own, ...above];
    this.#inherited.set(key, notes);
    return notes;
  }

  /** The 7th characters a code takes, from itself or the nearest ancestor; null when it takes none. */
  seventhCharacters(code: string): SeventhCharacters | null {
    const key = dotless(code);
    const known = this.#sevenths.get(key);
    if (known !== undefined) return known;
    const id = this.codes.find(key);
    let found: SeventhCharacters | null = null;
    for (const at of id < 0 ? [] : [id, ...this.codes.ancestors(id)]) {
      const scope = this.codes.code(at);
      const rows = this.#tabular.#seventhsAt(dotless(scope));
      if (rows.length === 0) continue;
      found = { scope, characters: rows.map(({ character, meaning }) => ({ character, meaning })) };
      break;
    }
    this.#sevenths.set(key, found);
    return found;
  }

  chapterOf(code: string): { readonly chapter: string; readonly title: string } | null {
    if (this.#tabular !== this) return this.#tabular.chapterOf(code);
    const section = this.sectionOf(code);
    const category = dotless(code).slice(0, 3);
    const row =
      section === null
        ? this.#get<{ chapter: string; title: string }>(
            'SELECT chapter, title FROM chapter WHERE first <= ? AND last >= ?',
            category,
            category,
          )
        : this.#get<{ chapter: string; title: string }>(
            'SELECT chapter, title FROM chapter WHERE chapter = ?',
            section.chapter,
          );
    return row ?? null;
  }

  /** The narrowest section (block) that holds the code's category. */
  sectionOf(
    code: string,
  ): { readonly section: string; readonly title: string; readonly chapter: string } | null {
    if (this.#tabular !== this) return this.#tabular.sectionOf(code);
    const category = dotless(code).slice(0, 3);
    const rows = this.#all<{ section: string; title: string; chapter: string; first: string; last: string }>(
      'SELECT * FROM section WHERE first <= ? AND last >= ? ORDER BY first DESC, last ASC',
      category,
      category,
    );
    const row = rows[0];
    return row === undefined ? null : { section: row.section, title: row.title, chapter: row.chapter };
  }

  indexLine(id: number): IndexLine | null {
    if (this.#index !== this) return this.#index.indexLine(id);
    const known = this.#indexLines.get(id);
    if (known !== undefined) return known;
    const row = this.#get<IndexRecord>('SELECT * FROM index_line WHERE id = ?', id);
    const line = row === undefined ? null : indexLineOf(row);
    if (this.#indexLines.size >= MOST_REMEMBERED) this.#indexLines.clear();
    this.#indexLines.set(id, line);
    return line;
  }

  indexChildren(id: number): IndexLine[] {
    if (this.#index !== this) return this.#index.indexChildren(id);
    return this.#all<IndexRecord>('SELECT * FROM index_line WHERE parent = ? ORDER BY id', id).map(
      indexLineOf,
    );
  }

  /** Lines below another (-1: main terms) whose own title these words begin with: a path's words hold the modifiers too. */
  indexChildrenNamed(parent: number, table: IndexTable, words: string): IndexLine[] {
    if (this.#index !== this) return this.#index.indexChildrenNamed(parent, table, words);
    return this.#all<IndexRecord>(
      'SELECT * FROM index_line WHERE parent = ? AND tbl = ? AND substr(?, 1, length(title)) = title ORDER BY id',
      parent,
      table,
      words,
    ).map(indexLineOf);
  }

  /** Every line of one part of the Index, in printed order. */
  indexTable(table: IndexTable): IndexLine[] {
    if (this.#index !== this) return this.#index.indexTable(table);
    return this.#all<IndexRecord>('SELECT * FROM index_line WHERE tbl = ? ORDER BY id', table).map(
      indexLineOf,
    );
  }

  /** From the main term down to the line, as a coder reads it: `Achalasia (cardia) (esophagus)`, `congenital`. */
  indexPath(id: number): string[] {
    const path: string[] = [];
    for (
      let line = this.indexLine(id);
      line !== null;
      line = line.parent < 0 ? null : this.indexLine(line.parent)
    ) {
      path.unshift([line.title, ...line.nonEssential.map((words) => `(${words})`)].join(' '));
    }
    return path;
  }

  /** Index lines that lead to exactly this code, in printed order. */
  indexLinesTo(code: string): { readonly line: IndexLine; readonly role: string }[] {
    if (this.#index !== this) return this.#index.indexLinesTo(code);
    return this.#all<IndexRecord & { role: string }>(
      'SELECT index_line.*, index_target.role FROM index_target JOIN index_line ON index_line.id = index_target.line WHERE index_target.code = ? ORDER BY index_line.id',
      dotless(code),
    ).map((row) => ({ line: indexLineOf(row), role: row.role }));
  }

  conversionsOf(code: string): ConversionRow[] {
    return this.#all<{ code: string; effective: string; previous: string }>(
      'SELECT * FROM conversion WHERE code = ? ORDER BY effective',
      dotless(code),
    ).map((row) => ({
      code: row.code,
      effective: row.effective,
      previous: JSON.parse(row.previous) as string[],
    }));
  }

  poaExempt(code: string): boolean {
    return this.#get('SELECT 1 AS yes FROM poa_exempt WHERE code = ?', dotless(code)) !== undefined;
  }

  /** False where the release carries no exempt list at all, so that silence is not read as "not exempt". */
  hasPoaExemptList(): boolean {
    return this.#get('SELECT 1 AS yes FROM poa_exempt LIMIT 1') !== undefined;
  }

  /** A section and everything numbered below it, in printed order. */
  guidelines(section?: string): GuidelineRow[] {
    return section === undefined
      ? this.#all<GuidelineRow>('SELECT section, title, page, text, file FROM guideline ORDER BY ord')
      : this.#all<GuidelineRow>(
          "SELECT section, title, page, text, file FROM guideline WHERE section = ? OR section LIKE ? || '.%' ORDER BY ord",
          section,
          section,
        );
  }

  pcsRows(table: string): PcsRow[] {
    return this.#all<{ row: string }>(
      'SELECT row FROM pcs_row WHERE tbl = ? ORDER BY id',
      table.toUpperCase(),
    ).map((row) => JSON.parse(row.row) as PcsRow);
  }

  pcsTables(): string[] {
    return this.#all<{ tbl: string }>('SELECT DISTINCT tbl FROM pcs_row ORDER BY tbl').map((row) => row.tbl);
  }

  pcsKeys(): PcsKeyRow[] {
    return this.#all<{
      axis: string;
      section: string | null;
      term: string;
      preferred: string;
      definition: string | null;
    }>('SELECT axis, section, term, preferred, definition FROM pcs_key ORDER BY id').map(
      ({ section, definition, ...row }) => ({
        ...row,
        ...(section === null ? {} : { section }),
        ...(definition === null ? {} : { definition }),
      }),
    );
  }

  explainer(code: string): ExplainerRow | null {
    const row = this.#get<{ page: string }>('SELECT page FROM explainer WHERE code = ?', dotless(code));
    return row === undefined ? null : (JSON.parse(row.page) as ExplainerRow);
  }

  /** The citation of a place in this release: in the part named, else in the one a bare citation means. */
  cite(locator: string, part?: string): Citation {
    const { source, version } = this.manifest;
    return { source: citedPart(source, part), version, locator };
  }

  /** The citation of a note: where it stands, its kind and which of that kind it is, `K22 excludes1 1`. */
  citeNote({ id, scopeKind, scope, kind }: Note): Citation {
    const alike = this.notesAt(scopeKind, scope).filter((note) => note.kind === kind);
    const at = alike.findIndex((note) => note.id === id) + 1;
    return this.#tabular.cite(
      `${scopeKind === 'code' ? dotted(scope) : `${scopeKind} ${scope}`} ${kind} ${at}`,
    );
  }

  /** The citation of an Index line: its path, in the table it stands in. */
  citeIndexLine({ id, table }: { readonly id: number; readonly table: IndexTable }): Citation {
    return this.#index.cite(this.indexPath(id).join(' › '), INDEX_PARTS[table]);
  }

  close(): void {
    this.#db.close();
  }

  #seventhsAt(scope: string): SeventhCharacterRow[] {
    return this.#all<SeventhCharacterRow>('SELECT * FROM seventh WHERE scope = ? ORDER BY character', scope);
  }

  #notesAboveCategory(code: string): Note[] {
    const section = this.sectionOf(code);
    const chapter = this.chapterOf(code);
    return [
      ...(section === null ? [] : this.notesAt('section', section.section)),
      ...(chapter === null ? [] : this.notesAt('chapter', chapter.chapter)),
    ];
  }

  #blobsUnder(prefix: string): Map<string, Uint8Array> {
    const have = [...this.#blobs].filter(([name]) => name.startsWith(prefix));
    if (have.length > 0) return new Map(have);
    const rows = this.#all<{ name: string; data: Uint8Array }>(
      'SELECT name, data FROM blob WHERE name >= ? AND name < ?',
      prefix,
      `${prefix}\uffff`,
    );
    for (const row of rows) this.#blobs.set(row.name, row.data);
    return new Map(rows.map((row) => [row.name, row.data]));
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #get<Row>(sql: string, ...values: unknown[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  #all<Row>(sql: string, ...values: unknown[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }
}

interface NoteRecord {
  id: number;
  scope_kind: ScopeKind;
  scope: string;
  kind: NoteKind;
  text: string;
  codes: string;
  file: number;
  locator: string;
}

function noteOf(row: NoteRecord): Note {
  const codes = (JSON.parse(row.codes) as [string, string][]).map(([from, to]): CodeSpan => ({ from, to }));
  return {
    id: row.id,
    scopeKind: row.scope_kind,
    scope: row.scope,
    kind: row.kind,
    text: row.text,
    codes,
    file: row.file,
    locator: row.locator,
  };
}

interface IndexRecord {
  id: number;
  tbl: IndexTable;
  parent: number;
  level: number;
  title: string;
  non_essential: string;
  code: string | null;
  manifestation: string | null;
  see: string | null;
  see_also: string | null;
  use_value: string | null;
  cells: string | null;
}

function indexLineOf(row: IndexRecord): IndexLine {
  return {
    id: row.id,
    table: row.tbl,
    parent: row.parent,
    level: row.level,
    title: row.title,
    nonEssential: JSON.parse(row.non_essential) as string[],
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.manifestation === null ? {} : { manifestation: row.manifestation }),
    ...(row.see === null ? {} : { see: row.see }),
    ...(row.see_also === null ? {} : { seeAlso: row.see_also }),
    ...(row.use_value === null ? {} : { use: row.use_value }),
    ...(row.cells === null ? {} : { cells: JSON.parse(row.cells) as string[] }),
  };
}
