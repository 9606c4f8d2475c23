import type { PcsValue } from '../../../book/rows.ts';
import { wordsOf } from '../../../words/fold.ts';
import { stemOf } from '../sentence-words.ts';
import type { AxisWord } from './axes.ts';

/** Words of labels that no report needs to say. */
const EMPTY: ReadonlySet<string> = new Set(
  ['device', 'substitute', 'synthetic', 'tissue', 'other', 'no', 'and', 'of', 'on', 'the', 'with'].map(
    stemOf,
  ),
);

/**
 * The value whose label the sentence says in its own words: all that tells it from the other values of the row must be
 * there ("cemented" against "uncemented", "ceramic on polyethylene" against "ceramic").
 */
export function valueSaid(
  options: readonly PcsValue[],
  stems: ReadonlySet<string>,
  text: string,
): AxisWord | undefined {
  const labels = options.map(
    ({ label }) =>
      new Set(
        wordsOf(label)
          .map(stemOf)
          .filter((word) => !EMPTY.has(word)),
      ),
  );
  let best: { value: string; words: string; said: number } | null = null;
  let ties = 0;
  options.forEach(({ value, label }, at) => {
    if (/^no\b/i.test(label)) return;
    const own = [...(labels[at] ?? [])].filter((word) => !labels.every((other) => other.has(word)));
    if (own.length === 0 || !own.every((word) => stems.has(word))) return;
    if (best === null || own.length > best.said) {
      best = { value, words: spoken(own, text), said: own.length };
      ties = 0;
    } else if (own.length === best.said) ties++;
  });
  const found = best as { value: string; words: string } | null;
  return found === null || ties > 0 ? undefined : { value: found.value, words: found.words };
}

/** The words as the sentence writes them. */
function spoken(stems: readonly string[], text: string): string {
  return text
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => wordsOf(word).some((one) => stems.includes(stemOf(one))))
    .slice(0, 4)
    .join(' ');
}
