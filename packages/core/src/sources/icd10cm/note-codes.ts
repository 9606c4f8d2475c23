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
    spans.push({ from, to });
  }
  return spans;
}
