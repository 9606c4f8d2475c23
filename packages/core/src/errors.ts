/**
 * Every problem Casebook reports, in one place: what is said, what to do, which exit code the command line
 * gives. `docs/errors.md` is generated from it (`npm run docs`).
 */

/** 2: the input is at fault; 3: a release that is needed is not loaded. */
export type ProblemExitCode = 2 | 3;

interface CatalogueEntry {
  readonly exitCode: ProblemExitCode;
  /** `{name}` places are filled from the problem's data. Never filled with words of a note. */
  readonly message: string;
  /** What the person can do about it. */
  readonly remedy: string;
  /** For the page: when it happens. */
  readonly when: string;
}

const CATALOGUE = {
  'home-not-writable': {
    exitCode: 2,
    message: '{path} cannot be written ({reason})',
    remedy: 'choose another folder with --home DIR or CASEBOOK_HOME',
    when: 'The home folder is read-only, full, or not a folder, and the book must be compiled into it.',
  },
  'knowledge-missing': {
    exitCode: 2,
    message: '{path} does not hold the starter book and the lexicon',
    remedy: 'point CASEBOOK_KNOWLEDGE at the knowledge folder of a Casebook checkout',
    when: 'The tables that Casebook ships cannot be found.',
  },
  'knowledge-wrong': {
    exitCode: 2,
    message: 'the starter book does not compile: {line}',
    remedy: 'correct the line',
    when: 'A table of the knowledge folder has a line that does not follow its format.',
  },
  'book-missing': {
    exitCode: 3,
    message: '{path} holds no book',
    remedy: 'load one: casebook pull --from DIR',
    when: 'The loaded book was asked for and nothing has been pulled into this home.',
  },
  'book-damaged': {
    exitCode: 3,
    message: 'the book cannot be read: {detail}',
    remedy: 'load it again: casebook pull --from DIR, or use --book starter',
    when: 'A release file named by the book is missing, cut or not a release file.',
  },
  'book-outdated': {
    exitCode: 3,
    message: '{source} {version} was built by another version of Casebook',
    remedy: 'load it again: casebook pull --from DIR, or use --book starter',
    when: 'The search or coding tables in a release file have another shape than this version reads.',
  },
  'release-not-loaded': {
    exitCode: 3,
    message: 'not loaded: {source}{version}',
    remedy: 'load it: casebook pull {source} (or --from DIR)',
    when: 'The question needs a release that the book does not have.',
  },
  'date-before-oldest': {
    exitCode: 3,
    message: 'no {source} release covers {date}: the oldest loaded begins {oldest}',
    remedy: 'load an earlier one: casebook pull {source} (or --from DIR)',
    when: 'The date of service lies before every loaded release.',
  },
  'unknown-code': {
    exitCode: 2,
    message: '{code} is not in the loaded book{suggestions}',
    remedy: 'search for it: casebook search "words"',
    when: 'No loaded release has the code, on any date.',
  },
  'code-not-valid-on-date': {
    exitCode: 2,
    message: '{code} is not valid on {date}{range}',
    remedy: 'give the date of service with --dos, or see the code on another date',
    when: 'The code exists in another release, or the publisher ended it.',
  },
  'unknown-guideline': {
    exitCode: 2,
    message: 'the guidelines have no section {section}',
    remedy: 'name a section as I.C.9.a',
    when: 'A guideline section was asked for that the loaded guidelines do not number.',
  },
  'unknown-citation': {
    exitCode: 2,
    message: 'nothing stands at {source} {locator}',
    remedy: 'expected {expected}',
    when: 'A citation was to be opened that names no source, or no place in it, that the book has.',
  },
  'question-empty': {
    exitCode: 2,
    message: 'there is no question',
    remedy: 'casebook ask "Is K22.0 billable?"',
    when: 'A question was to be answered that has no words.',
  },
  'unknown-example': {
    exitCode: 2,
    message: 'there is no example note {name}',
    remedy: 'the examples are: {names}',
    when: 'An example note was asked for by a name that is not one of them.',
  },
  'bad-option': {
    exitCode: 2,
    message: '{option}: {value} is not valid; expected {expected}',
    remedy: 'see casebook --help',
    when: 'An option or argument has a value Casebook cannot use.',
  },
  'file-missing': {
    exitCode: 2,
    message: '{path}: no such file or folder',
    remedy: 'check the path',
    when: 'A path that was given does not exist.',
  },
  'file-unreadable': {
    exitCode: 2,
    message: '{path} cannot be read ({reason})',
    remedy: 'give a file that can be read',
    when: 'A path exists, yet the operating system does not let it be read, or it is not a plain file.',
  },
  'note-unreadable': {
    exitCode: 2,
    message: '{name}: {what}; expected {expected}',
    remedy: 'give the note as plain text, in UTF-8 if possible',
    when: 'The note is empty, too long, binary, or another kind of document. The message never quotes it.',
  },
  'source-wrong': {
    exitCode: 2,
    message: '{file}{place}: {what}',
    remedy: 'get the file again; the book was left as it was',
    when: 'A publisher’s file is cut, empty, damaged, or not what its beginning says it is.',
  },
  'nothing-recognised': {
    exitCode: 2,
    message: 'nothing in {paths} is a publisher’s file that Casebook reads',
    remedy: 'casebook pull reads ICD-10-CM, ICD-10-PCS, HCPCS and guideline files, plain, .gz or .zip',
    when: 'Files were read and none was recognised; the book was left as it was.',
  },
  'pull-running': {
    exitCode: 2,
    message: 'another pull (process {pid}) is writing {path}',
    remedy: 'wait until it is done; if none runs, remove the file .pull there',
    when: 'Two pulls into one home at the same time would remove each other’s files.',
  },
  'write-failed': {
    exitCode: 2,
    message: 'writing {path} failed ({reason})',
    remedy: 'make room or choose another folder with --home DIR; the book was left as it was',
    when: 'The disk filled up or was taken away while a release was built.',
  },
  'catalogue-wrong': {
    exitCode: 2,
    message: '{path}: not a catalogue of publishers’ files ({what})',
    remedy: 'use the one Casebook ships, or correct the file',
    when: 'The file given with --catalogue does not have a catalogue’s shape.',
  },
  'not-in-catalogue': {
    exitCode: 2,
    message: '{name} is not in the catalogue of {date}',
    remedy: 'it lists {names}; other files load with casebook pull --from DIR',
    when: 'pull was asked to download a source or version whose address is not known.',
  },
  'terms-not-accepted': {
    exitCode: 2,
    message: '{file} is under terms that were not accepted: {title} ({url})',
    remedy: 'read them, then add --accept {terms}',
    when: 'A file carries text or numbers under somebody’s licence.',
  },
  'download-failed': {
    exitCode: 2,
    message: '{url}: {reason}',
    remedy: 'run the command again: what has arrived is kept; or fetch it by hand and use --from DIR',
    when: 'The publisher’s server did not deliver the file.',
  },
  'checksum-mismatch': {
    exitCode: 2,
    message: '{url}: SHA-256 is {found}; expected {expected}',
    remedy: 'run the command again; if it happens twice, fetch the file by hand and compare',
    when: 'The bytes that arrived are not the ones the catalogue names. They were thrown away.',
  },
  'eval-folder': {
    exitCode: 2,
    message: '{path}: {what}',
    remedy: 'an evaluation folder holds notes/, gold.tsv and split.tsv',
    when: 'The labelled set cannot be read.',
  },
  'address-taken': {
    exitCode: 2,
    message: 'cannot listen on {host}:{port} ({reason})',
    remedy: 'choose another with --port',
    when: 'Neither the port asked for nor the ones after it are free.',
  },
  'note-too-slow': {
    exitCode: 2,
    message: 'the note took longer than {seconds} seconds and was given up',
    remedy: 'send it in parts, or start the server with a longer --note-seconds',
    when: 'Coding a note ran into the server’s time limit; its work was stopped. HTTP status 504.',
  },
  'server-busy': {
    exitCode: 2,
    message: 'too many notes are waiting to be coded',
    remedy: 'try again in a few seconds',
    when: 'The server’s queue is full. HTTP status 503, with Retry-After.',
  },
  'request-cancelled': {
    exitCode: 2,
    message: 'the request was cancelled',
    remedy: 'send it again',
    when: 'Whoever asked went away before the answer was there; its work was stopped.',
  },
  internal: {
    exitCode: 2,
    message: 'Casebook failed ({reason})',
    remedy: 'please report it, with the command but without the note',
    when: 'A defect in Casebook. The message names the kind of failure and never quotes the input.',
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemId = keyof typeof CATALOGUE;

/** What went wrong, as data: an expected miss is returned, not thrown. */
export interface Problem {
  readonly id: ProblemId;
  /** One line, without a full stop. */
  readonly message: string;
  /** What to do, one line. */
  readonly remedy: string;
  readonly exitCode: ProblemExitCode;
  readonly data: Readonly<Record<string, string>>;
}

export type Outcome<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly problem: Problem };

/** Fills a catalogue entry. Places without data become empty. */
export function problem(id: ProblemId, data: Readonly<Record<string, string | number>> = {}): Problem {
  const entry: CatalogueEntry = CATALOGUE[id];
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => oneLine(String(data[name] ?? '')));
  return {
    id,
    message: fill(entry.message),
    remedy: fill(entry.remedy),
    exitCode: entry.exitCode,
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)])),
  };
}

/** A problem as the failed half of an {@link Outcome}. */
export function fail(
  id: ProblemId,
  data: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: problem(id, data) };
}

/** The short reason of a file system error (`EACCES`), without the path the message already names. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown error';
}

/** `docs/errors.md`. */
export function errorsPage(): string {
  const entries = Object.entries(CATALOGUE).map(([id, entry]: [string, CatalogueEntry]) =>
    [
      `## ${id}`,
      '',
      entry.when,
      '',
      `- says: \`${entry.message}\``,
      `- do: ${entry.remedy}`,
      `- exit code: ${entry.exitCode}`,
      '',
    ].join('\n'),
  );
  return [
    '# What Casebook can report',
    '',
    'Generated by `npm run docs` from `packages/core/src/errors.ts`. The command line prints one line on stderr and exits',
    'with the code given; the library returns `{ ok: false, problem: { id, message, remedy, exitCode, data } }`; HTTP answers with the same object.',
    'Exit code 1 is no error: it says that the findings hold at least one `deny`.',
    '',
    ...entries,
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
