import type { AsOf, Book } from '../book/book.ts';
import type { CodeId } from '../book/code-table.ts';
import type { CodeDetail, Release } from '../book/release.ts';
import { type IsoDate, SOURCES } from '../book/rows.ts';
import { guidelineMentions } from './guideline-mentions.ts';
import { hierarchyOf } from './hierarchy.ts';
import { historyOf } from './history.ts';
import { pageNotes } from './page-notes.ts';
import { readPcs } from './pcs-reading.ts';
import { seventhTable } from './seventh-table.ts';
import { suggestCodes } from './suggest-codes.ts';
import type { CodePage, IndexEntry, NoCodePage, ShowOptions } from './types.ts';
import { validityOf } from './validity.ts';

interface Found {
  readonly release: Release;
  readonly id: CodeId;
  readonly asOf: AsOf;
  readonly detail: CodeDetail;
}

/** Columns 2–7 of the neoplasm and drug tables, by what they stand for. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  neoplasm: [
    'malignant primary',
    'malignant secondary',
    'in situ',
    'benign',
    'uncertain behavior',
    'unspecified behavior',
  ],
  drug: [
    'poisoning, accidental',
    'poisoning, self-harm',
    'poisoning, assault',
    'poisoning, undetermined',
    'adverse effect',
    'underdosing',
  ],
};

/**
 * The page of a code as of a date: what it is, where it stands, what governs it, how the Index leads to it, how it
 * changed. Every part names the release and place it was read from.
 * @example showCode(book, 'k220', { asOf: '2026-03-02' })
 */
export function showCode(book: Book, code: string, options: ShowOptions = {}): CodePage | NoCodePage {
  const everywhere = findAll(book, code, options.asOf);
  const found = everywhere.find(
    ({ release }) => options.system === undefined || release.manifest.system === options.system,
  );
  return found === undefined ? missOf(book, code, options) : pageOf(book, found, everywhere, options.asOf);
}

function findAll(book: Book, code: string, asOf: IsoDate | undefined): Found[] {
  return SOURCES.flatMap((source): Found[] => {
    const choice = book.asOf(source, asOf);
    if (!choice.found || choice.release.manifest.system === null) return [];
    const { release } = choice;
    const id = release.codes.find(code);
    if (id < 0) return [];
    const detail = release.detail(id);
    return asOf !== undefined && !holdsOn(detail, asOf) ? [] : [{ release, id, asOf: choice.asOf, detail }];
  });
}

/** The publisher's own dates for the code, where its file has them (HCPCS). */
function holdsOn({ validFrom, validTo }: CodeDetail, date: IsoDate): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
}

function pageOf(
  book: Book,
  { release, id, asOf, detail }: Found,
  everywhere: readonly Found[],
  date?: IsoDate,
): CodePage {
  const { codes, manifest } = release;
  const { source, version, edition } = manifest;
  const system = manifest.system ?? 'icd10cm';
  const diagnosis = system === 'icd10cm';
  const code = codes.code(id);
  const guidelines = diagnosis ? book.asOf('guidelines', date) : null;
  const explainer = release.explainer(code);
  return {
    found: true,
    system,
    code,
    title: codes.title(id),
    shortTitle: detail.shortTitle,
    kind: codes.isModifier(id) ? 'modifier' : 'code',
    billable: codes.billable(id),
    source,
    version,
    edition,
    starter: edition === 'starter',
    asOf,
    wordsOf: release.wordsOf,
    hierarchy: hierarchyOf(release, id),
    validity: validityOf(book, source, code, detail),
    history: historyOf(book, source, code),
    conversions: release.conversionsOf(code).map(({ effective, previous }) => ({
      effective,
      previous,
      citation: release.cite(code, 'conversions'),
    })),
    notes: diagnosis ? pageNotes(release, code) : [],
    seventhCharacters: diagnosis ? seventhTable(release, id) : null,
    index: indexEntries(release, code),
    poaExempt: diagnosis && release.hasPoaExemptList() ? release.poaExempt(code) : null,
    guidelines: guidelines?.found ? guidelineMentions(guidelines.release, code) : [],
    pcs: system === 'icd10pcs' ? readPcs(release, id) : null,
    attributes: detail.attributes,
    explainer:
      explainer === null
        ? null
        : {
            name: explainer.name,
            family: explainer.family,
            fields: explainer.fields,
            sections: explainer.sections,
          },
    alsoIn: everywhere.flatMap((other) =>
      other.release === release || other.release.manifest.system === null
        ? []
        : [other.release.manifest.system],
    ),
    citations: [release.cite(code)],
  };
}

function indexEntries(release: Release, code: string): IndexEntry[] {
  return release.indexLinesTo(code).map(({ line, role }) => {
    const column = /^column (\d)$/.exec(role)?.[1];
    return {
      table: line.table,
      path: release.indexPath(line.id),
      role: column === undefined ? role : (COLUMNS[line.table]?.[Number(column) - 2] ?? role),
      citation: release.citeIndexLine(line),
    };
  });
}

/** Unknown everywhere, or known to another date: both name what is near. */
function missOf(book: Book, code: string, options: ShowOptions): NoCodePage {
  const { asOf, system } = options;
  const asked = book.releases.filter(
    ({ manifest }) => manifest.system !== null && (system === undefined || manifest.system === system),
  );
  const miss = { found: false as const, code, suggestions: suggestCodes(book, code, options) };
  if (asked.length === 0)
    return { ...miss, reason: 'not-loaded', ...(system === undefined ? {} : { system }) };
  const has = asked.find((release) => release.codes.find(code) >= 0);
  if (has === undefined || has.manifest.system === null) return { ...miss, reason: 'unknown' };
  const { source } = has.manifest;
  const id = has.codes.find(code);
  const validity = validityOf(book, source, code, has.detail(id));
  return {
    ...miss,
    code: has.codes.code(id),
    reason: book.asOf(source, asOf).found ? 'not-valid-on-date' : 'before-oldest',
    system: has.manifest.system,
    validFrom: validity.from,
    ...(validity.to === null ? {} : { validTo: validity.to }),
  };
}
