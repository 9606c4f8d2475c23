import { wordsOf } from '../../words/fold.ts';
import { root } from '../root.ts';

/** A numbered section as it stands in the guidelines. */
export interface Section {
  readonly section: string;
  readonly title: string;
  readonly page: number;
  readonly text: string;
}

/** What BM25 calls k1 and b, at their usual values. */
const SATURATION = 1.2;
const LENGTH = 0.6;
/** A word of a section's own heading counts as often as this many in its text; of the headings above it, half. */
const HEADING = 4;
const HEADING_ABOVE = 2;

const WHOLE_HEADING = 0.6;

/** Words every question has and no section is about. */
const EMPTY = new Set(
  'a an the is are be can do does did how what which when where who why should would could may might must i we you my our your it its this that these those of in on for to with and or not no if as at by from there about say says guideline guidelines code codes coded coding icd 10 cm official section rule rules use used using assign assigned report reported'.split(
    ' ',
  ),
);

export type FindPassages = (words: string, limit?: number) => readonly Section[];

/**
 * An index over numbered sections: the words of a section, of its heading and of the headings above it, ranked as BM25 does.
 * Words are stemmed; `also` gives other words that mean the same (`MI` for `myocardial infarction`).
 */
export function passageIndex(
  sections: readonly Section[],
  also: (word: string) => readonly string[] = () => [],
): FindPassages {
  const titles = new Map(sections.map(({ section, title }) => [section, stemsOf(title)]));
  const spoken = sections.filter(({ text }) => text.trim() !== '');
  const postings = new Map<string, Map<number, number>>();
  const lengths = spoken.map(({ section, title, text }, at) => {
    const add = (word: string, weight: number): void => {
      let list = postings.get(word);
      if (list === undefined) {
        list = new Map();
        postings.set(word, list);
      }
      list.set(at, (list.get(at) ?? 0) + weight);
    };
    const words = stemsOf(text);
    for (const word of words) add(word, 1);
    for (const word of stemsOf(title)) add(word, HEADING);
    for (const above of aboveOf(section))
      for (const word of titles.get(above) ?? []) add(word, HEADING_ABOVE);
    return words.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (words, limit = 3) => {
    const scores = new Map<number, number>();
    const asked = new Map<string, number>();
    for (const word of new Set(wordsOf(words))) {
      if (EMPTY.has(word)) continue;
      asked.set(root(word), 1);
      for (const other of also(word))
        for (const one of stemsOf(other)) if (!asked.has(one)) asked.set(one, 0.7);
    }
    for (const [word, weight] of asked) {
      const list = postings.get(word);
      if (list === undefined) continue;
      const rarity = Math.log(1 + (spoken.length - list.size + 0.5) / (list.size + 0.5));
      for (const [at, count] of list) {
        const length = 1 - LENGTH + (LENGTH * (lengths[at] ?? mean)) / mean;
        const score = (weight * rarity * count * (SATURATION + 1)) / (count + SATURATION * length);
        scores.set(at, (scores.get(at) ?? 0) + score);
      }
    }
    for (const [at, { title }] of spoken.entries()) {
      const score = scores.get(at);
      if (score === undefined) continue;
      const heading = new Set(stemsOf(title));
      const met = [...heading].filter((word) => asked.has(word)).length;
      // A section whose whole heading is asked for is the one on the matter.
      if (heading.size > 0) scores.set(at, score * (1 + WHOLE_HEADING * (met / heading.size) ** 2));
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .flatMap(([at]) => spoken[at] ?? []);
  };
}

function stemsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => (EMPTY.has(word) ? [] : [root(word)]));
}

/** `I.C.9.a.2` stands under `I.C.9.a`, `I.C.9`, `I.C`, `I`. */
function aboveOf(section: string): string[] {
  const parts = section.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}
