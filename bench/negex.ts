/**
 * Assertion figures on a labelled file: `npx tsx --conditions=source bench/negex.ts PATH [--misses negated|historical|…]`.
 * Columns: id, condition, sentence (the condition in capitals), negation, temporality, experiencer. Two halves by row
 * number are printed beside the whole: cues that only fit one half show as a gap between them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertionOf, scopesOver } from '../packages/core/src/note/assertion.ts';
import { readNote } from '../packages/core/src/note/read-note.ts';
import type { CueMeaning } from '../packages/core/src/note/types.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';

interface Row {
  readonly condition: string;
  readonly sentence: string;
  readonly gold: ReadonlySet<string>;
  readonly found: ReadonlySet<CueMeaning>;
}

const [path, flag, axisToShow] = process.argv.slice(2);
if (!path) throw new Error('usage: bench/negex.ts PATH [--misses AXIS]');
const lexicon = readLexicon(join(import.meta.dirname, '../knowledge/lexicon'));
const [header, ...lines] = readFileSync(path, 'utf8')
  .split(/\r?\n/)
  .filter((line) => line !== '');
const columns = (header ?? '').split('\t');
const cell = (line: string, name: string): string => line.split('\t')[columns.indexOf(name)] ?? '';

const rows = lines.map((line): Row => {
  const condition = cell(line, 'condition');
  const sentence = cell(line, 'sentence');
  const start = Math.max(0, sentence.indexOf(condition.trim().toUpperCase()));
  const document = readNote(sentence, lexicon);
  const span = { start, end: start + condition.trim().length };
  const found = new Set(scopesOver(document, span).map((scope) => scope.meaning));
  const { assertion } = assertionOf(document, span);
  if (assertion !== 'present') found.add(assertion);
  const gold = new Set<string>();
  if (cell(line, 'negation') === 'Negated') gold.add('negated');
  if (cell(line, 'temporality') === 'Historical') gold.add('historical');
  if (cell(line, 'temporality') === 'Not particular') gold.add('hypothetical');
  if (cell(line, 'experiencer') === 'Family member') gold.add('family');
  return { condition, sentence, gold, found };
});

const axes: readonly CueMeaning[] = ['negated', 'historical', 'hypothetical', 'family'];
console.log(`${rows.length} rows`);
for (const axis of axes) {
  const halves = [rows, rows.filter((_, i) => i % 2 === 0), rows.filter((_, i) => i % 2 === 1)];
  console.log(axis.padEnd(14), halves.map((part) => score(part, axis)).join('   |   '));
}
if (flag === '--misses' && axisToShow) showMisses(rows, axisToShow);

function score(part: readonly Row[], axis: CueMeaning): string {
  const hit = part.filter((row) => row.gold.has(axis) && row.found.has(axis)).length;
  const wanted = part.filter((row) => row.gold.has(axis)).length;
  const said = part.filter((row) => row.found.has(axis)).length;
  const precision = said ? hit / said : 0;
  const recall = wanted ? hit / wanted : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${hit}/${wanted})`;
}

function showMisses(all: readonly Row[], axis: string): void {
  for (const row of all) {
    const wanted = row.gold.has(axis);
    const said = [...row.found].some((meaning) => meaning === axis);
    if (wanted !== said)
      console.log(`${wanted ? 'MISSED' : 'FALSE '}  ${row.condition}  ||  ${row.sentence}`);
  }
}
