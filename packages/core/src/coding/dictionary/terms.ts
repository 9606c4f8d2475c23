import { wordsOf } from '../../words/fold.ts';
import { stem } from '../../words/stem.ts';

/**
 * How a phrase of the book, or of a note, becomes comparable terms. Both sides go through the same functions,
 * or nothing would meet.
 */

/** Words that carry no finding: grammar, and the classification's own hedges (NOS, NEC, "specified"). */
const EMPTY = new Set(
  (
    'a an the of in on at to by for from and or as is are was be been with without due into its this that these those ' +
    'nos nec unspecified specified elsewhere classified classifiable other otherwise not any some such type-nec ' +
    'following associated resulting involving including caused because her his their which who whom has have had'
  ).split(' '),
);

const ROMAN: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4' };

/** One word as the dictionary stores it: folded, singular, American, small roman numerals as figures. */
export function term(word: string): string {
  const plain = stem(word);
  return ROMAN[plain] ?? plain;
}

export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word);
}

/** The terms of a phrase without its empty words, in order, each once; what it says is absent as `deniedTerm`. */
export function termsOf(phrase: string): string[] {
  const terms: string[] = [];
  const plain = phrase.replace(/\((e?s)\)/g, '$1').replace(LETTER_A, '$1 lettera');
  // The marks between clauses part words anyway: only a denial makes it matter where one ends.
  if (!MAY_DENY.test(plain)) return [...new Set(plainTerms(plain))];
  for (const clause of plain.split(CLAUSE)) {
    const [affirmed = '', ...denied] = clause.split(DENIAL);
    terms.push(...plainTerms(affirmed), ...denied.flatMap(plainTerms).map(deniedTerm));
  }
  return [...new Set(terms)];
}

function plainTerms(phrase: string): string[] {
  const terms: string[] = [];
  for (const part of phrase.split(/[\s,;:/()[\]-]+/)) {
    // NEC and NOS are the book's own hedges, in capitals too.
    const plain = part.toLowerCase();
    const isAbbreviation = /^[A-Z]{2,6}$/.test(part) && !EMPTY.has(plain) && ROMAN[plain] === undefined;
    if (isAbbreviation) terms.push(abbreviationTerm(part));
    else for (const word of wordsOf(part)) if (!EMPTY.has(word)) terms.push(term(word));
  }
  return terms;
}

/** Where the reach of a "without" ends, as in {@link titleTerms}; what may be there or not ("with or without") is left out. */
const CLAUSE = /[,;]|\bwith or without\b.*|(?<=\bwithout\b.*)\b(?:of|in|with)\b/i;
const MAY_DENY = /without|not|no diagnosis/i;
const DENIAL =
  /\b(?:without(?: mention of| evidence of| diagnosis of)?|not|no diagnosis of)\b(?! elsewhere)/i;

/**
 * What a phrase of the book says is absent ("migraine without aura") is a term of its own: the note meets it by
 * denying the word, and the word affirmed never does.
 */
export function deniedTerm(word: string): string {
  return `¬${word}`;
}

/** "Hepatitis A" is not "a hepatitis": the letter is a term when it names a kind. */
const LETTER_A = /\b(hepatitis|type|vitamin|influenza|group|hemophilia|stage|grade)\s+A\b/gi;
export const LETTER_A_AFTER: ReadonlySet<string> = new Set([
  'hepatitis',
  'type',
  'vitamin',
  'influenza',
  'group',
  'hemophilia',
  'stage',
  'grade',
]);

/** An abbreviation the book prints in capitals is met by capitals only: PRES is not "pre", nor GAS gas. */
export function abbreviationTerm(written: string): string {
  return `^${written.toLowerCase()}`;
}

/**
 * What a Tabular title asks for: the part after "without" is what the note must *not* say, and a comma part that
 * only says "unspecified" asks for nothing.
 */
export function titleTerms(title: string): {
  readonly terms: string[];
  readonly residual: boolean;
  readonly unspecified: boolean;
} {
  const bare = title.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  const text = bare
    .replace(/\bwithout mention of\b[^,]*/gi, ' ')
    .replace(/\bwithout\b.*?(?=,| of | in |$)/gi, ' ')
    .replace(/\bnot intractable\b/gi, ' ')
    // A stroke is nontraumatic unless an injury is told: notes do not say it.
    .replace(/\bfollowing nontraumatic\b/gi, 'following')
    .replace(
      /\bnot elsewhere classified\b|\b(infection )?as the cause of diseases classified elsewhere\b/gi,
      ' ',
    )
    .replace(
      /\bunspecified (site|organism|type|cause|severity|region|part|location|trimester|control)\b/gi,
      ' ',
    );
  return {
    terms: termsOf(text),
    residual: /^other\b|\bother (specified )?/i.test(bare),
    unspecified: /\bunspecified\b/i.test(bare),
  };
}
