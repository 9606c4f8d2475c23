import type { CodeId, CodeTable } from '../book/code-table.ts';
import type { CodeRef, Side } from './types.ts';

const SIDE_WORDS = /\b(?:right|left|bilateral|unilateral|unspecified|both|eyes?|ears?|sides?)\b|[,\s]+/g;

/** The same title on another side, within the code's category. */
export function sideVariants(codes: CodeTable, id: CodeId): (CodeRef & { readonly side: Side })[] {
  const own = codes.title(id);
  const side = sideOf(own);
  if (side === null) return [];
  const bare = withoutSide(own);
  const variants: (CodeRef & { readonly side: Side })[] = [];
  for (const other of codes.withPrefix(codes.code(id).slice(0, 3))) {
    if (other === id || codes.billable(other) !== codes.billable(id)) continue;
    if (codes.code(other).length !== codes.code(id).length) continue;
    const title = codes.title(other);
    const otherSide = sideOf(title);
    if (otherSide === null || otherSide === side || withoutSide(title) !== bare) continue;
    variants.push({ code: codes.code(other), title, billable: codes.billable(other), side: otherSide });
  }
  // `Unspecified` alone names no side: some variant must say left or right.
  const named =
    side === 'left' || side === 'right' || variants.some((v) => v.side === 'left' || v.side === 'right');
  return named ? variants : [];
}

function sideOf(title: string): Side | null {
  const text = title.toLowerCase();
  if (/\bbilateral\b|\bboth\b/.test(text)) return 'bilateral';
  if (/\bright\b/.test(text)) return 'right';
  if (/\bleft\b/.test(text)) return 'left';
  return /\bunspecified\b/.test(text) ? 'unspecified' : null;
}

function withoutSide(title: string): string {
  return title.toLowerCase().replace(SIDE_WORDS, ' ').replace(/ +/g, ' ').trim();
}
