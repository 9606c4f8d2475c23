import { dotless } from '../../packages/core/src/book/code-key.ts';
import type { ReleaseDraft } from '../../packages/core/src/book/rows.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

/** Level II codes and modifiers exist, are in force, and began when the starter says. */
export function* verifyHcpcs(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  const rows = new Map(official.hcpcs.codes.map((row) => [row.code, row]));
  for (const { code, kind, validFrom, locator: place } of starter.codes) {
    const row = rows.get(code);
    if (row === undefined) yield { place, what: `${code} is listed`, official: 'no such code' };
    else if (row.kind !== kind) yield { place, what: `${code} is a ${kind}`, official: `a ${row.kind}` };
    else if (!row.billable) yield { place, what: `${code} is listed`, official: `ended ${row.validTo}` };
    else if (validFrom !== undefined && row.validFrom?.slice(0, 4) !== validFrom.slice(0, 4))
      yield {
        place,
        what: `${code} began ${validFrom.slice(0, 4)}`,
        official: row.validFrom ?? 'gives no date',
      };
  }
}

/** Procedure numbers are live, and what an explainer points to exists. */
export function* verifyProcedures(starter: ReleaseDraft, official: Official): Generator<Mismatch> {
  for (const { code, kind, locator: place } of starter.codes)
    if (kind === 'code' && !official.procedures.has(code))
      yield { place, what: `${code} is listed`, official: 'not a live number in the relative value file' };
  const hcpcs = new Set(official.hcpcs.codes.map(({ code }) => code));
  for (const page of starter.explainers) {
    const place = `explainers/${page.code}.md:1`;
    for (const number of listOf(page.fields.related))
      if (!official.procedures.has(number) && !hcpcs.has(number))
        yield { place, what: `related ${number}`, official: 'no live number' };
    for (const field of ['pcs', 'diagnoses'])
      for (const code of listOf(page.fields[field])) {
        const stem = dotless(code).replace(/[^0-9A-Z]+$/, '');
        const known = field === 'pcs' ? official.pcsStems : official.stems;
        if (!known.has(stem)) yield { place, what: `${field} ${code}`, official: 'no such code' };
      }
  }
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(/[,;]\s*/).flatMap((part) => (/\d/.test(part) ? [part.trim()] : []));
}
