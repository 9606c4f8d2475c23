import { dotless } from '../../packages/core/src/book/code-key.ts';
import type { IndexRow, ReleaseDraft } from '../../packages/core/src/book/rows.ts';
import { codesOfRow } from '../../packages/core/src/sources/icd10pcs/tables.ts';
import { starterPlace } from '../../packages/core/src/sources/index.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

/** Every code an index line leads to exists, is complete or says that it is not, and is one the official index has. */
export function* verifyIndex(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  const printed = printedCodes(official.icd10cm.index);
  const mainTerms = new Set(
    starter.index.flatMap(({ parent, title }) => (parent < 0 ? [firstWord(title)] : [])),
  );
  for (const row of starter.index) {
    const place = starterPlace(row);
    const codes = [row.code, row.manifestation, ...(row.cells ?? [])];
    for (const code of codes) {
      if (code === undefined || code === '') continue;
      const wrong =
        verifyTarget(code, official) ?? (isPrinted(code, printed) ? null : 'not in the official index');
      if (wrong !== null) yield { place, what: `"${row.title}" leads to ${code}`, official: wrong };
    }
    for (const target of [row.see, row.seeAlso]) {
      if (
        target === undefined ||
        /^(?:sub)?category\b/.test(target) ||
        /\bby\b|\bcondition\b|^Table of /.test(target)
      )
        continue;
      if (!mainTerms.has(firstWord(target)))
        yield {
          place,
          what: `"${row.title}" refers to "${target}"`,
          official: 'no such main term in the starter index',
        };
    }
  }
}

function verifyTarget(code: string, official: Official): string | null {
  const stem = dotless(code).replace(/[^0-9A-Z]+$/, '');
  if (!official.stems.has(stem)) return 'no such code';
  if (code.endsWith('-')) return null;
  const row = official.codes.get(stem);
  if (row === undefined) return 'only the beginning of a code; expected a trailing -';
  return null;
}

function printedCodes(index: readonly IndexRow[]): Set<string> {
  const codes = new Set<string>();
  for (const { code, manifestation, cells } of index)
    for (const one of [code, manifestation, ...(cells ?? [])])
      if (one !== undefined) codes.add(dotless(one).replace(/[^0-9A-Z]+$/, ''));
  return codes;
}

/** A line may lead further than the printed stem, or stop where the printed code goes on. */
function isPrinted(code: string, printed: ReadonlySet<string>): boolean {
  const stem = dotless(code).replace(/[^0-9A-Z]+$/, '');
  for (let length = stem.length; length >= 3; length--) if (printed.has(stem.slice(0, length))) return true;
  for (const one of printed) if (one.startsWith(stem)) return true;
  return false;
}

function firstWord(title: string): string {
  return /[a-z0-9]+/.exec(title.toLowerCase())?.[0] ?? '';
}

/** Every code of a PCS row exists and its values are labelled as printed; keys lead to a label; index values begin a code. */
export function* verifyIcd10pcs(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  const labels = new Set(
    official.icd10pcs.pcsRows.flatMap(({ axes }) => axes.flatMap((axis) => axis.map(({ label }) => label))),
  );
  for (const row of starter.pcsRows) {
    const place = starterPlace(row);
    const own = official.icd10pcs.pcsRows.filter(({ table }) => table === row.table);
    const [first] = own;
    if (first === undefined) {
      yield { place, what: `table ${row.table}`, official: 'no such table' };
      continue;
    }
    if (first.titles.join('|') !== row.titles.join('|'))
      yield {
        place,
        what: `table ${row.table} is ${row.titles.join(' | ')}`,
        official: first.titles.join(' | '),
      };
    const unknown = row.axes.flatMap((axis, i) =>
      axis.flatMap(({ value, label }) =>
        own.some(({ axes }) => axes[i]?.some((one) => one.value === value && one.label === label))
          ? []
          : [`${i + 4}: ${value} ${label}`],
      ),
    );
    const missing =
      unknown.length > 0 ? undefined : [...codesOfRow(row)].find((code) => !official.pcsStems.has(code));
    if (unknown.length > 0)
      yield {
        place,
        what: `table ${row.table} has ${unknown.join('; ')}`,
        official: 'no such value at that axis',
      };
    else if (missing !== undefined)
      yield { place, what: `table ${row.table} makes ${missing}`, official: 'no such code' };
  }
  for (const key of starter.pcsKeys)
    if (!labels.has(key.preferred))
      yield {
        place: starterPlace(key),
        what: `"${key.term}" leads to "${key.preferred}"`,
        official: 'no such value in any table',
      };
  for (const row of starter.index)
    if (row.code !== undefined && !official.pcsStems.has(row.code))
      yield {
        place: starterPlace(row),
        what: `"${row.title}" leads to ${row.code}`,
        official: 'no code begins so',
      };
}
