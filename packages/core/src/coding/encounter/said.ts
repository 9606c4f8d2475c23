import { assertionOf } from '../../note/assertion.ts';
import { sentenceAt } from '../../note/read-note.ts';
import type { Assertion, Span } from '../../note/types.ts';
import type { Support } from '../candidates.ts';
import type { Encounter } from './encounter.ts';

/** Words of the note that a rule looks for, as a support that no phrase of the book stands behind. */
export interface Saying {
  readonly match: RegExpExecArray;
  readonly support: Support;
}

/** No entry of the dictionary: a rule read these words, not the Index. */
const READ_BY_RULE: Support['selected'] = {
  mention: {
    entry: -1,
    sentence: -1,
    tokens: [],
    gap: 0,
    mass: 0,
    optionalSaid: 0,
    optionalAsked: 0,
    distance: 0,
    rewritten: 0,
    commas: 0,
    denied: [],
  },
  rank: 0,
  rivals: 1,
  overlap: 0,
  ownFinding: false,
};

const CURRENT: readonly Assertion[] = ['present'];

/** The words of `span` as a support; null in a heading, unless headings count. */
export function spanSupport({ document }: Encounter, span: Span, headings = false): Support | null {
  const sentence = sentenceAt(document, span.start);
  if (sentence === null ? !headings : span.end > sentence.end) return null;
  const section =
    sentence === null
      ? document.sections.find(({ start, end }) => span.start >= start && span.start < end)
      : document.sections[sentence.section];
  return {
    selected: {
      ...READ_BY_RULE,
      mention: {
        ...READ_BY_RULE.mention,
        sentence: sentence === null ? -1 : document.sentences.indexOf(sentence),
      },
    },
    rank: 0,
    span,
    section: section?.kind ?? 'body',
    heading: section?.heading ?? '',
    assertion: assertionOf(document, span),
    listItem: sentence?.listItem ?? false,
    share: 0,
    completion: { code: -1, steps: [], defaulted: false },
  };
}

/**
 * Every place where one sentence says `pattern` (global), held in one of the given ways; headings count only if asked.
 * Group `what`, where the pattern names one, is the evidence; otherwise the whole match is.
 */
export function sayings(
  encounter: Encounter,
  pattern: RegExp,
  held: readonly Assertion[] = CURRENT,
  headings = false,
): Saying[] {
  const found: Saying[] = [];
  for (const match of encounter.document.text.matchAll(pattern)) {
    const what = match.groups?.what ?? match[0];
    const start = match.index + match[0].indexOf(what);
    const support = spanSupport(encounter, { start, end: start + what.length }, headings);
    if (support !== null && held.includes(support.assertion.assertion)) found.push({ match, support });
  }
  return found;
}

/** The supports of the sayings, at most one for each sentence. */
export function supportsOf(found: readonly Saying[]): Support[] {
  const sentences = new Set<number>();
  return found.flatMap(({ support }) => {
    if (sentences.has(support.selected.mention.sentence)) return [];
    sentences.add(support.selected.mention.sentence);
    return [support];
  });
}
