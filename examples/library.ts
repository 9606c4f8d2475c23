/** Casebook as a library: `npx tsx examples/library.ts` from the repository's root. */
import { readFileSync } from 'node:fs';
import { openBook } from '@casebook/core';

const opened = await openBook({ home: '.casebook', knowledge: 'knowledge' });
if (!opened.ok) throw new Error(`${opened.problem.message}; ${opened.problem.remedy}`);
const { casebook } = opened;

const text = readFileSync('examples/poem-operative-note.txt', 'utf8');
const coded = casebook.code(text, { setting: 'outpatient', dateOfService: '2026-03-02' });
if (!coded.ok) throw new Error(coded.problem.message);
for (const { code, title, role, evidence } of coded.note.codes)
  console.log(role, code, title, '←', evidence[0]?.text);

casebook.close();
