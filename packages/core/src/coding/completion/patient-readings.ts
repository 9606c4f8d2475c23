import type { Release } from '../../book/release.ts';
import type { Maternity } from '../../note/maternity.ts';
import type { Dictionary } from '../dictionary/blobs.ts';

/** What the patient is, that the Index has subterms for. */
export type PatientState = Maternity | 'newborn';

/** Words of the Index that say the state, one of which must stand in the line, and the others that go with it. */
const STATES: Readonly<
  Record<
    PatientState,
    { readonly says: readonly string[]; readonly with: readonly string[]; readonly chapter: string }
  >
> = {
  newborn: { says: ['newborn', 'neonatal'], with: [], chapter: 'P' },
  pregnant: { says: ['pregnancy'], with: ['complicating', 'complicated', 'pre', 'existing'], chapter: 'O' },
  delivering: {
    says: ['childbirth', 'delivery', 'labor'],
    with: ['complicating', 'complicated', 'pre', 'existing', 'during'],
    chapter: 'O',
  },
  postpartum: {
    says: ['puerperal', 'postpartum'],
    with: ['complicating', 'complicated', 'pre', 'existing', 'childbirth', 'gestational'],
    chapter: 'O',
  },
};

/**
 * The line of the Index for the patient at hand: in a newborn, "hypoglycemia" is "Hypoglycemia, newborn"; in a pregnant
 * woman, "hypertension" is "Hypertension, complicating pregnancy" (Guidelines I.C.15.a.1, I.C.16.a.1).
 */
export class PatientReadings {
  readonly #release: Release;
  readonly #dictionary: Dictionary;
  readonly #denied: ReadonlySet<number>;
  #names: Map<number, readonly number[]> | null = null;
  readonly #byState = new Map<PatientState, ReadonlyMap<string, number>>();

  constructor(release: Release, dictionary: Dictionary) {
    this.#release = release;
    this.#dictionary = dictionary;
    this.#denied = dictionary.deniedWords;
  }

  /** The entry that stands for `entry` in such a patient, or -1. */
  of(entry: number, state: PatientState): number {
    const { chapter } = STATES[state];
    if (this.#codeOf(entry).startsWith(chapter)) return -1;
    const lines = this.#linesOf(state);
    const words = [...this.#dictionary.required.at(entry)].filter((word) => !this.#denied.has(word));
    const whole = lines.get(keyOf(words));
    if (whole !== undefined) return whole;
    // One word may be non-essential in the other line ("infection (… tract), urinary").
    for (const left of words) {
      const found = words.length > 1 ? lines.get(keyOf(words.filter((word) => word !== left))) : undefined;
      if (found !== undefined && this.#dictionary.optional.at(found).includes(left)) return found;
    }
    // Another name of the same thing ("septicemia") may be the one that has the subterm.
    for (const name of this.#namesOf(this.#dictionary.targets[entry] ?? -1)) {
      const found = lines.get(String(name));
      if (found !== undefined) return found;
    }
    return state === 'delivering' || state === 'postpartum' ? this.of(entry, 'pregnant') : -1;
  }

  /** Whether the other chapter's own code is reported too: the Tabular asks to name the condition with it. */
  keeps(entry: number, instead: number): boolean {
    const own = this.#codeOf(entry);
    // Chapter 16 stands alone.
    if (!this.#codeOf(instead).startsWith('O')) return false;
    return this.#release
      .notesFor(this.#codeOf(instead))
      .some(
        ({ kind, text, codes }) =>
          kind === 'useAdditionalCode' &&
          (/specific (?:condition|infectious)/.test(text) ||
            codes.some(({ from, to }) => from <= own && own.slice(0, to.length) <= to)),
      );
  }

  /** The single words that lead to a code. */
  #namesOf(target: number): readonly number[] {
    if (this.#names === null) {
      this.#names = new Map();
      const { targets, required } = this.#dictionary;
      for (let entry = 0; entry < targets.length; entry++) {
        const [word, more] = required.at(entry);
        const code = targets[entry] ?? -1;
        if (word === undefined || more !== undefined) continue;
        this.#names.set(code, [...(this.#names.get(code) ?? []), word]);
      }
    }
    return this.#names.get(target) ?? [];
  }

  #codeOf(entry: number): string {
    return this.#release.codes.code(this.#dictionary.targets[entry] ?? 0);
  }

  #linesOf(state: PatientState): ReadonlyMap<string, number> {
    let lines = this.#byState.get(state);
    if (lines === undefined) {
      lines = this.#read(state);
      this.#byState.set(state, lines);
    }
    return lines;
  }

  #read(state: PatientState): Map<string, number> {
    const { says, with: along, chapter } = STATES[state];
    const ids = (words: readonly string[]): number[] => words.map((word) => this.#dictionary.id(word));
    const saying = new Set(ids(says));
    const dropped = new Set([...saying, ...ids(along)]);
    const lines = new Map<string, { entry: number; dropped: number }>();
    const { targets } = this.#dictionary;
    for (let entry = 0; entry < targets.length; entry++) {
      const required = [...this.#dictionary.required.at(entry)];
      const code = this.#codeOf(entry);
      // An injury or neoplasm keeps its own code, with O9A only where the provider says it complicates.
      if (!required.some((word) => saying.has(word)) || !code.startsWith(chapter) || code.startsWith('O9A'))
        continue;
      const rest = required.filter((word) => !dropped.has(word));
      if (rest.length === 0) continue;
      const key = keyOf(rest);
      const known = lines.get(key);
      // "Hypertension, complicating pregnancy" before "…, pre-existing".
      const less = required.length - rest.length;
      if (known === undefined || less < known.dropped) lines.set(key, { entry, dropped: less });
    }
    return new Map([...lines].map(([key, { entry }]) => [key, entry]));
  }
}

function keyOf(words: readonly number[]): string {
  return [...words].sort((a, b) => a - b).join(',');
}
