import type { Book } from '../book/book.ts';
import type { CodeTable } from '../book/code-table.ts';
import type { SourceId } from '../book/rows.ts';
import type { CodeRef } from './types.ts';

/** What a later release of a source changed; each list in the publisher's order. */
export interface ReleaseDiff {
  readonly found: true;
  readonly source: SourceId;
  readonly from: string;
  readonly to: string;
  readonly added: readonly CodeRef[];
  readonly deleted: readonly CodeRef[];
  /** Same code, other title. */
  readonly revised: readonly { readonly code: string; readonly before: string; readonly after: string }[];
  /** Valid for submission now and not before; and the other way round, as when a code is subdivided. */
  readonly becameBillable: readonly CodeRef[];
  readonly becameHeader: readonly CodeRef[];
}

/** Versions that would have to be loaded first. */
export interface NoReleaseDiff {
  readonly found: false;
  readonly missing: readonly string[];
}

/** Compares two loaded releases of one source code by code. */
export function diffReleases(
  book: Book,
  source: SourceId,
  from: string,
  to: string,
): ReleaseDiff | NoReleaseDiff {
  const before = book.version(source, from)?.codes;
  const after = book.version(source, to)?.codes;
  if (before === undefined || after === undefined) {
    const missing = [from, to].filter((version) => book.version(source, version) === null);
    return { found: false, missing: [...new Set(missing)] };
  }
  const added: CodeRef[] = [];
  const revised: { code: string; before: string; after: string }[] = [];
  const becameBillable: CodeRef[] = [];
  const becameHeader: CodeRef[] = [];
  for (const now of everyCode(after)) {
    const was = before.find(now.code);
    if (was < 0) {
      added.push(now);
      continue;
    }
    const title = before.title(was);
    if (title !== now.title) revised.push({ code: now.code, before: title, after: now.title });
    if (now.billable && !before.billable(was)) becameBillable.push(now);
    if (!now.billable && before.billable(was)) becameHeader.push(now);
  }
  const deleted = [...everyCode(before)].filter(({ code }) => after.find(code) < 0);
  return { found: true, source, from, to, added, deleted, revised, becameBillable, becameHeader };
}

function* everyCode(codes: CodeTable): Generator<CodeRef> {
  for (let id = 0; id < codes.size; id++)
    yield { code: codes.code(id), title: codes.title(id), billable: codes.billable(id) };
}
