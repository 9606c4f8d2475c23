import { type Counts, NOTHING, plus } from './match.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly predicted: number;
  readonly gold: number;
  /** 95% interval of F1 by resampling documents. */
  readonly f1Interval: readonly [number, number];
}

const RESAMPLES = 500;

/** Micro-averaged over documents; the interval comes from a seeded bootstrap, so it is the same on every run. */
export function scoreOf(documents: readonly Counts[]): Score {
  const total = documents.reduce(plus, NOTHING);
  const random = seeded(20_251_001);
  const f1s: number[] = [];
  for (let round = 0; round < RESAMPLES; round++) {
    let sum = NOTHING;
    for (let i = 0; i < documents.length; i++)
      sum = plus(sum, documents[Math.floor(random() * documents.length)] ?? NOTHING);
    f1s.push(f1(sum));
  }
  f1s.sort((a, b) => a - b);
  const at = (share: number): number =>
    round4(f1s[Math.min(RESAMPLES - 1, Math.floor(share * RESAMPLES))] ?? 0);
  return {
    precision: round4(ratio(total.truePositives, total.predicted)),
    recall: round4(ratio(total.truePositives, total.gold)),
    f1: round4(f1(total)),
    predicted: total.predicted,
    gold: total.gold,
    f1Interval: [at(0.025), at(0.975)],
  };
}

function f1({ truePositives, predicted, gold }: Counts): number {
  return ratio(2 * truePositives, predicted + gold);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Mulberry32: a small generator whose numbers depend on the seed alone. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
