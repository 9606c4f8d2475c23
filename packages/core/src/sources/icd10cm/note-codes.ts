import type { CodeSpan } from '../../book/rows.ts';
import { CATEGORY } from './code-pattern.ts';

const CODE = String.raw`${CATEGORY}(?:\.[0-9A-Z]{1,4})?(?![0-9A-Za-z])`;
/** The `.-` or `-` of a stem; a hyphen before a letter is a range's. */
const STEM = String.raw`(?:\.?-(?![A-Z])|\.(?=\s|$))?`;
const MENTION = new RegExp(
  String.raw`(?<![0-9A-Za-z.-])(${CODE})${STEM}(?:(?:\s*\.?-{1,2}\s*|\s+to\s+)(${CODE})${STEM})?`,
  'g',
);

/**
 * The codes a note names: single codes, lists, ranges (`K20-K31`, `S06.0- to S06.8-`), stems (`I85.-`) and
 * categories. Each end of a span covers its descendants. Vitamin B12 is the one word that looks like a code.
 */
export function noteCodes(text: string): CodeSpan[] {
  const spans: CodeSpan[] = [];
  for (const match of text.matchAll(MENTION)) {
    const [, from = '', to = from] = match;
    if (from === 'B12' && /vitamin\s+$/i.test(text.slice(0, match.index))) continue;
    const endings = endingsAfter(text.slice((match.index ?? 0) + match[0].length));
    if (endings.length > 0 && from.length === 3 && to.length === 3)
      spans.push(...withEndings(from, to, endings));
    else spans.push({ from, to });
  }
  return spans;
}

/** `E08-E13 with .51-.52`: the same subdivisions of every category of the range. */
function withEndings(from: string, to: string, endings: readonly CodeSpan[]): CodeSpan[] {
  const spans: CodeSpan[] = [];
  const [first, last] = [Number(from.slice(1)), Number(to.slice(1))];
  for (let number = first; number <= last; number++) {
    const category = `${from[0]}${String(number).padStart(2, '0')}`;
    for (const ending of endings) spans.push({ from: category + ending.from, to: category + ending.to });
  }
  return spans;
}

function endingsAfter(text: string): CodeSpan[] {
  const list = /^,? with ((?:\.\d+(?:-?\.\d+|-)?(?:, ?)?)+)/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/(\.\d+)(?:-(\.\d+))?/g)].map(([, from = '', to = from]) => ({ from, to }));
}
