/**
 * Holds the bank of one-line statements against the official files of FY2026:
 *   npm run verify:lines [-- FOLDER]        (default ../shared/official)
 * Every code billable, no Excludes1 pair among the codes a line requires, nothing both wanted and forbidden, every id and
 * text once. One line a mismatch; exit code 1 when there is one. Without the folder it says "skipped", which CI may not.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BankLine, readLineBank } from '../packages/core/test/lines/line-bank.ts';
import { createExcludes } from './verify-lines/excludes.ts';
import { readOfficial } from './verify-starter/official.ts';

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? process.env.CASEBOOK_OFFICIAL ?? join(root, '..', 'shared', 'official');

if (existsSync(folder)) process.exitCode = await verify(folder);
else {
  console.log(`verify:lines skipped: ${folder} is not here`);
  if (process.env.CI) process.exitCode = 1;
}

async function verify(folder: string): Promise<number> {
  const bank = readLineBank(join(root, 'knowledge', 'cases', 'lines'));
  const official = await readOfficial(folder);
  const billable = new Set(official.icd10cm.codes.filter((row) => row.billable).map(({ code }) => code));
  const excludes = createExcludes(official.icd10cm);
  const ids = new Set<string>();
  const texts = new Set<string>();
  let mismatches = 0;
  const say = ({ file, row, id }: BankLine, what: string): void => {
    mismatches++;
    console.log(`${file}:${row} ${id}: ${what}`);
  };
  for (const line of bank) {
    const { id, text, context, codes, extras, standIns, mustNot, why } = line;
    const said = JSON.stringify([text.toLowerCase(), context]);
    if (ids.has(id)) say(line, 'the id is there twice');
    if (texts.has(said)) say(line, 'the statement is there twice');
    ids.add(id);
    texts.add(said);
    if (text === '' || why === '') say(line, 'a statement and a reason are expected');
    const allowed = [...codes, ...extras, ...[...standIns.values()].flat()];
    for (const code of new Set([...allowed, ...standIns.keys(), ...mustNot]))
      if (!billable.has(code)) say(line, `${code} is not billable in FY2026`);
    for (const code of standIns.keys())
      if (!codes.includes(code)) say(line, `a stand-in is given for ${code}, which is not required`);
    for (const code of mustNot) if (allowed.includes(code)) say(line, `${code} is wanted and forbidden`);
    if (new Set(codes).size < codes.length) say(line, 'a code is required twice');
    // Unrelated conditions may be reported together in spite of the note; the line then cites that exception.
    if (!why.includes('I.A.12.a'))
      for (const { pair, note } of excludes(codes))
        say(line, `${pair.join(' and ')} exclude each other: ${note}`);
  }
  console.log(`${bank.length} lines: ${mismatches} mismatches`);
  return mismatches === 0 ? 0 : 1;
}
