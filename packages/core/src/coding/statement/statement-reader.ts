import type { NoteDocument, SectionKind, Sentence } from '../../note/types.ts';
import type { Lexicon } from '../../words/lexicon.ts';
import { isEmptyWord } from '../dictionary/terms.ts';
import { sectionGroup } from '../document-style.ts';
import type { Mention } from '../mentions/find-mentions.ts';
import type { SelectedMention } from '../mentions/select-mentions.ts';
import { type Clause, clausesOf } from './clauses.ts';

/** Words of a clause that nothing explains: more of them, and the clause speaks of something else. */
const MOST_UNEXPLAINED = 1;

/**
 * Which mentions of a sentence are plainly stated: the words around them in their clause are other conditions, or say
 * how the condition is (side, degree, course, drugs, dates), and none says that it is only looked for.
 */
export class StatementReader {
  readonly #explained = new Set<string>();
  readonly #seeks = new Set<string>();
  readonly #tells = new Set<string>();
  readonly #drugs = new Set<string>();

  constructor(lexicon: Lexicon) {
    for (const { word, kind } of lexicon.statementWords ?? [])
      ({ seeks: this.#seeks, tells: this.#tells, explained: this.#explained })[kind].add(word);
    for (const { name } of lexicon.drugs ?? [])
      for (const word of name.split(/[\s/-]+/)) {
        this.#explained.add(word);
        this.#drugs.add(word);
      }
  }

  /**
   * Without mentions that join words across other things the statement says: one that cannot be stated must not hide
   * those that are. Prose is left as it is.
   */
  closeEnough(document: NoteDocument, sentence: Sentence, mentions: readonly Mention[]): readonly Mention[] {
    const section = document.sections[sentence.section]?.kind ?? 'body';
    if (sectionGroup(section) !== 'diagnosis' || this.#tellsIn(document, sentence, section)) return mentions;
    return mentions.filter((mention) => this.#looseGap(document, mention, mentions) <= widestGap(mention));
  }

  /** Whether a mention is nothing but the name of a drug ("metformin" for its long-term use). */
  namesDrug(document: NoteDocument, { tokens }: Mention): boolean {
    return tokens.every((at) => this.#drugs.has(document.tokens[at]?.norm ?? ''));
  }

  /** Words between a mention's own that say neither how the condition is nor more of one of its parts ("stage 3b"). */
  #looseGap(document: NoteDocument, mention: Mention, mentions: readonly Mention[]): number {
    if (mention.gap === 0) return 0;
    const { tokens } = mention;
    let gap = 0;
    for (let at = tokens[0] ?? 0; at < (tokens.at(-1) ?? 0); at++) {
      const token = document.tokens[at];
      if (token?.kind !== 'word' || tokens.includes(at) || isEmptyWord(token.norm)) continue;
      if (this.#explained.has(token.norm) || /\d/.test(token.norm)) continue;
      const ofPart = mentions.some(
        (other) =>
          other !== mention &&
          other.gap === 0 &&
          other.tokens.includes(at) &&
          other.tokens.some((part) => part < at && tokens.includes(part)),
      );
      if (!ofPart) gap++;
    }
    return gap;
  }

  #tellsIn(document: NoteDocument, sentence: Sentence, section: SectionKind): boolean {
    return section !== 'statement' && this.#isProse(document, sentence);
  }

  /** The mentions of `selected` that the sentence states. */
  stated(
    document: NoteDocument,
    sentence: Sentence,
    selected: readonly SelectedMention[],
  ): ReadonlySet<Mention> {
    const section = document.sections[sentence.section]?.kind ?? 'body';
    const clauses = clausesOf(document, sentence);
    const content = contentOf(document, sentence);
    const named = new Set(selected.flatMap(({ mention }) => mention.tokens));
    const unexplained = clauses.map((clause) => this.#unexplained(document, clause, named));
    const prose = this.#tellsIn(document, sentence, section);
    const all = selected.map(({ mention }) => mention);
    const found = new Set<Mention>();
    for (const { mention, overlap, ownFinding } of selected) {
      if (overlap > MOST_SHARED && !ownFinding) continue;
      if (this.#looseGap(document, mention, all) > widestGap(mention)) continue;
      // An adjective alone ("neutropenic", "diverticular") describes; it does not name.
      if (mention.distance === DERIVED && mention.tokens.length < 2) continue;
      // A drug by name is taken, not diagnosed; what that means is a rule's to say.
      if (this.namesDrug(document, mention)) continue;
      let strange = 0;
      clauses.forEach(({ first, end }, i) => {
        if (mention.tokens.some((token) => token >= first && token < end)) strange += unexplained[i] ?? 0;
      });
      if (prose && mention.tokens.length < LEAST_OF_PROSE * content) continue;
      if (strange <= Math.max(MOST_UNEXPLAINED, mention.tokens.length / 2)) found.add(mention);
    }
    return found;
  }

  /** A sentence about the patient ("she has had fatigue since"): what it mentions it need not diagnose. */
  #isProse({ tokens }: NoteDocument, { firstToken, endToken }: Sentence): boolean {
    for (let at = firstToken; at < endToken; at++) if (this.#tells.has(tokens[at]?.norm ?? '')) return true;
    return false;
  }

  #unexplained(document: NoteDocument, { first, end }: Clause, named: ReadonlySet<number>): number {
    let count = 0;
    for (let at = first; at < end; at++) {
      const token = document.tokens[at];
      if (token?.kind !== 'word' || named.has(at)) continue;
      if (this.#seeks.has(token.norm)) return Number.POSITIVE_INFINITY;
      if (!isEmptyWord(token.norm) && !this.#explained.has(token.norm) && !/\d/.test(token.norm)) count++;
    }
    return count;
  }
}

function widestGap({ tokens }: Mention): number {
  return tokens.length > 3 ? 3 : 1;
}

function contentOf({ tokens }: NoteDocument, { firstToken, endToken }: Sentence): number {
  let content = 0;
  for (let at = firstToken; at < endToken; at++) {
    const token = tokens[at];
    if (token?.kind === 'word' && !isEmptyWord(token.norm)) content++;
  }
  return content;
}

/** Share of a story's words that must name the condition for it to be what the sentence is about. */
const LEAST_OF_PROSE = 0.5;
const MOST_SHARED = 0.4;
const DERIVED = 2;
