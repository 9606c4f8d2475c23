import type { NoteKind } from '../../book/rows.ts';
import { CATEGORY } from '../icd10cm/code-pattern.ts';
import { saidLines, type TableFile, wrongLine } from './table-file.ts';

/** A line of a `.tab` file, read by itself. */
export type TabularLine =
  | {
      readonly is: 'chapter';
      readonly chapter: string;
      readonly title: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly is: 'section';
      readonly section: string;
      readonly title: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly is: 'code'; readonly code: string; readonly title: string; readonly billable: boolean }
  | { readonly is: 'note'; readonly kind: NoteKind; readonly text: string }
  | { readonly is: 'seventh'; readonly character: string; readonly meaning: string }
  | { readonly is: 'not-seventh'; readonly character: string }
  | { readonly is: 'flag'; readonly flag: Flag };

export const FLAGS = ['manifestation', 'unacceptable-principal', 'poa-exempt'] as const;
export type Flag = (typeof FLAGS)[number];

const NOTES: Readonly<Record<string, NoteKind>> = {
  includes: 'includes',
  inclusion: 'inclusionTerm',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codefirst: 'codeFirst',
  useadditional: 'useAdditionalCode',
  codealso: 'codeAlso',
  note: 'note',
};

const CHAPTER = new RegExp(String.raw`^chapter (\d{1,2}) (\S.*) \((${CATEGORY})-(${CATEGORY})\)$`);
const SECTION = new RegExp(String.raw`^section ((${CATEGORY})(?:-(${CATEGORY}))?) (\S.*)$`);
const CODE_LINE = new RegExp(String.raw`^(${CATEGORY}(?:\.[0-9A-Z]{1,4})?) (\* )?(\S.*)$`);

/** Reads a `.tab` file line by line (format: `knowledge/starter/README.md`). Throws a SourceFault at the first wrong line. */
export function* tabularLines(file: TableFile): Generator<readonly [TabularLine, number]> {
  for (const [line, number] of saidLines(file)) yield [tabularLine(file, line, number), number];
}

function tabularLine(file: TableFile, line: string, number: number): TabularLine {
  if (line.startsWith('  ')) return indentedLine(file, line.slice(2), number);
  const [, chapter, chapterTitle, first, last] = CHAPTER.exec(line) ?? [];
  if (chapter !== undefined)
    return { is: 'chapter', chapter, title: chapterTitle ?? '', from: first ?? '', to: last ?? '' };
  const [, section, from, to, sectionTitle] = SECTION.exec(line) ?? [];
  if (section !== undefined && from !== undefined)
    return { is: 'section', section, title: sectionTitle ?? '', from, to: to ?? from };
  const [, code, star, title] = CODE_LINE.exec(line) ?? [];
  if (code !== undefined) return { is: 'code', code, title: title ?? '', billable: star !== undefined };
  throw wrongLine(
    file,
    number,
    'expected "chapter N title (A00-B99)", "section A00-A09 title" or "CODE [* ]title"',
  );
}

function indentedLine(file: TableFile, line: string, number: number): TabularLine {
  const [, character, meaning] = /^7th ([0-9A-Z]) (\S.*)$/.exec(line) ?? [];
  if (character !== undefined) return { is: 'seventh', character, meaning: meaning ?? '' };
  const [, not] = /^7th-not ([0-9A-Z])$/.exec(line) ?? [];
  if (not !== undefined) return { is: 'not-seventh', character: not };
  const [, word = '', text = ''] = /^([a-z0-9]+): (\S.*)$/.exec(line) ?? [];
  const kind = NOTES[word];
  if (kind !== undefined) return { is: 'note', kind, text };
  const flag = FLAGS.find((one) => one === text);
  if (word === 'flag' && flag !== undefined) return { is: 'flag', flag };
  if (word === 'flag') throw wrongLine(file, number, `unknown flag "${text}"; expected ${FLAGS.join(', ')}`);
  throw wrongLine(
    file,
    number,
    `expected two spaces and "7th C meaning", "7th-not C", "flag: …" or a note (${Object.keys(NOTES).join(', ')}) with its text`,
  );
}
