/**
 * Trains the confidence model on development sets in the common layout and writes its weights and threshold:
 *   npx tsx --conditions=source scripts/train.ts BOOK SET:SPLIT[:WEIGHT] … [-- SET:SPLIT …]
 * Sets before `--` are learnt from; the threshold is picked on them and on those after it, which are also reported.
 * Only feature weights are written: no text, no code, no label.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBookFolder } from '../packages/core/src/book/book.ts';
import { confidenceOf, type Features } from '../packages/core/src/coding/confidence.ts';
import { resolveContext } from '../packages/core/src/coding/context.ts';
import { countedSupports } from '../packages/core/src/coding/encounter/uncertain.ts';
import { type Engine, engineOf } from '../packages/core/src/coding/engine.ts';
import { readLabelledSet } from '../packages/core/src/eval/labelled-set.ts';
import { readLexicon } from '../packages/core/src/words/lexicon.ts';

interface Row {
  readonly features: Features;
  readonly label: boolean;
}
interface Sample {
  readonly name: string;
  readonly weight: number;
  /** Candidates by document, and how many gold codes each document has. */
  readonly documents: readonly { readonly rows: readonly Row[]; readonly gold: number }[];
}

const RIDGE = 2;
const EPOCHS = 250;
const root = join(fileURLToPath(import.meta.url), '..', '..');

function main(): void {
  const [folder, ...sets] = process.argv.slice(2);
  const split = sets.indexOf('--');
  const learn = split < 0 ? sets : sets.slice(0, split);
  const check = split < 0 ? [] : sets.slice(split + 1);
  if (folder === undefined || learn.length === 0) {
    console.error('usage: train.ts BOOK SET:SPLIT[:WEIGHT] … [-- SET:SPLIT …]');
    process.exit(2);
  }
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(`${folder}: ${opened.reason} ${opened.detail}`);
  const choice = opened.book.asOf('icd10cm');
  if (!choice.found) throw new Error(`${folder} holds no icd10cm release`);
  const engine = engineOf(choice.release, readLexicon(join(root, 'knowledge', 'lexicon')));
  const training = learn.map((set) => sample(engine, set));
  const checking = check.map((set) => sample(engine, set));
  const weights = train(training);
  const threshold = bestThreshold(training, weights);
  for (const { name, documents } of [...training, ...checking])
    console.log(name, score(documents, weights, threshold));
  const rounded = Object.fromEntries(
    [...weights]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
  const path = join(root, 'packages', 'core', 'src', 'coding', 'confidence.weights.json');
  writeFileSync(path, `${JSON.stringify({ threshold, weights: rounded }, null, 1)}\n`);
  console.log(`${Object.keys(rounded).length} weights, threshold ${threshold}, to ${basename(path)}`);
}

function sample(engine: Engine, set: string): Sample {
  const [folder = '', split, weight = '1'] = set.split(':');
  const read = readLabelledSet(folder, split);
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.what}`);
  const { codes } = engine.release;
  const documents = read.notes.map((note) => {
    const document = engine.read(note.text);
    const { candidates } = engine.candidates(document);
    const { setting } = resolveContext(document, {});
    const situation = engine.situation(document, candidates);
    const gold = note.gold
      .filter(({ system }) => system === 'icd10cm')
      .map(({ code }) => codes.find(code))
      .filter((id) => id >= 0);
    const rows = candidates
      .filter(
        (candidate) => countedSupports(candidate.supports, setting, codes.code(candidate.code)).length > 0,
      )
      .map(
        (candidate): Row => ({
          features: engine.features(candidate, situation),
          label: gold.some((id) => codes.within(candidate.code, id)),
        }),
      );
    return { rows, gold: gold.length };
  });
  return { name: `${basename(folder)} ${split ?? ''}`, weight: Number(weight), documents };
}

/** Logistic regression with a ridge penalty, by Adam over all rows at once; deterministic. */
function train(samples: readonly Sample[]): Map<string, number> {
  const names = new Map<string, number>();
  const rows: { index: Int32Array; value: Float64Array; label: number; weight: number }[] = [];
  let total = 0;
  for (const { documents, weight } of samples) {
    for (const { features, label } of documents.flatMap((document) => document.rows)) {
      const index = Int32Array.from(features.keys(), (name) => {
        const known = names.get(name) ?? names.size;
        names.set(name, known);
        return known;
      });
      rows.push({ index, value: Float64Array.from(features.values()), label: label ? 1 : 0, weight });
      total += weight;
    }
  }
  const size = names.size;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    const gradient = weights.map((weight) => RIDGE * weight);
    for (const { index, value, label, weight } of rows) {
      let sum = 0;
      for (let i = 0; i < index.length; i++) sum += at(weights, at(index, i)) * at(value, i);
      const error = (1 / (1 + Math.exp(-sum)) - label) * weight;
      for (let i = 0; i < index.length; i++)
        gradient[at(index, i)] = at(gradient, at(index, i)) + error * at(value, i);
    }
    const rate = 0.1 * (epoch < EPOCHS * 0.6 ? 1 : epoch < EPOCHS * 0.85 ? 0.3 : 0.1);
    for (let i = 0; i < size; i++) {
      const slope = at(gradient, i) / total;
      mean[i] = 0.9 * at(mean, i) + 0.1 * slope;
      square[i] = 0.999 * at(square, i) + 0.001 * slope * slope;
      const step =
        at(mean, i) / (1 - 0.9 ** epoch) / (Math.sqrt(at(square, i) / (1 - 0.999 ** epoch)) + 1e-8);
      weights[i] = at(weights, i) - rate * step;
    }
  }
  return new Map([...names].map(([name, i]) => [name, at(weights, i)]));
}

function at(array: Float64Array | Int32Array, i: number): number {
  return array[i] ?? 0;
}

function bestThreshold(samples: readonly Sample[], weights: ReadonlyMap<string, number>): number {
  let best = { threshold: 0.5, f1: -1 };
  for (let threshold = 0.15; threshold <= 0.6; threshold += 0.01) {
    const rounded = Math.round(threshold * 100) / 100;
    let f1 = 0;
    let total = 0;
    for (const { documents } of samples) {
      f1 += documents.length * score(documents, weights, rounded).f1;
      total += documents.length;
    }
    if (f1 / total > best.f1) best = { threshold: rounded, f1: f1 / total };
  }
  return best.threshold;
}

function score(
  documents: Sample['documents'],
  weights: ReadonlyMap<string, number>,
  threshold: number,
): { precision: number; recall: number; f1: number } {
  const model = { threshold, weights: Object.fromEntries(weights) };
  let hits = 0;
  let chosen = 0;
  let gold = 0;
  for (const document of documents) {
    gold += document.gold;
    for (const { features, label } of document.rows) {
      if (confidenceOf(features, model) < threshold) continue;
      chosen++;
      if (label) hits++;
    }
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    precision: round(hits / Math.max(1, chosen)),
    recall: round(hits / Math.max(1, gold)),
    f1: round((2 * hits) / Math.max(1, chosen + gold)),
  };
}

main();
