/**
 * Holds every fact of the starter book against the official files:
 *   npm run verify:starter [-- FOLDER]        (default ../shared/official)
 * One line a mismatch; exit code 1 when there is one. Without the folder it says "skipped", which CI may not.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readStarter } from '../packages/core/src/sources/index.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { verifyHcpcs, verifyProcedures } from './verify-starter/code-tables.ts';
import { verifyConventions } from './verify-starter/conventions.ts';
import { verifyDrugNames } from './verify-starter/drug-names.ts';
import { verifyGuidelines } from './verify-starter/guidelines.ts';
import { verifyIcd10cm } from './verify-starter/icd10cm.ts';
import { verifyIcd10pcs, verifyIndex } from './verify-starter/index-lines.ts';
import type { Mismatch } from './verify-starter/mismatch.ts';
import { readOfficial } from './verify-starter/official.ts';
import { verifyPcsWords } from './verify-starter/pcs-words.ts';
import { verifyProcedureWords } from './verify-starter/procedure-words.ts';

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? process.env.CASEBOOK_OFFICIAL ?? join(root, '..', 'shared', 'official');

if (existsSync(folder)) process.exitCode = await verify(folder);
else {
  console.log(`verify:starter skipped: ${folder} is not here`);
  if (process.env.CI) process.exitCode = 1;
}

async function verify(folder: string): Promise<number> {
  const starter = readStarter(join(root, 'knowledge'));
  const official = await readOfficial(folder);
  const mismatches: Mismatch[] = [];
  for (const draft of starter) {
    const found =
      draft.source === 'icd10cm'
        ? [...verifyIcd10cm(draft, official), ...verifyIndex(draft, official)]
        : draft.source === 'icd10pcs'
          ? [...verifyIcd10pcs(draft, official)]
          : draft.source === 'hcpcs'
            ? [...verifyHcpcs(draft, official)]
            : draft.source === 'guidelines'
              ? [...verifyGuidelines(draft, official)]
              : [...verifyProcedures(draft, official)];
    mismatches.push(...found);
    const { codes, notes, index, pcsRows, explainers, guidelines } = draft;
    console.log(
      draft.source === 'guidelines'
        ? `guidelines: ${guidelines.length} sections: ${found.length} mismatches`
        : `${draft.source}: ${codes.length} codes, ${notes.length} notes, ${index.length} index lines, ${pcsRows.length} table rows, ${explainers.length} explainers: ${found.length} mismatches`,
    );
  }
  const { pcs, drugNames = [], procedures } = readLexicon(join(root, 'knowledge', 'lexicon'));
  const wrong = pcs === undefined ? [] : [...verifyPcsWords(pcs, official)];
  mismatches.push(...wrong);
  console.log(
    `procedure words: ${pcs?.named.length} names, ${pcs?.operations.length} operations, ${pcs?.imagingRegions.length} regions: ${wrong.length} mismatches`,
  );
  const unknown = [...verifyDrugNames(drugNames, official)];
  mismatches.push(...unknown);
  console.log(`drug names: ${drugNames.length} rows of the Table: ${unknown.length} mismatches`);
  const numbers = starter.find(({ source }) => source === 'procedures');
  const unlike =
    procedures === undefined || numbers === undefined
      ? []
      : [...verifyProcedureWords(procedures, numbers, official)];
  mismatches.push(...unlike);
  console.log(
    `numbers: ${procedures?.drugs.length} drugs, ${procedures?.vaccines.length} vaccines, ${procedures?.levelTwo.length} Level II acts: ${unlike.length} mismatches`,
  );
  const conventions = verifyConventions(
    readLexicon(join(root, 'knowledge', 'lexicon')).conventions,
    official,
  );
  mismatches.push(...conventions.mismatches);
  console.log(`conventions: ${conventions.rows} rows: ${conventions.mismatches.length} mismatches`);
  for (const { place, what, official } of mismatches)
    console.log(`${place}: ${what}; official says ${official}`);
  return mismatches.length === 0 ? 0 : 1;
}
