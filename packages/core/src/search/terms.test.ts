import { describe, expect, it } from 'vitest';
import { rootOf, termsOf } from './terms.ts';

describe('terms of a phrase', () => {
  it.each([
    ["Crohn's disease of small intestine", ['crohn', 'disease', 'small', 'intestine']],
    ['Gastro-esophageal reflux', ['gastro', 'esophageal', 'reflux']],
    ['Mucopolysaccharidosis, type IIIc', ['mucopolysaccharidosis', '3', 'c']],
    ['Factor VIII deficiency', ['factor', '8', 'deficiency']],
    ['Oesophageal oedema NOS', ['esophageal', 'edema']],
    ['Gräsbeck', ['grasbeck']],
    ['', []],
  ])('%s', (phrase, expected) => {
    const { terms } = termsOf(phrase);
    expect(terms).toEqual(expected);
  });

  it('also knows hyphenated words written together', () => {
    expect(termsOf('gastro-esophageal').joined).toEqual(termsOf('gastroesophageal').terms);
    expect(termsOf('gastro-oesophageal').joined).toEqual(termsOf('gastroesophageal').terms);
  });
});

describe('root of a word', () => {
  it('is shared by forms of one word and by no other', () => {
    expect(rootOf('seborrheic')).toBe(rootOf('seborrhea'));
    expect(rootOf('tuberculous')).toBe(rootOf('tuberculosis'));
    expect(rootOf('gastritis')).not.toBe(rootOf('gastroparesis'));
    expect(rootOf('heart')).toBeNull();
  });
});
