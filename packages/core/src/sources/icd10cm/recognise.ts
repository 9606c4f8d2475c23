import { octoberOf, versionInName } from '../edition.ts';
import type { FoundFile } from '../files/found-file.ts';
import type { Recognition } from '../publication.ts';

const ORDER_LINE = /^\d{5} [A-Z]\d[0-9A-Z][0-9A-Z ]{4} [01] .{60} \S/;
const ORDER_ADDENDUM = /^(?:Add|Delete|Revise from|Revise to|No change): +[01] [A-Z]\d[0-9A-Z]/i;
const CODES_ADDENDUM = /^(?:Add|Delete|Revise from|Revise to|No change): +[A-Z]\d[0-9A-Z]{1,5} /i;
const ADDENDUM_TOTALS = /^\s*(?:Headers|Codes)\s+\d+ (?:headers|codes) in icd10cm/;
const CODES_LINE = /^(?=.{7} \S)[A-Z]\d[0-9A-Z]{1,5} +\S/;

/** Which file of the ICD-10-CM release this is, by its first lines, root element or sheet. */
export function recogniseIcd10cm({ name, form, head }: FoundFile): Recognition | null {
  const named = versionInName(name);
  if (form === 'xlsx') return recogniseSheet(head, named);
  if (form !== 'text') return null;
  if (/<ICD10CM\.(?:tabular|index)\b/.test(head.slice(0, 2_000))) return recogniseXml(head, named);
  const [first = '', second = ''] = head.split(/\r?\n/, 3);
  if (ORDER_LINE.test(first)) return { kind: 'icd10cm/order', version: named };
  if (ORDER_ADDENDUM.test(first) || ADDENDUM_TOTALS.test(head))
    return { kind: 'icd10cm/order-addenda', version: named };
  if (CODES_ADDENDUM.test(first)) return { kind: 'icd10cm/codes-addenda', version: named };
  if (CODES_LINE.test(first) && CODES_LINE.test(second)) return { kind: 'icd10cm/codes', version: named };
  if (/^Ord(?:er|FY)\d\d\t(?:Action\t)?POAexemptCode\t/i.test(first) || /^POAexemptCode\t/i.test(first))
    return poaExempt(first, named);
  return null;
}

function recogniseXml(head: string, named: string | null): Recognition | null {
  const year = /<version>\s*(\d{4})\s*<\/version>/.exec(head)?.[1] ?? null;
  // The April issue's XML still says the fiscal year; only its name says April.
  const version = year !== null && named === `${year}-04` ? named : year;
  if (head.includes('<ICD10CM.tabular')) return { kind: 'icd10cm/tabular', version };
  if (/<head col="1">\s*Substance/.test(head)) return { kind: 'icd10cm/drug', version };
  if (/<head col="1">\s*Neoplasm/.test(head)) return { kind: 'icd10cm/neoplasm', version };
  if (/<title>[^<]*EXTERNAL CAUSE/i.test(head)) return { kind: 'icd10cm/external-cause-index', version };
  return { kind: 'icd10cm/index', version };
}

function recogniseSheet(head: string, named: string | null): Recognition | null {
  if (/Current code assignment/i.test(head) && /ICD-10-CM/.test(head)) {
    const year = /FY ?(20\d\d) \((?:October|April)/.exec(head)?.[1];
    const april = /FY ?20\d\d \(April/.test(head);
    return { kind: 'icd10cm/conversion', version: year === undefined ? named : april ? `${year}-04` : year };
  }
  if (/POAexemptCode/i.test(head)) return poaExempt(head, named);
  return null;
}

/** The whole list and the lists of changes share a header; `Order26` tells the fiscal year. */
function poaExempt(head: string, named: string | null): Recognition {
  const year = /Ord(?:er|FY)(\d\d)\b/i.exec(head)?.[1];
  const version = year === undefined ? (named === null ? null : octoberOf(named)) : `20${year}`;
  const changes = year === undefined || /\tAction\t/i.test(head);
  return { kind: changes ? 'icd10cm/poa-exempt-changes' : 'icd10cm/poa-exempt', version };
}
