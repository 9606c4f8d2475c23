import { stemOf } from '../sentence-words.ts';

/** A table label or a phrase of the note in the one form they are compared in, without side. */
export function bodyPartKey(words: readonly string[]): string {
  return words
    .filter((word) => word !== 'of' && word !== 'the')
    .map(stemOf)
    .join(' ');
}

/** What a report calls the parts that the tables label otherwise (`lexicon/pcs/parts.tsv`). */
export class Anatomy {
  readonly #labels = new Map<string, string[]>();

  constructor(parts: readonly (readonly string[])[]) {
    for (const [said = '', label = ''] of parts) {
      const key = bodyPartKey(said.split(' '));
      const labels = this.#labels.get(key) ?? [];
      labels.push(bodyPartKey(label.replaceAll(',', ' ').split(/\s+/)));
      this.#labels.set(key, labels);
    }
  }

  /** The forms under which a phrase of the note may stand in a table, best first. */
  forms(words: readonly string[]): readonly string[] {
    const own = bodyPartKey(words);
    return [own, ...(this.#labels.get(own) ?? [])];
  }
}
