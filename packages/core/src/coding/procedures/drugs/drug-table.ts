import type { CodeId } from '../../../book/code-table.ts';
import type { Release } from '../../../book/release.ts';
import { wordsOf } from '../../../words/fold.ts';
import { PhraseBook } from '../phrase-book.ts';

/** How a drug is given and billed: cancer drugs and hormones have administration numbers of their own. */
export type DrugKind =
  | 'plain'
  | 'chemo'
  | 'hormone'
  | 'biologic'
  | 'fluid'
  | 'inhaled'
  | 'procedure'
  | 'sedation';
const KINDS: readonly DrugKind[] = [
  'plain',
  'chemo',
  'hormone',
  'biologic',
  'fluid',
  'inhaled',
  'procedure',
  'sedation',
];

/** A drug by one of its names; `code` is null where the name alone does not tell which code. */
export interface Drug {
  readonly code: CodeId | null;
  readonly kind: DrugKind;
  readonly name: string;
  /** Of our own table, not only of a title. */
  readonly listed: boolean;
}

/** Words of a HCPCS title that are not the drug's name. */
const NOT_NAME = new Set(['injection', 'infusion', 'unclassified', 'iv', 'shot', 'inj', 'oral']);

/**
 * Names of `knowledge/lexicon/procedures/drugs.tsv`, each to the code of the release; then the names of the release's
 * own titles that belong to one code alone.
 * @throws Error for a line whose kind is none.
 */
export function drugTable(release: Release, lines: readonly (readonly string[])[]): PhraseBook<Drug> {
  const { codes } = release;
  const book = new PhraseBook<Drug>();
  for (const [code = '', ways = '', written = ''] of lines) {
    const kind = KINDS.find((one) => one === (written || 'plain'));
    if (kind === undefined) throw new Error(`drug ${code}: "${written}" is no kind of drug`);
    const id = codes.find(code);
    if (id < 0 || !codes.billable(id)) continue;
    for (const way of ways.split(';'))
      if (way.trim() !== '') book.add(way, { code: id, kind, name: way.trim(), listed: true });
  }
  const named = new Map<string, CodeId | null>();
  for (const code of codes.withPrefix('J')) {
    if (!codes.billable(code) || codes.isModifier(code)) continue;
    const title = codes.title(code);
    const key = nameOf(title);
    // A title with a brand in parentheses is that brand's alone.
    if (key.length >= 5) named.set(key, named.has(key) || /\([A-Z][a-z]/.test(title) ? null : code);
  }
  for (const [name, code] of named) book.add(name, { code, kind: 'plain', name, listed: false });
  return book;
}

/** The drug's name in a title: `Injection, ketorolac tromethamine, per 15 mg` is ketorolac tromethamine. */
function nameOf(title: string): string {
  const parts = title.split(',').map((part) => wordsOf(part).filter((word) => !NOT_NAME.has(word)));
  return (parts.find((part) => part.length > 0) ?? []).join(' ');
}
