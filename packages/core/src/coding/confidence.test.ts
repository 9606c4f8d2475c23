import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knowledge, type StarterCoder, starterCoder } from '../../test/starter-coder.ts';
import { readLexicon } from '../words/lexicon.ts';
import { confidenceOf } from './confidence.ts';
import { model } from './confidence-model.ts';
import { engineOf } from './engine.ts';

/** How every feature is named; what follows the colon is a kind, never a code. */
const FEATURES: readonly RegExp[] = [
  /^(bias|mass|mass per word|main term|residual entry|unspecified entry|completed|completed in steps)$/,
  /^(defaulted|defaulted on the way down|unspecified title|other title|gap per word|optional said|rivals)$/,
  /^(overlap|overlapped|length of code|mentions|mentioned again|first position|in a diagnosis section)$/,
  /^(sectioned mentioned again|also negated|rivals in category|longest word|stated as an item)$/,
  /^(style|stated style|list item style):(narrative|sectioned)$/,
  /^(words|gap|commas|distance|stated words):\d$/,
  /^kind:[a-z]+( words:\d)?$/,
  /^(chapter|main term chapter|historical chapter|stated chapter):([A-Z]|[A-Z]\d\d-[A-Z]\d\d|V-Y)$/,
  /^chapter:([A-Z]|[A-Z]\d\d-[A-Z]\d\d|V-Y) (style:(narrative|sectioned)|words:\d)$/,
  /^rank:\d( kind:[a-z]+)?$/,
  /^section:[a-z-]+ style:(narrative|sectioned)$/,
  /^(section kind|stated in):[a-z-]+$/,
  /^share:(all|most|some|little)( section:[a-z-]+ style:(narrative|sectioned))?$/,
  /^assertion:[a-z]+ style:(narrative|sectioned)$/,
  /^historical by:(cue|section|default) style:(narrative|sectioned)$/,
  /^ending:[a-z]+$/,
  /^single word (ending:[a-z]+ style:(narrative|sectioned)|of \d+ letters)$/,
];
const isKnown = (name: string): boolean => FEATURES.some((shape) => shape.test(name));

let starter: StarterCoder;
beforeAll(() => {
  starter = starterCoder();
});
afterAll(() => starter.close());

test('every weight belongs to a feature, and none names a code', () => {
  expect(Object.keys(model.weights).filter((name) => !isKnown(name))).toEqual([]);
});

test('every feature of the examples is on the list, and nearly all are weighed', () => {
  const choice = starter.book.asOf('icd10cm');
  if (!choice.found) throw new Error('the starter has no icd10cm');
  const engine = engineOf(choice.release, readLexicon(join(knowledge, 'lexicon')));
  const names = new Set<string>();
  const examples = join(knowledge, '..', 'examples');
  for (const file of readdirSync(examples).filter((name) => name.endsWith('.txt'))) {
    const document = engine.read(readFileSync(join(examples, file), 'utf8'));
    const { candidates } = engine.candidates(document);
    const situation = engine.situation(document, candidates);
    for (const candidate of candidates) {
      const features = engine.features(candidate, situation);
      for (const name of features.keys()) names.add(name);
      const probability = confidenceOf(features, model);
      expect(probability > 0 && probability < 1).toBe(true);
    }
  }
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => !isKnown(name))).toEqual([]);
  const weighed = [...names].filter((name) => model.weights[name] !== undefined).length;
  expect(weighed / names.size).toBeGreaterThan(0.9);
});
