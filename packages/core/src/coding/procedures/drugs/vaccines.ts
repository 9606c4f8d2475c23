import type { NoteDocument, Span } from '../../../note/types.ts';
import { wordsOf } from '../../../words/fold.ts';
import { performed } from '../performed.ts';
import { PhraseBook } from '../phrase-book.ts';
import { sentenceWords, spanOfWords, stemOf } from '../sentence-words.ts';
import { saidElsewhere } from '../where-said.ts';

/** Programs for which Medicare has an administration code of its own, and ways of giving that are no needle. */
export type VaccineProgram = 'flu' | 'pneumo' | 'hepb' | 'covid' | 'rsv antibody' | '';

/** A product line of `knowledge/lexicon/procedures/vaccines.tsv`. */
interface Product {
  readonly number: string;
  readonly ages: { readonly least: number; readonly below: number; readonly unsaid: boolean };
  /** What counselling is counted by: measles, mumps and rubella are three. */
  readonly parts: number;
  readonly program: VaccineProgram;
  readonly needle: boolean;
}

export interface GivenVaccine extends Span {
  readonly number: string;
  readonly parts: number;
  readonly program: VaccineProgram;
  readonly needle: boolean;
  readonly heading: string;
}

const GIVEN =
  /\b(?:given|gave|administered|received|injected|im|sq|subq|sc|po|today|deltoid|thigh|#\s?\d|dose \d|vis\b|lot)\b|\bvaccines? today\b/i;
const NOT_NOW =
  /\b(?:declin\w+|refus\w+|defer\w*|due|ordered|order|will|recommend\w*|next|schedul\w+|discuss\w*|consider\w*|offered|utd|up to date|up-to-date|current|last|had|got|previous\w*|prior|reviewed|status|history|needs?|plan|return|not given|out of stock|pharmacy|advis\w+|eligible|already|in (?:19|20)\d\d|(?:19|20)\d\d|\d{1,2}\/\d{2,4}|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b/i;
const DISEASE =
  /\b(?:infection|positive|negative|ab|antibody|test|swab|rapid|pcr|titer|virus|rna|chronic|surface|core|exposure|immune|screen\w*|like)\b/i;

/** Reads the vaccine products given at the visit. */
export class VaccineReader {
  readonly #ways = new PhraseBook<Product[]>();

  /** @throws Error for a line whose ages or program have no such shape. */
  constructor(lines: readonly (readonly string[])[]) {
    for (const [number = '', ways = '', needs = '', parts = '1', program = ''] of lines) {
      const product = productOf(number, needs, parts, program);
      for (const way of ways.split(';')) {
        if (way.trim() === '') continue;
        const known = this.#ways.exactly(wordsOf(way).map(stemOf));
        if (known === undefined) this.#ways.add(way, [product]);
        else known.push(product);
      }
    }
  }

  given(document: NoteDocument, age: number | undefined): GivenVaccine[] {
    const found = new Map<string, GivenVaccine>();
    for (const sentence of document.sentences) {
      const section = document.sections[sentence.section];
      if (section === undefined || (section.kind !== 'immunizations' && saidElsewhere(document, sentence)))
        continue;
      const words = sentenceWords(document, sentence);
      const said = document.text.slice(sentence.start, sentence.end);
      for (let at = 0; at < words.stems.length; at++) {
        if (!this.#ways.starts(words.stems[at] ?? '')) continue;
        const longest = this.#ways.longestAt(words.stems, at);
        if (longest === null) continue;
        const span = spanOfWords(words, at, longest.end);
        at = longest.end - 1;
        if (!isGiven(said, span.start - sentence.start, span.end - sentence.start)) continue;
        if (!performed(document, sentence, span, false).performed) continue;
        const product = longest.value.find(({ ages }) => fits(ages, age));
        if (product === undefined || found.has(product.number)) continue;
        const { number, parts, program, needle } = product;
        found.set(number, { ...span, number, parts, program, needle, heading: section.heading });
      }
    }
    return [...found.values()];
  }
}

/** Said as given in its own clause, and not as due, declined or past there. */
function isGiven(said: string, start: number, end: number): boolean {
  const from = Math.max(said.lastIndexOf(';', start), said.lastIndexOf('. ', start)) + 1;
  const stop = said.slice(end).search(/;|\.\s/);
  const clause = said.slice(from, stop < 0 ? said.length : end + stop);
  if (DISEASE.test(said.slice(end, end + 14))) return false;
  const own = clause.slice(Math.max(0, start - from - 45), end - from + 45);
  const now =
    /\b(?:today|given|administered|gave)\b/i.test(own) &&
    !/\b(?:in the (?:last|past)|last|ago|in (?:19|20)\d\d|on (?:19|20)\d\d)\b/i.test(own);
  if (NOT_NOW.test(own) && !now) return false;
  if (/\b(?:declin|refus|defer|due|not given|utd)\w*\b/i.test(said.slice(end, end + 25))) return false;
  return GIVEN.test(clause);
}

function fits({ least, below, unsaid }: Product['ages'], age: number | undefined): boolean {
  return age === undefined ? unsaid : age >= least && age < below;
}

function productOf(number: string, needs: string, parts: string, written: string): Product {
  const ages = /^age(>=|<)(\d+)(\?)?$/.exec(needs);
  if (needs !== '' && ages === null) throw new Error(`vaccine ${number}: "${needs}" is no age`);
  const [program = '', way = ''] = written.split(/ (?=nasal$|oral$)|^(?=oral$|nasal$)/);
  const known = ['flu', 'pneumo', 'hepb', 'covid', 'rsv antibody', ''] as const;
  const name = known.find((one) => one === (program === 'oral' || program === 'nasal' ? '' : program));
  if (name === undefined) throw new Error(`vaccine ${number}: "${written}" is no program`);
  return {
    number,
    ages: {
      least: ages?.[1] === '>=' ? Number(ages[2]) : 0,
      below: ages?.[1] === '<' ? Number(ages[2]) : Number.POSITIVE_INFINITY,
      unsaid: ages === null || ages[3] !== undefined,
    },
    parts: Number(parts),
    program: name,
    needle: !(way || program).match(/^(?:nasal|oral)$/),
  };
}
