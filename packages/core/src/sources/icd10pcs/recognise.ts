import { versionInName } from '../edition.ts';
import type { FoundFile } from '../files/found-file.ts';
import type { Recognition } from '../publication.ts';

const ORDER_LINE = /^\d{5} [0-9A-HJ-NP-Z]{3}(?: {4}|[0-9A-HJ-NP-Z]{4}) [01] .{60} \S/;
const CODES_LINE = /^[0-9A-HJ-NP-Z]{7} \S/;
const ADDENDUM =
  /^(?:Add|Delete|Revise from|Revise to|No change): +(?:[01] )?[0-9A-HJ-NP-Z]{3}[0-9A-HJ-NP-Z ]{4} \S/i;

/** Which file of the ICD-10-PCS release this is, by its root element, header or first lines. */
export function recogniseIcd10pcs({ name, form, head }: FoundFile): Recognition | null {
  if (form !== 'text') return null;
  const root = /<ICD10PCS\.(\w+)/.exec(head.slice(0, 2_000))?.[1];
  const version =
    /<version>\s*(\d{4})\s*<\/version>/.exec(head)?.[1] ?? versionInName(name)?.slice(0, 4) ?? null;
  if (root === 'tabular') return { kind: 'icd10pcs/tables', version };
  if (root === 'definitions') return { kind: 'icd10pcs/definitions', version };
  if (root === 'index') return { kind: 'icd10pcs/index', version };
  if (/^Current code\(s\) assignment\tCode title\tEffective year/i.test(head))
    return { kind: 'icd10pcs/conversion', version };
  const [first = '', second = ''] = head.split(/\r?\n/, 3);
  if (ORDER_LINE.test(first) && ORDER_LINE.test(second)) return { kind: 'icd10pcs/order', version };
  if (ADDENDUM.test(first)) return { kind: 'icd10pcs/order-addenda', version };
  if (/^\s*No change: table [0-9A-Z] [0-9A-Z] [0-9A-Z]/.test(head))
    return { kind: 'icd10pcs/tables-addenda', version };
  if (CODES_LINE.test(first) && CODES_LINE.test(second) && /^0[0-9A-HJ-NP-Z]{6}/.test(first))
    return { kind: 'icd10pcs/codes', version };
  return null;
}
