import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dotless } from './code-key.ts';
import { encodeCodeTable } from './code-table.ts';
import type { IndexRow, ReleaseDraft } from './rows.ts';
import { APPLICATION_ID, FORMAT_VERSION, SCHEMA, SCHEMA_INDEXES } from './schema.ts';
import { type Database, DatabaseSync } from './sqlite.ts';

/**
 * Builds byte arrays from a release's rows at build time (search postings, the index walk's term table), so
 * that opening the book parses nothing. `version` is part of the file: a reader asks for the one it knows.
 */
export interface ReleaseIndexer {
  readonly name: string;
  readonly version: number;
  /** Which drafts it has something to say about. */
  readonly applies: (draft: ReleaseDraft) => boolean;
  /** Blob names are stored under `<name>/`. */
  readonly build: (draft: ReleaseDraft) => ReadonlyMap<string, Uint8Array>;
}

/** What a release says of itself. */
export interface ReleaseManifest {
  readonly source: ReleaseDraft['source'];
  readonly system: ReleaseDraft['system'];
  readonly version: string;
  readonly edition: ReleaseDraft['edition'];
  readonly effective: ReleaseDraft['effective'];
  readonly files: ReleaseDraft['files'];
  readonly rows: number;
  readonly billable: number;
  readonly modifiers: number;
  readonly indexers: Readonly<Record<string, number>>;
}

/**
 * Writes one release file: to a temporary name beside it, synced, then renamed, so a reader sees the whole
 * file or none of it. Throws the file system's error (disk full, read-only) after removing what was begun.
 */
export function writeRelease(
  path: string,
  draft: ReleaseDraft,
  indexers: readonly ReleaseIndexer[],
): ReleaseManifest {
  const building = `${path}.building-${process.pid}`;
  try {
    rmSync(building, { force: true });
    const manifest = fill(
      building,
      draft,
      indexers.filter((indexer) => indexer.applies(draft)),
    );
    const handle = openSync(building, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(building, path);
    return manifest;
  } catch (error) {
    rmSync(building, { force: true });
    throw error;
  }
}

function fill(path: string, draft: ReleaseDraft, indexers: readonly ReleaseIndexer[]): ReleaseManifest {
  const db = new DatabaseSync(path);
  try {
    // In memory, because Node's SQLite guards files against OFF; pages of a new file are not journalled anyway.
    db.exec('PRAGMA journal_mode = MEMORY');
    db.exec('PRAGMA synchronous = OFF');
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    db.exec(`PRAGMA user_version = ${FORMAT_VERSION}`);
    db.exec(SCHEMA);
    const manifest = manifestOf(draft, indexers);
    db.exec('BEGIN');
    db.prepare('INSERT INTO manifest VALUES (?, ?)').run('release', JSON.stringify(manifest));
    const blob = db.prepare('INSERT INTO blob VALUES (?, ?)');
    for (const [name, bytes] of encodeCodeTable(draft.codes)) blob.run(name, bytes);
    for (const indexer of indexers)
      for (const [name, bytes] of indexer.build(draft)) blob.run(`${indexer.name}/${name}`, bytes);
    fillRows(db, draft);
    db.exec('COMMIT');
    db.exec(SCHEMA_INDEXES);
    return manifest;
  } finally {
    db.close();
  }
}

function manifestOf(draft: ReleaseDraft, indexers: readonly ReleaseIndexer[]): ReleaseManifest {
  const { source, system, version, edition, effective, files, codes } = draft;
  const own = codes.filter((row) => row.kind === 'code');
  return {
    source,
    system,
    version,
    edition,
    effective,
    files,
    rows: source === 'guidelines' ? draft.guidelines.length : own.length,
    billable: own.filter((row) => row.billable).length,
    modifiers: codes.length - own.length,
    indexers: Object.fromEntries(indexers.map((indexer) => [indexer.name, indexer.version])),
  };
}

function fillRows(db: Database, draft: ReleaseDraft): void {
  const insert = <Row>(
    sql: string,
    rows: readonly Row[],
    values: (row: Row, i: number) => unknown[],
  ): void => {
    const statement = db.prepare(sql);
    rows.forEach((row, i) => {
      statement.run(...values(row, i));
    });
  };
  insert('INSERT INTO code_detail VALUES (?,?,?,?,?,?,?)', draft.codes, (row, id) => [
    id,
    row.shortTitle ?? null,
    row.validFrom ?? null,
    row.validTo ?? null,
    row.attributes === undefined ? null : JSON.stringify(row.attributes),
    row.file,
    row.locator,
  ]);
  insert('INSERT INTO note VALUES (?,?,?,?,?,?,?,?)', draft.notes, (row, id) => [
    id,
    row.scopeKind,
    row.scopeKind === 'code' ? dotless(row.scope) : row.scope,
    row.kind,
    row.text,
    JSON.stringify(row.codes.map((span) => [span.from, span.to])),
    row.file,
    row.locator,
  ]);
  insert('INSERT OR REPLACE INTO seventh VALUES (?,?,?)', draft.sevenths, (row) => [
    dotless(row.scope),
    row.character,
    row.meaning,
  ]);
  insert('INSERT OR REPLACE INTO chapter VALUES (?,?,?,?)', draft.chapters, (row) => [
    row.chapter,
    row.title,
    row.from,
    row.to,
  ]);
  insert('INSERT OR REPLACE INTO section VALUES (?,?,?,?,?)', draft.sections, (row) => [
    row.section,
    row.title,
    row.chapter,
    row.from,
    row.to,
  ]);
  insert('INSERT INTO index_line VALUES (?,?,?,?,?,?,?,?,?,?,?,?)', draft.index, (row, id) => [
    id,
    row.table,
    row.parent,
    row.level,
    row.title,
    JSON.stringify(row.nonEssential),
    row.code ?? null,
    row.manifestation ?? null,
    row.see ?? null,
    row.seeAlso ?? null,
    row.use ?? null,
    row.cells === undefined ? null : JSON.stringify(row.cells),
  ]);
  const target = db.prepare('INSERT INTO index_target VALUES (?,?,?)');
  draft.index.forEach((row, line) => {
    for (const [code, role] of targetsOf(row)) target.run(code, line, role);
  });
  insert('INSERT INTO conversion VALUES (?,?,?)', draft.conversions, (row) => [
    dotless(row.code),
    row.effective,
    JSON.stringify(row.previous),
  ]);
  insert('INSERT OR IGNORE INTO poa_exempt VALUES (?)', draft.poaExempt, (code) => [dotless(code)]);
  insert('INSERT INTO guideline VALUES (?,?,?,?,?,?)', draft.guidelines, (row, ord) => [
    ord,
    row.section,
    row.title,
    row.page,
    row.text,
    row.file,
  ]);
  insert('INSERT INTO pcs_row VALUES (?,?,?)', draft.pcsRows, (row, id) => [
    id,
    row.table,
    JSON.stringify(row),
  ]);
  insert('INSERT INTO pcs_key VALUES (?,?,?,?,?,?)', draft.pcsKeys, (row, id) => [
    id,
    row.axis,
    row.section ?? null,
    row.term,
    row.preferred,
    row.definition ?? null,
  ]);
  insert('INSERT OR REPLACE INTO explainer VALUES (?,?)', draft.explainers, (row) => [
    row.code,
    JSON.stringify(row),
  ]);
}

/** Every code an index line leads to, for the reverse index. Incomplete codes keep their stem. */
function targetsOf(row: IndexRow): [code: string, role: string][] {
  const targets: [string, string][] = [];
  const add = (text: string | undefined, role: string): void => {
    const code = dotless(text ?? '').replace(/[^0-9A-Z]+$/, '');
    if (code !== '') targets.push([code, role]);
  };
  add(row.code, 'code');
  add(row.manifestation, 'manifestation');
  row.cells?.forEach((cell, i) => {
    add(cell.replace(/^-+$/, ''), `column ${i + 2}`);
  });
  return targets;
}
