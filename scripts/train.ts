/**
 * Trains the confidence model on development sets and writes its weights and thresholds:
 *   npm run train -- BOOK SET[:SPLIT[:WEIGHT]] …
 * A set is a folder in the common layout, or one with `gold.jsonl` and `notes/`. Before the weights of all documents
 * are written, those of five folds over documents are tested, each on the fold it has not seen.
 * Only feature weights are written: no text, no code, no label.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import type { ConfidenceWeights } from '../packages/core/src/coding/confidence.ts';
import { engineOf } from '../packages/core/src/coding/engine.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';
import { bestThresholds, fitLogistic, score } from './training/logistic.ts';
import { readSample, type Sample } from './training/samples.ts';

const FOLDS = 5;
const root = join(fileURLToPath(import.meta.url), '..', '..');

function main(): void {
  const [folder, ...sets] = process.argv.slice(2);
  if (folder === undefined || sets.length === 0) {
    console.error('usage: train.ts BOOK SET[:SPLIT[:WEIGHT]] …');
    process.exit(2);
  }
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(`${folder}: ${opened.reason} ${opened.detail}`);
  const choice = opened.book.asOf('icd10cm');
  if (!choice.found) throw new Error(`${folder} holds no icd10cm release`);
  const engine = engineOf(choice.release, readLexicon(join(root, 'knowledge', 'lexicon')));
  const samples = sets.map((set) => readSample(engine, set));
  crossValidate(samples);
  const model = train(samples.flatMap(({ documents }) => documents));
  for (const { name, documents } of samples) console.log(`${name}, seen:`, score(documents, model));
  const path = join(root, 'packages', 'core', 'src', 'coding', 'confidence.weights.json');
  writeFileSync(path, `${JSON.stringify(model, null, 1)}\n`);
  console.log(
    `${Object.keys(model.weights).length} weights, thresholds ${JSON.stringify(model.thresholds)}, to ${basename(path)}`,
  );
}

function train(documents: Sample['documents']): ConfidenceWeights {
  const weights = fitLogistic(documents);
  const thresholds = bestThresholds(documents, weights);
  const rounded = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): [string, number] => [name, Math.round(value * 1000) / 1000]);
  return { thresholds, weights: Object.fromEntries(rounded) };
}

/** Every document is judged once, by a model that has not seen it. */
function crossValidate(samples: readonly Sample[]): void {
  const unseen = samples.map(({ name }) => ({ name, parts: [] as { f1: number; size: number }[] }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (i: number): boolean => i % FOLDS === fold;
    const model = train(samples.flatMap(({ documents }) => documents.filter((_, i) => !inFold(i))));
    samples.forEach(({ documents }, at) => {
      const kept = documents.filter((_, i) => inFold(i));
      unseen[at]?.parts.push({ f1: score(kept, model).f1, size: kept.length });
    });
  }
  for (const { name, parts } of unseen) {
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    const f1 = parts.reduce((sum, part) => sum + part.f1 * part.size, 0) / size;
    console.log(`${name}, ${size} documents, unseen: F1 ${f1.toFixed(3)}`);
  }
}

main();
