import { assertionOf } from '../../note/assertion.ts';
import type { Span } from '../../note/types.ts';
import type { Drug, Lexicon } from '../../words/lexicon.ts';
import type { Encounter } from './encounter.ts';

/** A drug the note names and does not deny, with the sentence it stands in. */
export interface Medicine {
  readonly drug: Drug;
  readonly span: Span;
  /** Index into the document's sentences. */
  readonly sentence: number;
  /** Rest of the sentence on either side, lower case. */
  readonly before: string;
  readonly after: string;
}

type DrugTable = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly drug: Drug }[]>;

const tables = new WeakMap<Lexicon, DrugTable>();

function tableOf(lexicon: Lexicon): DrugTable {
  const known = tables.get(lexicon);
  if (known !== undefined) return known;
  const table = new Map<string, { words: string[]; drug: Drug }[]>();
  for (const drug of lexicon.drugs ?? []) {
    const words = drug.name.split(/[\s/]+/);
    const [first = ''] = words;
    const list = table.get(first) ?? [];
    list.push({ words, drug });
    list.sort((a, b) => b.words.length - a.words.length);
    table.set(first, list);
  }
  tables.set(lexicon, table);
  return table;
}

const STOPPED =
  /\b(?:off|stopp?(?:ed|ing)|discontinu\w+|held|hold(?:ing)?|allerg\w+|intoleran\w+|declin\w+|refus\w+|tapered off|switched from|consider\w*)\b/;

/** Reads each word of the note once against the table of drugs, however many drugs the table has. */
export function medicinesOf({ document, lexicon }: Encounter): Medicine[] {
  const table = tableOf(lexicon);
  const medicines: Medicine[] = [];
  document.sentences.forEach((sentence, index) => {
    if (document.sections[sentence.section]?.kind === 'allergies') return;
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const norm = document.tokens[at]?.norm ?? '';
      const found = table
        .get(norm)
        ?.find(({ words }) =>
          says(document.tokens.slice(at, Math.min(sentence.endToken, at + 2 * words.length)), words),
        );
      if (found === undefined) continue;
      const first = document.tokens[at];
      const last =
        document.tokens[at + lengthOf(document.tokens.slice(at, sentence.endToken), found.words) - 1];
      if (first === undefined || last === undefined) continue;
      const span = { start: first.start, end: last.end };
      const { assertion, because } = assertionOf(document, span);
      const before = document.text.slice(sentence.start, span.start).toLowerCase();
      const after = document.text.slice(span.end, sentence.end).toLowerCase();
      const current = assertion === 'present' || (assertion === 'historical' && because === 'section');
      if (current && !STOPPED.test(before.slice(-40)) && !STOPPED.test(after.slice(0, 40)))
        medicines.push({ drug: found.drug, span, sentence: index, before, after });
    }
  });
  return medicines;
}

/** "fluticasone/salmeterol" is three tokens or one, as the note writes it. */
function says(tokens: readonly { readonly norm: string }[], words: readonly string[]): boolean {
  return lengthOf(tokens, words) > 0;
}

function lengthOf(tokens: readonly { readonly norm: string }[], words: readonly string[]): number {
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const norm = tokens[i]?.norm ?? '';
    if (norm === words[next]) next++;
    else if (!/^[/-]$/.test(norm)) return 0;
    if (next === words.length) return i + 1;
  }
  return 0;
}
