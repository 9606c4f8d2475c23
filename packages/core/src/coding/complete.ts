import type { CodeId, CodeTable } from '../book/code-table.ts';
import type { Release } from '../book/release.ts';
import type { Attributes } from '../note/types.ts';
import type { Dictionary } from './dictionary/blobs.ts';
import { titleTerms } from './dictionary/terms.ts';
import { seventhCharacter } from './seventh-character.ts';

/** What the words around a mention offer for choosing among a category's children. */
export interface Surroundings {
  readonly says: (word: number) => boolean;
  readonly attributes: Attributes;
}

export interface Completion {
  readonly code: CodeId;
  /** One line per step down, for the trail. */
  readonly steps: readonly { readonly from: CodeId; readonly to: CodeId; readonly because: string }[];
  /** A step went to an "unspecified" child because the note says nothing: a query is due. */
  readonly defaulted: boolean;
}

/** "of unspecified eye": the axis is left open, its name asks for nothing. */
const OPEN_AXIS = /\bunspecified( [a-z]+){0,2}(?=,|$| of | with )/gi;

interface TitleWords {
  readonly words: readonly number[];
  readonly foreign: number;
  readonly residual: boolean;
  readonly unspecified: boolean;
}

/** Takes an incomplete code down to a billable one by what the note says (Guidelines I.A.4, I.A.5, I.B.2, I.B.13). */
export class Completer {
  readonly #release: Release;
  readonly #codes: CodeTable;
  readonly #dictionary: Dictionary;
  readonly #titles = new Map<CodeId, TitleWords>();

  constructor(release: Release, dictionary: Dictionary) {
    this.#release = release;
    this.#codes = release.codes;
    this.#dictionary = dictionary;
  }

  /** Null when no child can be defended: the category stays a query, never a guess. */
  complete(start: CodeId, around: Surroundings): Completion | null {
    const steps: { from: CodeId; to: CodeId; because: string }[] = [];
    let at = start;
    let defaulted = false;
    for (let depth = 0; !this.#codes.billable(at) && depth < 6; depth++) {
      const next = this.#down(at, around);
      if (next === null) return null;
      steps.push({ from: at, to: next.code, because: next.because });
      defaulted ||= next.defaulted;
      at = next.code;
    }
    if (!this.#codes.billable(at)) return null;
    const sided = this.#side(at, around.attributes);
    if (sided !== at) steps.push({ from: at, to: sided, because: `side: ${around.attributes.side}` });
    return { code: sided, steps, defaulted: defaulted || (sided === at && this.titleOf(at).unspecified) };
  }

  titleOf(code: CodeId): TitleWords {
    let known = this.#titles.get(code);
    if (known === undefined) {
      const { terms, residual, unspecified } = titleTerms(this.#codes.title(code));
      const ids = terms.map((word) => this.#dictionary.id(word));
      const words = ids.filter((id) => id >= 0);
      known = { words, foreign: ids.length - words.length, residual, unspecified };
      this.#titles.set(code, known);
    }
    return known;
  }

  #down(at: CodeId, around: Surroundings): { code: CodeId; because: string; defaulted: boolean } | null {
    const children = this.#codes.children(at);
    if (children.length === 0) return null;
    const seventh = seventhCharacter(this.#release, at, children, around.attributes);
    if (seventh !== null) return seventh;
    const parentWords = new Set(this.titleOf(at).words);
    let best: { code: CodeId; said: number; missing: number; because: string } | null = null;
    let plain: CodeId | null = null;
    let plainRank = 9;
    for (const child of children) {
      const title = this.titleOf(child);
      const own = title.words.filter((word) => !parentWords.has(word));
      const said = own.filter((word) => around.says(word) || this.#saysSide(word, around.attributes));
      const rank = this.#plainness(child, title, parentWords);
      if (rank < plainRank) {
        plain = child;
        plainRank = rank;
      }
      if (said.length === 0) continue;
      const missing = own.length - said.length + title.foreign;
      if (missing > 0 && missing >= said.length) continue;
      if (best === null || said.length - missing > best.said - best.missing)
        best = { code: child, said: said.length, missing, because: `the note says ${said.map((word) => this.#dictionary.word(word)).join(', ')}` };
    }
    if (best !== null) return { code: best.code, because: best.because, defaulted: false };
    if (plain !== null) return { code: plain, because: 'the note does not say more', defaulted: plainRank === 0 };
    return children.length === 1 && children[0] !== undefined
      ? { code: children[0], because: 'the only subdivision', defaulted: false }
      : null;
  }

  /** How little a child adds to its parent: 0 "unspecified", 1 nothing, 2 "without …", 9 something the note must say. */
  #plainness(child: CodeId, title: TitleWords, parentWords: ReadonlySet<number>): number {
    const { terms } = titleTerms(this.#codes.title(child).replace(OPEN_AXIS, ' '));
    const adds = terms.some((word) => !parentWords.has(this.#dictionary.id(word)) && !/^(part|type|uncomplicated)$/.test(word));
    if (!adds && !title.residual) return title.unspecified ? 0 : 1;
    return /\bwithout\b|\bnot\b|uncomplicated/i.test(this.#codes.title(child)) && !title.residual ? 2 : 9;
  }

  #saysSide(word: number, attributes: Attributes): boolean {
    return attributes.side !== undefined && this.#dictionary.word(word) === attributes.side;
  }

  /** "… of unspecified knee" with a side in the note becomes the sibling of that side (Guidelines I.B.13). */
  #side(code: CodeId, attributes: Attributes): CodeId {
    const { side } = attributes;
    const title = this.#codes.title(code).toLowerCase();
    if (side === undefined || !title.includes('unspecified')) return code;
    const seventh = this.#codes.code(code).replace('.', '').length === 7;
    const level = seventh ? this.#codes.parent(code) : code;
    const parent = this.#codes.parent(level);
    if (parent < 0) return code;
    const wanted = this.#codes.title(level).toLowerCase().replace('unspecified', side);
    for (const sibling of this.#codes.children(parent)) {
      const name = this.#codes.title(sibling).toLowerCase();
      if (name !== wanted && name !== wanted.replace(side, `${side} side`)) continue;
      if (!seventh) return this.#codes.billable(sibling) ? sibling : code;
      const character = this.#codes.code(code).at(-1);
      return this.#codes.children(sibling).find((leaf) => this.#codes.code(leaf).endsWith(character ?? 'A')) ?? code;
    }
    return code;
  }
}
