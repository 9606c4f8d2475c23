import type { CodeId, CodeTable } from '../../book/code-table.ts';
import type { Release } from '../../book/release.ts';
import type { BodyPart } from '../../words/lexicon.ts';
import type { Dictionary } from '../dictionary/blobs.ts';
import { termsOf, titleTerms } from '../dictionary/terms.ts';
import { AxisWords, type Surroundings } from './axis-words.ts';
import { consciousness } from './consciousness-title.ts';
import { seventhCharacter } from './seventh-character.ts';
import { TabularTitles, type TitleWords } from './tabular-titles.ts';
import { weeksOfTitle } from './weeks-title.ts';

export interface Completion {
  readonly code: CodeId;
  /** The code of the other side, when the note says both and the book has no code for both. */
  readonly other?: CodeId;
  /** One line per step, for the trail. */
  readonly steps: readonly Step[];
  /** A step went to an "unspecified" child because the note says nothing: a query is due. */
  readonly defaulted: boolean;
}

interface Step {
  readonly from: CodeId;
  readonly to: CodeId;
  readonly because: string;
}

interface Choice {
  readonly code: CodeId;
  readonly because: string;
  readonly defaulted: boolean;
}

/** A code of the same category that says all another says. */
interface Kin {
  readonly level: CodeId;
  readonly asked: readonly number[];
  readonly names: ReadonlySet<number>;
  /** Words of the other that it holds nowhere: a side or trimester that the statement must contradict. */
  readonly unlessAgainst: readonly number[];
}

/** How a title stands to the statement, word by word. */
interface Reading {
  readonly said: readonly number[];
  readonly granted: number;
  readonly open: number;
  readonly against: boolean;
}

const MOST_STEPS = 6;

/**
 * Takes a code to the billable one that the statement's words settle (Guidelines I.A.4, I.A.5, I.B.2, I.B.13): down the
 * Tabular by every axis the note speaks of, to "unspecified" where it is silent, and across to the code that says what
 * an unspecified one leaves open.
 */
export class Completer {
  readonly #release: Release;
  readonly #codes: CodeTable;
  readonly #axes: AxisWords;
  readonly #titles: TabularTitles;
  readonly #defaults = new Map<CodeId, CodeId | null>();
  readonly #levels = new Map<CodeId, readonly CodeId[]>();
  readonly #axisNames = new Map<CodeId, ReadonlySet<number>>();
  readonly #kin = new Map<CodeId, readonly Kin[]>();

  constructor(release: Release, dictionary: Dictionary, bodyParts: readonly BodyPart[] = []) {
    this.#release = release;
    this.#codes = release.codes;
    this.#titles = new TabularTitles(release.codes, dictionary);
    this.#axes = new AxisWords(dictionary, this.#titles, bodyParts);
  }

  /** Null when no child can be defended: the category stays a query, never a guess. */
  complete(start: CodeId, around: Surroundings): Completion | null {
    const steps: Step[] = [];
    const go = (from: CodeId, choice: Choice): CodeId => {
      steps.push({ from, to: choice.code, because: choice.because });
      return choice.code;
    };
    let at = this.#levelOf(start);
    let defaulted = false;
    while (!this.#isLevel(at) && steps.length < MOST_STEPS) {
      const next = this.#down(at, around);
      if (next === null) return null;
      defaulted ||= next.defaulted;
      at = go(at, next);
    }
    if (!this.#isLevel(at) || this.#isContradicted(at, around)) return null;
    const across = this.#across(at, { ...around, says: around.near });
    if (across !== null) at = go(at, across);
    const title = this.#titles.of(at);
    defaulted ||= title.unspecified;
    const pair = title.unspecified && around.attributes.side === 'bilateral' ? this.#bothSides(at) : [];
    const [left, right] = pair;
    if (left !== undefined) at = go(at, { code: left, because: 'side: bilateral', defaulted: false });
    const last = this.#withSeventh(at, start, around);
    if (last === null) return null;
    if (last.code !== at) go(at, last);
    const other = right === undefined ? undefined : this.#withSeventh(right, start, around)?.code;
    return {
      code: last.code,
      steps,
      defaulted: defaulted || last.defaulted,
      ...(other === undefined ? {} : { other }),
    };
  }

  /** "Nontraumatic subdural hemorrhage" in a statement that says "traumatic". */
  #isContradicted(at: CodeId, around: Surroundings): boolean {
    return this.#titles.of(at).words.some((word) => {
      const opposite = OPPOSITES[this.#titles.word(word)];
      return opposite !== undefined && !around.says(word) && around.says(this.#titles.id(opposite));
    });
  }

  /** The code without its 7th character, which is chosen last. */
  #levelOf(code: CodeId): CodeId {
    return this.#isSeventh(code) ? this.#codes.parent(code) : code;
  }

  #isSeventh(code: CodeId): boolean {
    return this.#codes.code(code).replace('.', '').length === 7 && this.#codes.parent(code) >= 0;
  }

  /** Nothing is left to choose but a 7th character. */
  #isLevel(code: CodeId): boolean {
    const first = this.#codes.children(code)[0];
    return this.#codes.billable(code) || (first !== undefined && this.#isSeventh(first));
  }

  #withSeventh(level: CodeId, start: CodeId, around: Surroundings): Choice | null {
    if (this.#codes.billable(level)) return { code: level, because: '', defaulted: false };
    const children = this.#codes.children(level);
    const episode = seventhCharacter(this.#release, level, children, around.attributes);
    if (episode !== null) return episode;
    const chosen = this.#down(level, around);
    // The Index may name the 7th character itself.
    if (this.#codes.parent(start) === level && (chosen === null || chosen.defaulted))
      return { code: start, because: 'as the Index has it', defaulted: false };
    return chosen;
  }

  #down(at: CodeId, around: Surroundings): Choice | null {
    const children = this.#codes.children(at);
    const parent = this.#titles.of(at);
    const names = this.#axisNamesOf(at, children);
    let best: { choice: Choice; score: number } | null = null;
    let plain: { choice: Choice; rank: number } | null = null;
    for (const child of children) {
      const title = this.#titles.of(child);
      const reading = this.#read(child, title.asked, around, parent, names);
      if (reading.against) continue;
      const rank = plainness(title, reading, this.#residualOfItsOwn(child, at));
      if (plain === null || rank < plain.rank)
        plain = {
          choice: { code: child, because: 'the note does not say more', defaulted: rank === 0 },
          rank,
        };
      const { said, open } = reading;
      if (said.length === 0 || (open > 0 && open >= said.length)) continue;
      const score = said.length - open + reading.granted / 10;
      if (best === null || score > best.score)
        best = { choice: { code: child, because: this.#because(said), defaulted: false }, score };
    }
    if (best !== null) return best.choice;
    if (plain !== null && plain.rank < NOT_PLAIN) return plain.choice;
    const listed = this.#notOtherwiseSpecified(at, children);
    if (listed !== null) return { code: listed, because: 'the note does not say more', defaulted: false };
    return children.length === 1 && children[0] !== undefined
      ? { code: children[0], because: 'the only subdivision', defaulted: false }
      : null;
  }

  /** "Other specified disorders of bone density, unspecified site" is residual by its heading; "…, other site" by itself. */
  #residualOfItsOwn(child: CodeId, at: CodeId): boolean {
    if (!this.#titles.of(child).residual) return false;
    const [own, above] = [this.#codes.title(child), this.#codes.title(at)];
    return !own.startsWith(`${above},`) || /\bother\b/i.test(own.slice(above.length));
  }

  #because(said: readonly number[]): string {
    return `the note says ${said.map((word) => this.#titles.word(word)).join(', ')}`;
  }

  /** The words `asked` of a title that another does not say already, each as it stands to the statement. */
  #read(
    code: CodeId,
    asked: readonly number[],
    around: Surroundings,
    known: TitleWords,
    names: ReadonlySet<number>,
  ): Reading {
    const title = this.#titles.of(code);
    const said: number[] = [];
    let granted = 0;
    let open = 0;
    let against = false;
    const own = asked.filter((word) => !known.words.includes(word));
    // "Stage 2" asks for its own word beside the figure; "moderate stage" does not.
    const onlyFigures = own.every((word) => names.has(word) || /^\d+$/.test(this.#titles.word(word)));
    const standings = own.map((word) => this.#axes.standing(word, title, around));
    for (const [i, word] of own.entries()) {
      let standing = standings[i];
      if (
        standing === 'open' &&
        title.either.some(
          ([words, others]) =>
            words.includes(word) && others.every((other) => standings[own.indexOf(other)] === 'said'),
        )
      )
        standing = 'granted';
      if (standing === 'said' && (onlyFigures || !names.has(word))) said.push(word);
      else if (standing === 'granted' || (names.has(word) && !onlyFigures)) granted++;
      else if (standing === 'open') open++;
      against ||= standing === 'against';
    }
    for (const word of title.absent) {
      if (known.absent.includes(word) || title.words.includes(word)) continue;
      const standing = this.#axes.absent(word, around);
      if (standing === 'said') said.push(word);
      against ||= standing === 'against';
    }
    if (title.fetus !== undefined) {
      const about = title.fetus === around.attributes.fetus;
      return { said: about ? [this.#titles.id('fetus')] : [], granted, open: 0, against: !about };
    }
    const weeks = weeksOfTitle(
      this.#codes.title(code),
      around.attributes.gestationWeeks ?? around.patient?.weeks,
    );
    if (weeks === 'said') said.push(this.#titles.id('gestation'));
    else if (weeks === 'open') open++;
    else against ||= weeks === 'against';
    const tophi = /\bwith(out)? tophus\b/i.exec(this.#codes.title(code));
    if (tophi !== null) {
      const asked = tophi[1] === undefined;
      if ((around.attributes.tophi ?? false) !== asked) against = true;
      else granted++;
    }
    const awake = consciousness(this.#codes.title(code), around.attributes.unconscious);
    if (awake === null) return { said, granted, open, against };
    // What it says of consciousness is judged as a whole.
    return awake === 'said'
      ? { said: [...said, this.#titles.id('consciousness')], granted, open, against: false }
      : { said, granted, open, against: true };
  }

  /** "Eye" of "unspecified eye" names the axis its siblings choose on; alone it chooses none of them. */
  #axisNamesOf(at: CodeId, children: readonly CodeId[]): ReadonlySet<number> {
    let names = this.#axisNames.get(at);
    if (names === undefined) {
      const own = new Set<number>();
      for (const child of children) {
        const { words, asked, unspecified } = this.#titles.of(child);
        if (unspecified) for (const word of words) if (!asked.includes(word)) own.add(word);
      }
      names = own;
      this.#axisNames.set(at, own);
    }
    return names;
  }

  /**
   * From a code that leaves an axis open to the code of the same category that says all it says and what the statement
   * adds: "unspecified knee" to the side, "unspecified neoplasm of skin of ear" to the basal cell carcinoma there.
   */
  #across(at: CodeId, around: Surroundings): Choice | null {
    const title = this.#titles.of(at);
    const contradicted =
      consciousness(this.#codes.title(at), around.attributes.unconscious) === 'against' ||
      (around.attributes.several === true && title.words.includes(this.#titles.id('one')));
    if (!title.unspecified && !contradicted) return null;
    const category = this.#codes.ancestors(at).at(-1);
    if (category === undefined) return null;
    let best: { choice: Choice; said: number } | null = null;
    for (const { level, asked, names, unlessAgainst } of this.#kinOf(at, category)) {
      if (unlessAgainst.some((word) => this.#axes.standing(word, title, around) !== 'against')) continue;
      const reading = this.#read(level, asked, around, title, names);
      if (reading.against || reading.open > 0 || reading.said.length === 0) continue;
      if (reading.said.length < 2 && !this.#titles.of(level).words.includes(title.head)) continue;
      if (best === null || reading.said.length > best.said)
        best = {
          choice: { code: level, because: this.#because(reading.said), defaulted: false },
          said: reading.said.length,
        };
    }
    return best?.choice ?? null;
  }

  /** "Unspecified foot" leaves the side open, yet is of the foot. */
  #sitesAndAll(title: TitleWords): number[] {
    return title.words.filter((word) => !NAMES_AN_AXIS.test(this.#titles.word(word)));
  }

  /** The codes of its category that may stand for a code which leaves an axis open, as far as titles tell. */
  #kinOf(at: CodeId, category: CodeId): readonly Kin[] {
    let kin = this.#kin.get(at);
    if (kin === undefined) {
      kin = this.#levelsOf(category).flatMap((level) => (level === at ? [] : (this.#asKin(at, level) ?? [])));
      this.#kin.set(at, kin);
    }
    return kin;
  }

  /**
   * A code that, with the titles above it, holds the words of the one it replaces, but for a side or trimester that
   * the statement contradicts. Its own title must hold one of them: ocular hypertension is not glaucoma.
   */
  #asKin(at: CodeId, level: CodeId): Kin | null {
    const title = this.#titles.of(at);
    const other = this.#titles.of(level);
    if (other.residual) return null;
    const parent = this.#codes.parent(level);
    const isBeside = parent === this.#codes.parent(at);
    const words = isBeside ? title.asked : this.#sitesAndAll(title);
    if (words.length > 0 && !words.some((word) => other.words.includes(word))) return null;
    const above = this.#codes.ancestors(level).map((code) => this.#titles.of(code).words);
    const unlessAgainst = words.filter(
      (word) => !other.words.includes(word) && !above.some((held) => held.includes(word)),
    );
    if (!unlessAgainst.every((word) => this.#axes.isSettled(word, title))) return null;
    return {
      level,
      // "Unspecified shoulder" names the axis among siblings; a cousin of the shoulder must be said to be one.
      names: isBeside ? this.#axisNamesOf(parent, this.#codes.children(parent)) : NONE,
      asked: isBeside ? other.asked : this.#sitesAndAll(other),
      unlessAgainst,
    };
  }

  /** Every code below a category that only a 7th character may follow. */
  #levelsOf(category: CodeId): readonly CodeId[] {
    let levels = this.#levels.get(category);
    if (levels === undefined) {
      const found: CodeId[] = [];
      const walk = (code: CodeId): void => {
        if (this.#isLevel(code)) found.push(code);
        else for (const child of this.#codes.children(code)) walk(child);
      };
      walk(category);
      levels = found;
      this.#levels.set(category, found);
    }
    return levels;
  }

  /** The codes of the right and the left side, where no code says both (Guidelines I.B.13). */
  #bothSides(at: CodeId): CodeId[] {
    const { words } = this.#titles.of(at);
    const found = ['right', 'left'].flatMap((side) => {
      const wanted = new Set([...words, this.#titles.id(side)]);
      const sided = this.#codes.children(this.#codes.parent(at)).find((sibling) => {
        const own = this.#titles.of(sibling).words.filter((word) => this.#titles.word(word) !== 'side');
        return this.#isLevel(sibling) && own.length === wanted.size && own.every((word) => wanted.has(word));
      });
      return sided === undefined ? [] : [sided];
    });
    return found.length === 2 ? found : [];
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
}

const OPPOSITES: Readonly<Record<string, string>> = {
  nontraumatic: 'traumatic',
  nonrheumatic: 'rheumatic',
};
const NONE: ReadonlySet<number> = new Set();
const NOT_PLAIN = 9;
/** "Unspecified severity" asks for none; "unspecified foot" is still of the foot. */
const NAMES_AN_AXIS = /^(?:site|part|type|side|stage|severity|degree|duration|quadrant|trimester)$/;

/** How little a child asks of the note: 0 "unspecified", 1 nothing, 2 "without …", 9 something the note must say. */
function plainness(title: TitleWords, { said, open }: Reading, residual: boolean): number {
  if (residual) return NOT_PLAIN;
  const adds = said.length + open;
  if (adds === 0) return title.unspecified ? 0 : 1;
  return title.denies ? 2 + adds / 10 : NOT_PLAIN;
}
