import type { CodeId, CodeTable } from '../book/code-table.ts';
import type { Support } from './candidates.ts';
import type { Alternative, CodedCode, Query } from './types.ts';

const MOST_OPTIONS = 4;

/** Sibling codes that differ only in what an unspecified code leaves open. */
function moreSpecific(codes: CodeTable, code: CodeId): CodeId[] {
  // "Stage 1 through 4, or unspecified" is a group that takes what is known, too.
  if (!/(?<!\bor )\bunspecified\b/i.test(codes.title(code))) return [];
  const seventh = codes.code(code).replace('.', '').length === 7;
  const level = seventh ? codes.parent(code) : code;
  const parent = codes.parent(level);
  if (parent < 0) return [];
  return codes
    .children(parent)
    .filter((sibling) => sibling !== level && !/\bunspecified\b|^other\b/i.test(codes.title(sibling)));
}

/**
 * A question to the provider that names the documented words and what is open, never the answer that would pay more
 * (the compliant-query practice of offering clinically supported options and a way out).
 */
export function queriesFor(
  codes: CodeTable,
  code: CodeId,
  support: Support | undefined,
  text: string,
): Query[] {
  const options = moreSpecific(codes, code);
  if (options.length === 0 || support === undefined || isSymptom(codes.code(code))) return [];
  const words = text.slice(support.span.start, support.span.end).replace(/\s+/g, ' ');
  const titles = options.map((option) => codes.title(option));
  if (titles.some((title) => /\b(left|right)\b/i.test(title)))
    return [
      {
        kind: 'laterality',
        text: `The note documents "${words}". Please state the side, if known: right, left, bilateral, or unable to determine.`,
      },
    ];
  // A list cut short in the book's order would lead; what the note cannot tell apart in a few words is not asked.
  if (options.length > MOST_OPTIONS) return [];
  return [
    {
      kind: 'specificity',
      text: `The note documents "${words}" without further detail. If clinically known, please specify (${titles.join('; ')}, or another kind), or state that it cannot be determined.`,
    },
  ];
}

const MOST_QUERIES = 3;

/** A symptom is coded as it is told; asking for more of it asks for a diagnosis. */
function isSymptom(code: string): boolean {
  return code.startsWith('R');
}

/**
 * At most three questions a note, those first whose code is surest: a provider who is asked everything answers nothing.
 */
export function fewQueries(codes: readonly CodedCode[]): CodedCode[] {
  const asking = codes
    .filter(({ queries }) => queries.length > 0)
    .sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_QUERIES);
  return codes.map((code) =>
    asking.includes(code) ? { ...code, queries: code.queries.slice(0, 1) } : { ...code, queries: [] },
  );
}

/** Codes a reviewer should compare: other readings of the same words, then more specific siblings. */
export function alternativesFor(codes: CodeTable, code: CodeId, readings: readonly CodeId[]): Alternative[] {
  const seen = new Set<CodeId>([code]);
  const alternatives: Alternative[] = [];
  const add = (other: CodeId, why: string): void => {
    if (seen.has(other) || alternatives.length >= 5) return;
    seen.add(other);
    alternatives.push({ code: codes.code(other), title: codes.title(other), why });
  };
  for (const reading of readings) add(reading, 'the same words also lead here');
  for (const sibling of moreSpecific(codes, code).slice(0, MOST_OPTIONS))
    add(sibling, 'more specific, if documented');
  return alternatives;
}
