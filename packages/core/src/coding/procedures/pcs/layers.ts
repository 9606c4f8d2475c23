import type { SentenceWords } from '../sentence-words.ts';
import { bodyPartKey } from './anatomy.ts';
import type { PcsTables } from './tables.ts';

/** How the tables word a layer of a region: skin and subcutaneous tissue before the region, muscle behind it. */
const LABELS: Readonly<Record<string, (region: readonly string[]) => readonly string[]>> = {
  skin: (region) => ['skin', ...region],
  subcutaneous: (region) => ['subcutaneous', 'tissue', 'and', 'fascia', ...region],
  muscle: (region) => [...region, 'muscle'],
};
const REGION_LONGEST = 3;
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral', 'both']);

/** From the deepest; the layer taken decides, not the ones on the way (guideline B3.5). */
const DEPTHS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['muscle', new Set(['muscle', 'muscles', 'muscular'])],
  ['subcutaneous', new Set(['subcutaneous', 'fascia', 'fat', 'fatty'])],
  ['skin', new Set(['skin', 'dermis', 'epidermis'])],
];

function deepest(norms: readonly string[]): string {
  return DEPTHS.find(([, words]) => norms.some((norm) => words.has(norm)))?.[0] ?? '';
}

/** The region a layer belongs to, anywhere in the sentence; the words nearest to the operation first. */
export function layerKeys(
  { norms }: SentenceWords,
  at: number,
  layer: string,
  tables: PcsTables,
): readonly { readonly first: number; readonly end: number; readonly key: string }[] {
  const label = LABELS[layer === 'depth' ? deepest(norms) : layer];
  if (label === undefined) return [];
  const found: { first: number; end: number; key: string }[] = [];
  for (let first = 0; first < norms.length; first++) {
    for (let length = REGION_LONGEST; length > 0; length--) {
      const words = norms.slice(first, first + length);
      if (words.length < length || words.some((word) => word === '' || SIDES.has(word))) continue;
      for (const form of tables.anatomy.forms(words))
        found.push({ first, end: first + length, key: bodyPartKey(label(form.split(' '))) });
    }
  }
  return found.sort((a, b) => Math.abs(a.first - at) - Math.abs(b.first - at));
}
