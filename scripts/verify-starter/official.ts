import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { dotless } from '../../packages/core/src/book/code-key.ts';
import type { CodeRow, ReleaseDraft } from '../../packages/core/src/book/rows.ts';
import { readSources } from '../../packages/core/src/sources/index.ts';

/** What the starter is held against. */
export interface Official {
  readonly icd10cm: ReleaseDraft;
  readonly icd10pcs: ReleaseDraft;
  readonly hcpcs: ReleaseDraft;
  /** ICD-10-CM codes, dotless. */
  readonly codes: ReadonlyMap<string, CodeRow>;
  /** Beginnings of ICD-10-CM codes, dotless. */
  readonly stems: ReadonlySet<string>;
  /** Sections of the Official Guidelines: `I.C.9.a`. */
  readonly sections: ReadonlySet<string>;
  /** The page each section stands on. */
  readonly guidelines: ReadonlyMap<string, number>;
  /** Beginnings of ICD-10-PCS codes. */
  readonly pcsStems: ReadonlySet<string>;
  /** Procedure numbers with a payment status of a live code. */
  readonly procedures: ReadonlySet<string>;
  /** Bilateral indicator of a procedure number in the relative value file. */
  readonly bilateral: ReadonlyMap<string, string>;
  /** Codes on Medicare's list of manifestations, of an earlier year than the starter. */
  readonly manifestations: ReadonlySet<string>;
}

const FILES = [
  'icd10cm/fy2026',
  'icd10cm/reconstructed',
  'icd10cm/xml/april-2026',
  'icd10pcs/fy2026',
  'hcpcs/HCPC2025_OCT_ANWEB.xlsx',
  'guidelines/ICD-10-CM-Guidelines-FY2026-October-2025.txt',
];

/** Reads the releases the starter claims to be of. Throws with the first problem of the files themselves. */
export async function readOfficial(folder: string): Promise<Official> {
  const paths = FILES.map((name) => `${folder}/${name}`);
  const only = ['icd10cm-2026', 'icd10pcs-2026', 'hcpcs-2025-10', 'guidelines-2026'];
  const reading = await readSources(paths, { only });
  const drafts = new Map<string, ReleaseDraft>();
  for await (const draft of reading.drafts) drafts.set(draft.source, draft);
  const [problem] = reading.problems;
  if (problem !== undefined) throw new Error(`${problem.file} ${problem.place}: ${problem.message}`);
  const [icd10cm, icd10pcs, hcpcs] = ['icd10cm', 'icd10pcs', 'hcpcs'].map((id) => drafts.get(id));
  if (!icd10cm || !icd10pcs || !hcpcs) throw new Error(`${folder}: expected ${only.join(', ')}`);
  const numbers = liveProcedures(folder);
  const codes = new Map(icd10cm.codes.map((row) => [dotless(row.code), row]));
  return {
    icd10cm,
    icd10pcs,
    hcpcs,
    codes,
    stems: stemsOf(codes.keys()),
    sections: new Set(drafts.get('guidelines')?.guidelines.map(({ section }) => section)),
    guidelines: new Map(drafts.get('guidelines')?.guidelines.map(({ section, page }) => [section, page])),
    pcsStems: stemsOf(icd10pcs.codes.map(({ code }) => code)),
    procedures: new Set(numbers.keys()),
    bilateral: numbers,
    manifestations: manifestationList(folder),
  };
}

function stemsOf(codes: Iterable<string>): Set<string> {
  const stems = new Set<string>();
  for (const code of codes)
    for (let length = 3; length <= code.length; length++) stems.add(code.slice(0, length));
  return stems;
}

/** Fixed-width relative value file: 1–5 code, 6–7 modifier, 58 status (D is a deleted code), 117 bilateral indicator. */
function liveProcedures(folder: string): Map<string, string> {
  const path = `${folder}/mpfs/derived/PPRRVU2026_Apr_nonQPP_nodesc.txt.gz`;
  const live = new Map<string, string>();
  for (const line of gunzipSync(readFileSync(path)).toString('latin1').split(/\r?\n/)) {
    if (!/^\d{4}[0-9A-Z]/.test(line) || line[57] === 'D') continue;
    const code = line.slice(0, 5);
    if (!live.has(code) || line.slice(5, 7).trim() === '') live.set(code, line[116] ?? '');
  }
  return live;
}

function manifestationList(folder: string): Set<string> {
  const path = `${folder}/msdrg/v41.1-derived/mce_v41_1_code_edits.csv.gz`;
  if (!existsSync(path)) return new Set();
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return new Set(
    lines.flatMap((line) => {
      const code = /^"([A-Z][0-9A-Z.]+)",/.exec(line)?.[1];
      return code !== undefined && line.includes('"Manifestation') ? [dotless(code)] : [];
    }),
  );
}
