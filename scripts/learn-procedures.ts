/**
 * Learns how often coders report a procedure that a note names in given words, and the confidence below which it is
 * better left unsaid, from the `train` split of a labelled set with ICD-10-PCS gold (matched on four characters, because
 * half of such gold stops there):
 *   npx tsx --conditions=source scripts/learn-procedures.ts BOOK SET
 * Writes `packages/core/src/coding/procedures/pcs/weights.json`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import { type LearnedProcedure, PcsCoder } from '../packages/core/src/coding/procedures/pcs/pcs-coder.ts';
import { readLabelledSet } from '../packages/core/src/eval/labelled-set.ts';
import { readNote } from '../packages/core/src/note/read-note.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';

const [bookFolder, setFolder] = process.argv.slice(2);
if (bookFolder === undefined || setFolder === undefined)
  throw new Error('usage: learn-procedures.ts BOOK SET');
const root = join(fileURLToPath(import.meta.url), '..', '..');
const opened = openBookFolder(bookFolder);
if (!opened.ok) throw new Error(opened.reason);
const choice = opened.book.asOf('icd10pcs');
if (!choice.found) throw new Error(choice.reason);
const set = readLabelledSet(setFolder, 'train');
if (!set.ok) throw new Error(set.problem.what);
const lexicon = readLexicon(join(root, 'knowledge', 'lexicon'));
if (lexicon.pcs === undefined) throw new Error('knowledge/lexicon/pcs is missing');
const coder = new PcsCoder(choice.release, lexicon.pcs);

interface Seen extends LearnedProcedure {
  readonly reported: boolean;
}
const seen: Seen[] = [];
let gold = 0;
for (const note of set.notes) {
  const wanted = new Set(
    note.gold.filter(({ system }) => system === 'icd10pcs').map(({ code }) => code.slice(0, 4)),
  );
  gold += wanted.size;
  const counted = new Set<string>();
  for (const one of coder.unweighed(readNote(note.text, lexicon))) {
    const header = one.code.slice(0, 4);
    if (counted.has(header)) continue;
    counted.add(header);
    seen.push({ ...one, reported: wanted.has(header) });
  }
}

/** Shares pulled towards what the wider group shows, by as much as this many sightings. */
const PULL = 3;
const share = (of: readonly Seen[], towards: number): number =>
  (of.filter(({ reported }) => reported).length + PULL * towards) / (of.length + PULL);
const groups = <K>(key: (one: Seen) => K): Map<K, Seen[]> => grouped(seen, key);
function grouped<K>(list: readonly Seen[], key: (one: Seen) => K): Map<K, Seen[]> {
  const groups = new Map<K, Seen[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
const round = (value: number): number => Math.round(value * 1000) / 1000;

const all = share(seen, 0.5);
const kinds = Object.fromEntries(
  [...groups(({ kind }) => kind)].map(([kind, of]) => [kind, round(share(of, all))]),
);
const terms: Record<string, number> = {};
for (const [key, of] of groups(({ key }) => key)) {
  const own = share(of, kinds[of[0]?.kind ?? ''] ?? all);
  terms[key] = round(own);
  for (const [header, some] of grouped(of, ({ code }) => code.slice(0, 4)))
    if (some.length >= 3 && some.length < of.length) terms[`${key} ${header}`] = round(share(some, own));
}

/** The cut with the best F1 on what it was learned from. */
const weigh = ({ key, code, kind }: Seen): number =>
  terms[`${key} ${code.slice(0, 4)}`] ?? terms[key] ?? kinds[kind] ?? all;
let best = { threshold: 0, f1: 0 };
for (let threshold = 0; threshold <= 0.6; threshold += 0.02) {
  const said = seen.filter((one) => weigh(one) >= threshold);
  const f1 = (2 * said.filter(({ reported }) => reported).length) / (said.length + gold);
  if (f1 > best.f1) best = { threshold: round(threshold), f1 };
}
const path = join(root, 'packages', 'core', 'src', 'coding', 'procedures', 'pcs', 'weights.json');
const sorted = Object.fromEntries(Object.entries(terms).sort(([a], [b]) => a.localeCompare(b)));
writeFileSync(path, `${JSON.stringify({ threshold: best.threshold, kinds, terms: sorted }, null, 2)}\n`);
console.log(
  `${seen.length} sightings, threshold ${best.threshold}, 4-character F1 ${round(best.f1)} on train`,
);
