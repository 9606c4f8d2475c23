import type { CodeId, CodeTable } from '../book/code-table.ts';
import type { Release } from '../book/release.ts';
import type { Attributes, Side } from '../note/types.ts';
import type { Dictionary } from './dictionary/blobs.ts';
import { termsOf, titleTerms } from './dictionary/terms.ts';
import { seventhCharacter } from './seventh-character.ts';

/** What the words around a mention offer for choosing among a category's children. */
export interface Surroundings {
  readonly says: (word: number) => boolean;
  readonly attributes: Attributes;
}

export interface Completion {
  readonly code: CodeId;
  /** The code of the other side, when the note says both and the book has no code for both. */
  readonly other?: CodeId;
  /** One line per step down, for the trail. */
  readonly steps: readonly { readonly from: CodeId; readonly to: CodeId; readonly because: string }[];
  /** A step went to an "unspecified" child because the note says nothing: a query is due. */
  readonly defaulted: boolean;
}

/** "of unspecified eye": the axis is left open, its name asks for nothing. */
const OPEN_AXIS = /(?<!with )\bunspecified( [a-z]+){0,2}?(?=,|$| of | with )/gi;

const PARTS_OF_LIMB = {
  upper: ['hand', 'wrist', 'forearm', 'elbow', 'arm'],
  lower: ['foot', 'ankle', 'leg', 'knee', 'thigh', 'calf', 'heel'],
} as const;
const ANY_LIMB: readonly string[] = [...PARTS_OF_LIMB.upper, ...PARTS_OF_LIMB.lower];

const TRIMESTERS = { 1: 'first', 2: 'second', 3: 'third' } as const;

interface TitleWords {
  readonly words: readonly number[];
  /** Words the dictionary does not have. */
  readonly foreign: number;
  /** Words left when the axes it leaves open are taken out. */
  readonly asked: readonly number[];
  /** It says what is absent ("without …"). */
  readonly denies: boolean;
  readonly residual: boolean;
  readonly unspecified: boolean;
}

/** Takes an incomplete code down to a billable one by what the note says (Guidelines I.A.4, I.A.5, I.B.2, I.B.13). */
export class Completer {
  readonly #release: Release;
  readonly #codes: CodeTable;
  readonly #dictionary: Dictionary;
  readonly #defaults = new Map<CodeId, CodeId | null>();
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
    const [sided = at, other] = this.#sides(at, around.attributes);
    if (sided !== at) steps.push({ from: at, to: sided, because: `side: ${around.attributes.side}` });
    return {
      code: sided,
      steps,
      defaulted: defaulted || (sided === at && this.titleOf(at).unspecified),
      ...(other === undefined ? {} : { other }),
    };
  }

  titleOf(code: CodeId): TitleWords {
    let known = this.#titles.get(code);
    if (known === undefined) {
      const { terms, residual, unspecified } = titleTerms(this.#codes.title(code));
      const ids = terms.map((word) => this.#dictionary.id(word));
      const words = ids.filter((id) => id >= 0);
      const title = this.#codes.title(code);
      known = {
        words,
        foreign: ids.length - words.length,
        asked: titleTerms(title.replace(OPEN_AXIS, ' '))
          .terms.filter((word) => !/^(part|type|uncomplicated)$/.test(word))
          .map((word) => this.#dictionary.id(word)),
        denies: /\bwithout\b|\bnot\b|uncomplicated/i.test(title),
        residual,
        unspecified,
      };
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
      const said = own.filter(
        (word) =>
          around.says(word) || this.#saysAttribute(word, around.attributes) || this.#saysLimb(word, around),
      );
      const rank = this.#plainness(title, parentWords);
      if (rank < plainRank) {
        plain = child;
        plainRank = rank;
      }
      if (said.length === 0) continue;
      const missing = own.length - said.length + title.foreign;
      if (missing > 0 && missing >= said.length) continue;
      if (best === null || said.length - missing > best.said - best.missing)
        best = {
          code: child,
          said: said.length,
          missing,
          because: `the note says ${said.map((word) => this.#dictionary.word(word)).join(', ')}`,
        };
    }
    if (best !== null) return { code: best.code, because: best.because, defaulted: false };
    plain ??= this.#notOtherwiseSpecified(at, children);
    if (plain !== null)
      return { code: plain, because: 'the note does not say more', defaulted: plainRank === 0 };
    return children.length === 1 && children[0] !== undefined
      ? { code: children[0], because: 'the only subdivision', defaulted: false }
      : null;
  }

  /** The child that lists the category's own words with "NOS": where the Tabular puts what the note leaves open. */
  #notOtherwiseSpecified(at: CodeId, children: readonly CodeId[]): CodeId | null {
    const known = this.#defaults.get(at);
    if (known !== undefined) return known;
    const words = new Set(titleTerms(this.#codes.title(at)).terms);
    const listed = children.find((child) =>
      this.#release
        .notesAt('code', this.#codes.code(child))
        .some(
          ({ kind, text }) =>
            kind === 'inclusionTerm' &&
            /\bNOS$/.test(text.trim()) &&
            termsOf(text).every((word) => words.has(word)),
        ),
    );
    this.#defaults.set(at, listed ?? null);
    return listed ?? null;
  }

  /** How little a child adds to its parent: 0 "unspecified", 1 nothing, 2 "without …", 9 something the note must say. */
  #plainness(title: TitleWords, parentWords: ReadonlySet<number>): number {
    if (title.residual) return 9;
    let adds = 0;
    for (const word of title.asked) if (!parentWords.has(word)) adds++;
    if (adds === 0) return title.unspecified ? 0 : 1;
    return title.denies ? 2 + adds / 10 : 9;
  }

  /** A hand is part of the upper limb, a foot of the lower. */
  #saysLimb(word: number, around: Surroundings): boolean {
    const name = this.#dictionary.word(word);
    const part = name === 'limb' ? ANY_LIMB : name === 'upper' || name === 'lower' ? PARTS_OF_LIMB[name] : [];
    return part.some((term) => around.says(this.#dictionary.id(term)));
  }

  /** Side and trimester may be said outside the sentence's own words. */
  #saysAttribute(word: number, { side, trimester }: Attributes): boolean {
    const name = this.#dictionary.word(word);
    if (side !== undefined && name === side) return true;
    return trimester !== undefined && (name === 'trimester' || name === TRIMESTERS[trimester]);
  }

  /**
   * "… of unspecified knee" with a side in the note becomes the code of that side; both sides without a bilateral
   * code are two codes (Guidelines I.B.13). Empty when nothing better exists.
   */
  #sides(code: CodeId, { side }: Attributes): CodeId[] {
    if (side === undefined || !this.titleOf(code).unspecified) return [];
    if (side !== 'bilateral') return this.#sibling(code, side);
    const both = this.#sibling(code, 'bilateral');
    return both.length > 0 ? both : [...this.#sibling(code, 'right'), ...this.#sibling(code, 'left')];
  }

  /** The code beside this one whose title says the same and the side. */
  #sibling(code: CodeId, side: Side): CodeId[] {
    const seventh = this.#codes.code(code).replace('.', '').length === 7;
    const level = seventh ? this.#codes.parent(code) : code;
    const parent = this.#codes.parent(level);
    if (parent < 0) return [];
    const wanted = new Set([...this.titleOf(level).words, this.#dictionary.id(side)]);
    for (const sibling of this.#codes.children(parent)) {
      const words = this.titleOf(sibling).words.filter((word) => this.#dictionary.word(word) !== 'side');
      if (words.length !== wanted.size || !words.every((word) => wanted.has(word))) continue;
      if (!seventh) return this.#codes.billable(sibling) ? [sibling] : [];
      const character = this.#codes.code(code).at(-1) ?? 'A';
      return this.#codes.children(sibling).filter((leaf) => this.#codes.code(leaf).endsWith(character));
    }
    return [];
  }
}
