import type { IndexLine, Release } from '../../book/release.ts';
import type { DrugMention } from './drug-table.ts';

/** Words under which the Index gathers a cause: "due to (secondary to)", "in (due to) (with)". */
const CAUSE = /^(?:due to|secondary to|from|in|following|by)\b/i;
/** A line that stands for any drug. */
const ANY_DRUG =
  /^(?:(?:due to|from|following) )?(?:drugs?|medicaments?|medications?|drugs? (?:and|or) \w+|\w+ (?:and|or) (?:drugs?|medicaments?))(?:[- ](?:induced|related))?(?: NEC)?(?: and medicaments)?$/i;
const SAYS_NOTHING = new Set(
  'adverse effect of drug drugs other and unspecified agents agent nec nos by due to from in therapy induced specified'.split(
    ' ',
  ),
);

/**
 * What an Index line becomes when this drug caused the condition: the line below it that names the kind of drug
 * ("Anemia, due to, antineoplastic chemotherapy"), else the one for any drug ("Hypotension, drug-induced"); null where
 * the Index has neither. The kind is read from the Table's row and from the title of its code.
 */
export function drugInduced(release: Release, line: IndexLine, drug: DrugMention): IndexLine | null {
  const kind = kindOf(release, drug);
  let any: IndexLine | null = null;
  for (const { line: below, cause } of linesBelow(release, line)) {
    const words = (below.title.toLowerCase().match(/[a-z]+/g) ?? []).map(singular);
    const named = words.filter((word) => kind.has(word)).length;
    const reached = below.code === undefined ? followed(release, line, below.see) : below;
    if (reached === null) continue;
    // A line that does not say it is a cause has to name the drug in full: "cytoreductive cancer chemotherapy".
    if (named >= (cause ? 1 : 2)) return reached;
    if (any === null && cause && ANY_DRUG.test(below.title)) any = reached;
  }
  return any;
}

/** "See Osteoporosis, specified type NEC" from below the same main term; null for a way into another one. */
function followed(release: Release, from: IndexLine, see: string | undefined): IndexLine | null {
  const [main = '', ...rest] = see?.split(', ') ?? [];
  let at: IndexLine | null = from;
  while (at !== null && at.parent >= 0) at = release.indexLine(at.parent);
  if (at === null || rest.length === 0 || !at.title.startsWith(main)) return null;
  for (const title of rest) {
    const next: IndexLine | undefined = release.indexChildren(at.id).find((child) => child.title === title);
    if (next === undefined) return null;
    at = next;
  }
  return at.code === undefined ? null : at;
}

function kindOf(release: Release, { row, words }: DrugMention): ReadonlySet<string> {
  const id = release.codes.find(row.cells?.[4] || row.cells?.[0] || '');
  const title = id < 0 ? '' : release.codes.title(id);
  return new Set(
    [...words, ...(title.toLowerCase().match(/[a-z]+/g) ?? [])]
      .map(singular)
      .filter((word) => word.length > 3 && !SAYS_NOTHING.has(word)),
  );
}

/** The lines below, and whether each names a cause: "drug-induced", "due to …" and what stands below that. */
function linesBelow(
  release: Release,
  line: IndexLine,
): { readonly line: IndexLine; readonly cause: boolean }[] {
  return release.indexChildren(line.id).flatMap((child) => {
    const gathers = CAUSE.test(child.title);
    const cause = gathers || ANY_DRUG.test(child.title) || /[- ]induced$/i.test(child.title);
    return [
      { line: child, cause },
      ...(gathers ? release.indexChildren(child.id).map((inner) => ({ line: inner, cause })) : []),
    ];
  });
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}
