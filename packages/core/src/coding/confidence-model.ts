import type { ConfidenceWeights } from './confidence.ts';
import weights from './confidence.weights.json' with { type: 'json' };

/** The trained model (`npm run train`). */
export const model: ConfidenceWeights = weights;
