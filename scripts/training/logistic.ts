import type { ConfidenceWeights } from '../../packages/core/src/coding/confidence.ts';
import { confidenceOf } from '../../packages/core/src/coding/confidence.ts';
import type { DocumentStyle } from '../../packages/core/src/coding/document-style.ts';
import type { SampleDocument } from './samples.ts';

const RIDGE = 6;
const EPOCHS = 250;
const LEAST_GAIN = 0.004;

/** Logistic regression with a ridge penalty, by Adam over all rows at once; deterministic. */
export function fitLogistic(documents: readonly SampleDocument[]): Map<string, number> {
  const names = new Map<string, number>();
  const rows: { index: Int32Array; value: Float64Array; label: number; weight: number }[] = [];
  let total = 0;
  for (const { rows: candidates, weight } of documents) {
    for (const { features, label, arguable } of candidates) {
      const share = arguable ? weight / 2 : weight;
      const index = Int32Array.from(features.keys(), (name) => {
        const known = names.get(name) ?? names.size;
        names.set(name, known);
        return known;
      });
      rows.push({ index, value: Float64Array.from(features.values()), label: label ? 1 : 0, weight: share });
      total += share;
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

/** For each style of note the threshold with the best F1, its documents counted by their weight. */
export function bestThresholds(
  documents: readonly SampleDocument[],
  weights: ReadonlyMap<string, number>,
): ConfidenceWeights['thresholds'] {
  const best = (style: DocumentStyle): number => {
    const ofStyle = documents.filter((document) => document.style === style);
    let chosen = 0.5;
    let highest = -1;
    for (let step = 15; step <= 60; step++) {
      const { f1 } = score(ofStyle, modelOf(weights, step / 100));
      // A higher threshold must be worth it: what is chosen too freely can be put right by a rule or a reader.
      if (f1 > highest + LEAST_GAIN) [chosen, highest] = [step / 100, f1];
    }
    return chosen;
  };
  return { narrative: best('narrative'), sectioned: best('sectioned') };
}

function modelOf(weights: ReadonlyMap<string, number>, threshold: number): ConfidenceWeights {
  return {
    thresholds: { narrative: threshold, sectioned: threshold },
    weights: Object.fromEntries(weights),
  };
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How the chosen candidates compare with what was reported, before the encounter rules. */
export function score(documents: readonly SampleDocument[], model: ConfidenceWeights): Figures {
  let hits = 0;
  let chosen = 0;
  let gold = 0;
  for (const { rows, style, gold: reported, weight } of documents) {
    gold += weight * reported;
    for (const { features, label, arguable, stated } of rows) {
      if (arguable) continue;
      if (!stated && confidenceOf(features, model) < model.thresholds[style]) continue;
      chosen += weight;
      if (label) hits += weight;
    }
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    precision: round(hits / Math.max(1, chosen)),
    recall: round(hits / Math.max(1, gold)),
    f1: round((2 * hits) / Math.max(1, chosen + gold)),
  };
}
