import { stem } from '../words/stem.ts';

/** Endings of one word in its uses: `sequenced`, `sequencing`, `sequence`; `documented`, `documentation`. */
const ENDINGS = /(?:ations?|ating|ated|ates?|ings?|ies|ied|ed|es|ly|al|e|y)$/;

/**
 * A word without its ending, for finding passages: coarser than the stem that codes are looked up by, because a passage that
 * speaks of "sequencing" answers a question about what is "sequenced".
 */
export function root(word: string): string {
  const plain = stem(word);
  if (plain.length < 6 || /\d/.test(plain)) return plain;
  const cut = plain.replace(ENDINGS, '');
  return cut.length < 4 ? plain : cut;
}
