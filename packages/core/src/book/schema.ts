/** `CASE` in the SQLite header: a release file says what it is before it is read. */
export const APPLICATION_ID = 0x43415345;

/** Raised when a release file's tables or blobs change shape; older files are rebuilt, never migrated. */
export const FORMAT_VERSION = 1;

/** One release is one file. Reference data is written once and only read afterwards. */
export const SCHEMA = `
  CREATE TABLE manifest(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE blob(name TEXT PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE code_detail(id INTEGER PRIMARY KEY, short_title TEXT, valid_from TEXT, valid_to TEXT, attributes TEXT, file INTEGER NOT NULL, locator TEXT NOT NULL);
  CREATE TABLE note(id INTEGER PRIMARY KEY, scope_kind TEXT NOT NULL, scope TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, codes TEXT NOT NULL, file INTEGER NOT NULL, locator TEXT NOT NULL);
  CREATE TABLE seventh(scope TEXT NOT NULL, character TEXT NOT NULL, meaning TEXT NOT NULL, PRIMARY KEY(scope, character)) WITHOUT ROWID;
  CREATE TABLE chapter(chapter TEXT PRIMARY KEY, title TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL);
  CREATE TABLE section(section TEXT PRIMARY KEY, title TEXT NOT NULL, chapter TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL);
  CREATE TABLE index_line(id INTEGER PRIMARY KEY, tbl TEXT NOT NULL, parent INTEGER NOT NULL, level INTEGER NOT NULL, title TEXT NOT NULL, non_essential TEXT NOT NULL, code TEXT, manifestation TEXT, see TEXT, see_also TEXT, use_value TEXT, cells TEXT);
  CREATE TABLE index_target(code TEXT NOT NULL, line INTEGER NOT NULL, role TEXT NOT NULL);
  CREATE TABLE conversion(code TEXT NOT NULL, effective TEXT NOT NULL, previous TEXT NOT NULL);
  CREATE TABLE poa_exempt(code TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE guideline(ord INTEGER PRIMARY KEY, section TEXT NOT NULL, title TEXT NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL, file INTEGER NOT NULL);
  CREATE TABLE pcs_row(id INTEGER PRIMARY KEY, tbl TEXT NOT NULL, row TEXT NOT NULL);
  CREATE TABLE pcs_key(id INTEGER PRIMARY KEY, axis TEXT NOT NULL, section TEXT, term TEXT NOT NULL, preferred TEXT NOT NULL, definition TEXT);
  CREATE TABLE explainer(code TEXT PRIMARY KEY, page TEXT NOT NULL);
`;

/** Made after the rows are in: filling an indexed table is slower. */
export const SCHEMA_INDEXES = `
  CREATE INDEX note_scope ON note(scope_kind, scope);
  CREATE INDEX index_line_parent ON index_line(parent);
  CREATE INDEX index_target_code ON index_target(code);
  CREATE INDEX conversion_code ON conversion(code);
  CREATE INDEX guideline_section ON guideline(section);
  CREATE INDEX pcs_row_table ON pcs_row(tbl);
`;
