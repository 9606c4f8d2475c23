import type { IndexRow, IndexTable } from '../book/rows.ts';
import { readXml, tidy } from './files/xml.ts';
import { fault } from './problem.ts';

type Draft = { -readonly [Key in keyof IndexRow]: IndexRow[Key] };

/** An ICD-10-CM code with its dot, or a stem, at the end of a reference. */
const OWN_CODE = /^(.*\S) ([A-Z][0-9A][0-9A-Z]\.[0-9A-Z]{1,4}-?)$/;

/** Columns 2–7 of the neoplasm and drug tables. */
const CELLS = 6;

/**
 * An Alphabetic Index, external-cause index, neoplasm or drug table, or PCS index in the publishers' XML, in
 * printed order. The PCS index's `codes`, `tab` and `code` all become the line's code: a table, a prefix or a whole code.
 * `at` is where the rows will stand in the draft's index, so that parents point right.
 */
export function parseIndexXml(name: string, bytes: Buffer, table: IndexTable, at: number): IndexRow[] {
  const rows: Draft[] = [];
  const open: number[] = [];
  /** Text of each open element without its children's: a title around its modifiers, a `see` around its codes. */
  const texts: string[] = [];
  let nonEssential: string[] = [];
  let column = 0;

  readXml(name, bytes, {
    open: (element, attributes) => {
      texts.push('');
      if (element === 'mainTerm' || element === 'term') {
        const above = open.at(-1);
        open.push(rows.length);
        rows.push({
          table,
          parent: above === undefined ? -1 : at + above,
          level: open.length - 1,
          title: '',
          nonEssential: [],
        });
      } else if (element === 'title') nonEssential = [];
      else if (element === 'cell') column = Number(attributes.col ?? '0');
    },
    text: (more) => {
      texts[texts.length - 1] += more;
    },
    close: (element) => {
      const words = tidy(texts.pop() ?? '');
      const row = rows[open.at(-1) ?? -1];
      if (element === 'mainTerm' || element === 'term') open.pop();
      else if (element === 'seeAlso' && row !== undefined) setSeeAlso(row, words);
      else if (element === 'nemod') {
        nonEssential.push(...modifiersIn(words));
        texts[texts.length - 1] += ' ';
      } else if (row === undefined) {
        // The document's and a letter's own title.
      } else if (element === 'title') {
        row.title = words.replace(/ (?=[,;])/g, '');
        row.nonEssential = nonEssential;
      } else setField(row, element, words, column);
    },
  });
  if (rows.length === 0) throw fault(name, '', 'no terms; expected an index (letter > mainTerm > term)');
  return rows;
}

function setField(row: Draft, element: string, words: string, column: number): void {
  if (words === '') return;
  if (element === 'code' || element === 'codes' || element === 'tab') row.code = words;
  else if (element === 'use') row.use = joined(row.use, words);
  else if (element === 'manif') row.manifestation = words;
  else if (element === 'see') row.see = joined(row.see, words);
  else if (element === 'seecat' || element === 'subcat') {
    // Printed as `see category N20`; the stem is kept too, so that the line is found from its codes.
    row.see = joined(row.see, `${element === 'seecat' ? 'category' : 'subcategory'} ${words}`);
    row.code ??= /-$/.test(words) ? words : `${words}${words.includes('.') ? '' : '.'}-`;
  } else if (element === 'cell' && column >= 2 && column < 2 + CELLS) {
    const cells = [...(row.cells ?? Array<string>(CELLS).fill(''))];
    cells[column - 2] = /^-+$/.test(words) ? '' : words;
    row.cells = cells;
  }
}

/** `see also Fracture, traumatic M84.40`: some lines print their own code after the reference, in one element. */
function setSeeAlso(row: Draft, words: string): void {
  const [, reference, code] = OWN_CODE.exec(words) ?? [];
  if (reference === undefined || code === undefined || /category$/i.test(reference)) {
    if (words !== '') row.seeAlso = joined(row.seeAlso, words);
    return;
  }
  row.seeAlso = joined(row.seeAlso, reference);
  row.code ??= code;
}

function joined(before: string | undefined, words: string): string {
  return before === undefined ? words : `${before}; ${words}`;
}

/** `(cardia) (esophagus)` → cardia, esophagus; inner parentheses stay with their modifier. */
export function modifiersIn(text: string): string[] {
  const modifiers: string[] = [];
  let depth = 0;
  let words = '';
  for (const char of text) {
    if (char === '(' && depth++ === 0) continue;
    if (char === ')' && --depth <= 0) {
      depth = 0;
      modifiers.push(words);
      words = '';
      continue;
    }
    words += char;
  }
  modifiers.push(words);
  return modifiers.map(tidy).filter((modifier) => modifier !== '');
}
