import type { ReleaseDraft } from '../../packages/core/src/book/rows.ts';
import { unitOfTitle } from '../../packages/core/src/coding/procedures/drugs/dose.ts';
import type { ProcedureWords } from '../../packages/core/src/words/procedure-words.ts';
import type { Mismatch } from './mismatch.ts';
import type { Official } from './official.ts';

const PLACE = 'lexicon/procedures';

/** Codes of the tables of acts, drugs and vaccines are in force; a drug's title says what one unit of it is; families and sites are known. */
export function* verifyProcedureWords(
  words: ProcedureWords,
  starter: ReleaseDraft,
  official: Official,
): Generator<Mismatch> {
  const titles = new Map(
    official.hcpcs.codes.flatMap((row) => (row.billable ? [[row.code, row.title]] : [])),
  );
  for (const [code = ''] of words.levelTwo)
    if (!titles.has(code)) yield { place: `${PLACE}/level-two.tsv`, what: code, official: 'not in force' };
  for (const [code = '', ways = '', kind = ''] of words.drugs) {
    const title = titles.get(code);
    const place = `${PLACE}/drugs.tsv`;
    if (title === undefined) yield { place, what: `${code} (${ways})`, official: 'not in force' };
    else if (unitOfTitle(title) === null && kind !== 'inhaled')
      yield { place, what: `${code}: the unit of a dose`, official: title };
  }
  for (const [number = ''] of words.vaccines)
    if (!official.procedures.has(number))
      yield { place: `${PLACE}/vaccines.tsv`, what: number, official: 'not a live number' };
  const families = new Set(words.families.map(([family]) => family));
  const numbers = new Set(starter.codes.map(({ code }) => code));
  const named = new Set(starter.codes.map(({ attributes }) => attributes?.family));
  const levelTwo = new Set(words.levelTwo.map(([code]) => code));
  const known = (one: string): boolean =>
    families.has(one) || named.has(one) || numbers.has(one) || levelTwo.has(one);
  for (const { code, attributes, locator: place } of starter.codes) {
    for (const one of listOf(attributes?.includes))
      if (!known(one)) yield { place, what: `${code} includes ${one}`, official: 'no such number or family' };
    for (const one of listOf(attributes?.after))
      if (!numbers.has(one)) yield { place, what: `${code} after ${one}`, official: 'no such number' };
    const bilateral = official.bilateral.get(code);
    if (attributes?.side === 'side' && bilateral !== undefined && /[029]/.test(bilateral))
      yield {
        place,
        what: `${code} takes modifier 50`,
        official: `bilateral indicator ${bilateral}`,
      };
  }
}

function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
}
