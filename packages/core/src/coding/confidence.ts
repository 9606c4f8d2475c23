import type { CodeTable } from '../book/code-table.ts';
import type { NoteDocument } from '../note/types.ts';
import type { Candidate, Support } from './candidates.ts';
import type { Dictionary } from './dictionary/blobs.ts';
import { INCOMPLETE, MAIN_TERM, RESIDUAL, UNSPECIFIED } from './dictionary/entry.ts';
import { type DocumentStyle, documentStyle, sectionGroup } from './document-style.ts';

/** Weights by feature name, as `npm run train` writes them. */
export interface ConfidenceWeights {
  /** What a code not stated as a diagnosis must reach, by the style of the note. */
  readonly thresholds: Readonly<Record<DocumentStyle, number>>;
  readonly weights: Readonly<Record<string, number>>;
}

export type Features = ReadonlyMap<string, number>;

/** What all candidates of a note share. */
export interface NoteSituation {
  readonly style: DocumentStyle;
  readonly length: number;
  readonly categories: ReadonlyMap<string, number>;
}

export function situationOf(
  document: NoteDocument,
  candidates: readonly Candidate[],
  codes: CodeTable,
): NoteSituation {
  const categories = new Map<string, number>();
  for (const { code } of candidates) {
    const category = codes.code(code).slice(0, 3);
    categories.set(category, (categories.get(category) ?? 0) + 1);
  }
  return { style: documentStyle(document), length: Math.max(1, document.text.length), categories };
}

/** Interpretable measures of how well the note supports a candidate; every one is general, none names a code. */
export function featuresOf(
  candidate: Candidate,
  situation: NoteSituation,
  codes: CodeTable,
  dictionary: Dictionary,
): Features {
  const features = new Map<string, number>();
  const set = (name: string, value = 1): void => {
    features.set(name, value);
  };
  const code = codes.code(candidate.code);
  const title = codes.title(candidate.code);
  const stated = candidate.supports.filter((support) => support.assertion.assertion === 'present');
  const supports = stated.length > 0 ? stated : candidate.supports;
  const best = strongest(supports);
  if (best === undefined) return features;
  const { mention, overlap, rivals } = best.selected;
  const flags = dictionary.flags[mention.entry] ?? 0;
  const asked = dictionary.required.at(mention.entry).length;
  const { style } = situation;
  const kind = dictionary.kind(mention.entry);
  const chapter = chapterGroup(code);
  const group = sectionGroup(best.section);

  set('bias');
  set(`style:${style}`);
  set('mass', mention.mass / 20);
  set('mass per word', mention.mass / Math.max(1, asked) / 10);
  set(`words:${Math.min(asked, 4)}`);
  set(`kind:${kind}`);
  set(`kind:${kind} words:${Math.min(asked, 3)}`);
  set(`chapter:${chapter}`);
  set(`chapter:${chapter} style:${style}`);
  set(`chapter:${chapter} words:${Math.min(asked, 2)}`);
  if ((flags & MAIN_TERM) !== 0) set('main term');
  if ((flags & MAIN_TERM) !== 0) set(`main term chapter:${chapter}`);
  if ((flags & RESIDUAL) !== 0) set('residual entry');
  if ((flags & UNSPECIFIED) !== 0) set('unspecified entry');
  if ((flags & INCOMPLETE) !== 0) set('completed');
  if (best.completion.steps.length > 1) set('completed in steps');
  if (best.completion.defaulted) set('defaulted');
  if (best.completion.defaulted && best.completion.steps.length > 0) set('defaulted on the way down');
  if (/\bunspecified\b/i.test(title)) set('unspecified title');
  if (/^other\b/i.test(title)) set('other title');
  set(`gap:${Math.min(mention.gap, 4)}`);
  if (mention.gap > 0) set('gap per word', mention.gap / Math.max(1, asked));
  if (mention.commas > 0) set(`commas:${Math.min(mention.commas, 2)}`);
  set(`distance:${mention.distance}`);
  if (mention.optionalAsked > 0) set('optional said', Math.min(1, mention.optionalSaid / 2));
  set(`rank:${best.rank}`);
  set(`rank:${best.rank} kind:${kind}`);
  set('rivals', Math.log(rivals));
  if (overlap > 0) set('overlap', overlap);
  if (overlap === 1) set('overlapped');
  set('length of code', code.length / 8);
  set('mentions', Math.log(1 + supports.length));
  if (supports.length > 1) set('mentioned again');
  set(
    'first position',
    supports.reduce((first, { span }) => Math.min(first, span.start), situation.length) / situation.length,
  );
  set(`section:${group} style:${style}`);
  if (style === 'sectioned') set(`section kind:${best.section}`);
  const inStatement = supports.find(isPlainlyStated);
  if (inStatement !== undefined) {
    set(`stated style:${style}`);
    set(`stated in:${inStatement.section}`);
    set(`stated chapter:${chapter}`);
    set(`stated words:${Math.min(asked, 3)}`);
    if (inStatement.listItem) set('stated as an item');
  }
  if (supports.some((support) => sectionGroup(support.section) === 'diagnosis'))
    set('in a diagnosis section');
  if (style === 'sectioned' && supports.length > 1) set('sectioned mentioned again');
  const share =
    best.share >= 0.99 ? 'all' : best.share >= 0.5 ? 'most' : best.share >= 0.25 ? 'some' : 'little';
  set(`share:${share}`);
  set(`share:${share} section:${group} style:${style}`);
  if (best.listItem) set(`list item style:${style}`);
  set(`assertion:${best.assertion.assertion} style:${style}`);
  if (best.assertion.assertion === 'historical') {
    set(`historical chapter:${chapter}`);
    set(`historical by:${best.assertion.because} style:${style}`);
  }
  const negated = candidate.supports.filter((support) => support.assertion.assertion === 'negated').length;
  if (negated > 0) set('also negated', negated / candidate.supports.length);
  const siblings = situation.categories.get(code.slice(0, 3)) ?? 1;
  if (siblings > 1) set('rivals in category', Math.log(siblings));
  const letters = longestWord(dictionary, mention.entry);
  set('longest word', letters / 10);
  const ending = diseaseEnding(dictionary, mention.entry);
  set(`ending:${ending}`);
  if (asked === 1) set(`single word ending:${ending} style:${style}`);
  if (asked === 1) set(`single word of ${Math.min(12, Math.max(4, letters))} letters`);
  return features;
}

/** The plain reading of words that a diagnosis section states: the note's own list of what the patient has. */
export function isPlainlyStated({ stated, rank, section }: Support): boolean {
  return stated === true && rank === 0 && sectionGroup(section) === 'diagnosis';
}

/** P(reported) by the logistic model. */
export function confidenceOf(features: Features, model: ConfidenceWeights): number {
  let sum = 0;
  for (const [name, value] of features) sum += (model.weights[name] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** The support the reader should see first. */
export function strongest(supports: readonly Support[]): Support | undefined {
  let best: Support | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const support of supports) {
    const { mention, overlap } = support.selected;
    const score =
      mention.mass -
      mention.gap -
      3 * support.rank -
      3 * overlap -
      0.5 * mention.distance +
      (sectionGroup(support.section) === 'diagnosis' ? 6 : 0);
    if (score > bestScore) {
      best = support;
      bestScore = score;
    }
  }
  return best;
}

function chapterGroup(code: string): string {
  const letter = code.charAt(0);
  if (letter === 'R') return code < 'R50' ? 'R00-R49' : code < 'R70' ? 'R50-R69' : 'R70-R99';
  if (letter === 'D') return code < 'D50' ? 'D00-D49' : 'D50-D89';
  if (letter === 'Z') return code < 'Z20' ? 'Z00-Z19' : code < 'Z77' ? 'Z20-Z76' : 'Z77-Z99';
  if (letter === 'H') return code < 'H60' ? 'H00-H59' : 'H60-H95';
  return 'VWXY'.includes(letter) ? 'V-Y' : letter;
}

const ENDINGS =
  /(itis|oma|emia|algia|uria|pathy|osis|penia|plegia|paresis|rrhea|pnea|phagia|megaly|trophy|plasia|stasis|rrhage|tension|edema|ism)$/;

/** The Greek or Latin ending that makes a word a disease; words without one are more often ordinary English. */
function diseaseEnding(dictionary: Dictionary, entry: number): string {
  for (const word of dictionary.required.at(entry)) {
    const ending = ENDINGS.exec(dictionary.word(word))?.[1];
    if (ending !== undefined) return ending;
  }
  return 'none';
}

function longestWord(dictionary: Dictionary, entry: number): number {
  let longest = 0;
  for (const word of dictionary.required.at(entry)) longest = Math.max(longest, dictionary.word(word).length);
  return longest;
}
