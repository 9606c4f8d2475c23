import { dotless } from '../../book/code-key.ts';
import type { ChapterRow, CodeRow, NoteRow, SectionRow, SeventhCharacterRow } from '../../book/rows.ts';
import { noteCodes } from '../icd10cm/note-codes.ts';
import { expandSevenths, type StarterCode } from './seventh-characters.ts';
import { type TableFile, wrongLine } from './table-file.ts';
import { type TabularLine, tabularLines } from './tabular-lines.ts';

interface StarterTabular {
  readonly codes: readonly CodeRow[];
  readonly chapters: readonly ChapterRow[];
  readonly sections: readonly SectionRow[];
  readonly notes: readonly NoteRow[];
  readonly sevenths: readonly SeventhCharacterRow[];
  readonly poaExempt: readonly string[];
}

type Open<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** The starter's Tabular List: the `.tab` files together, 7th characters expanded. */
export function parseStarterTabular(files: readonly TableFile[]): StarterTabular {
  const book = new TabularBook();
  for (const file of files) book.read(file);
  return book.rows();
}

/** What has been read so far; a chapter or section may be opened again in another file. */
class TabularBook {
  readonly #chapters = new Map<string, Open<ChapterRow>>();
  readonly #sections = new Map<string, Open<SectionRow>>();
  readonly #codes = new Map<string, StarterCode>();
  readonly #notes: NoteRow[] = [];

  read(file: TableFile): void {
    let chapter: Open<ChapterRow> | null = null;
    let section: Open<SectionRow> | null = null;
    let code: StarterCode | null = null;
    for (const [line, number] of tabularLines(file)) {
      if (line.is === 'chapter') {
        chapter = this.#chapter(file, number, line);
        section = null;
        code = null;
      } else if (line.is === 'section') {
        if (chapter === null) throw wrongLine(file, number, 'a section before any chapter line');
        section = this.#section(file, number, line, chapter.chapter);
        code = null;
      } else if (line.is === 'code') {
        if (section === null || chapter === null)
          throw wrongLine(file, number, `${line.code} before any chapter and section line`);
        code = this.#code(file, number, line, section, chapter);
      } else if (line.is === 'note') {
        this.#note(file, number, line, code, section, chapter);
      } else if (code === null) {
        throw wrongLine(file, number, 'a 7th character or flag must stand under a code');
      } else if (line.is === 'seventh') {
        if (code.sevenths.some(({ character }) => character === line.character))
          throw wrongLine(file, number, `7th character ${line.character} is given twice for ${code.code}`);
        code.sevenths.push({ scope: code.code, character: line.character, meaning: line.meaning });
      } else if (line.is === 'not-seventh') {
        code.without.push(line.character);
      } else {
        code.flags.push(line.flag);
      }
    }
  }

  rows(): StarterTabular {
    const codes = expandSevenths(this.#codes);
    return {
      codes,
      chapters: [...this.#chapters.values()].sort((a, b) => Number(a.chapter) - Number(b.chapter)),
      sections: [...this.#sections.values()].sort((a, b) => (a.section < b.section ? -1 : 1)),
      notes: this.#notes,
      sevenths: [...this.#codes.values()].flatMap(({ sevenths }) => sevenths),
      poaExempt: codes.flatMap(({ code, attributes }) =>
        attributes?.['poa-exempt'] === 'yes' ? [code] : [],
      ),
    };
  }

  #chapter(file: TableFile, number: number, line: TabularLine & { is: 'chapter' }): Open<ChapterRow> {
    const { chapter, title, from, to } = line;
    const known = this.#chapters.get(chapter);
    if (known === undefined) {
      const row = { chapter, title, from, to };
      this.#chapters.set(chapter, row);
      return row;
    }
    if (known.title !== title || known.from !== from || known.to !== to)
      throw wrongLine(
        file,
        number,
        `chapter ${chapter} is "${known.title} (${known.from}-${known.to})" elsewhere`,
      );
    return known;
  }

  #section(
    file: TableFile,
    number: number,
    line: TabularLine & { is: 'section' },
    chapter: string,
  ): Open<SectionRow> {
    const { section, title, from, to } = line;
    const known = this.#sections.get(section);
    if (known === undefined) {
      const row = { section, title, chapter, from, to };
      this.#sections.set(section, row);
      return row;
    }
    if (known.title !== title || known.chapter !== chapter)
      throw wrongLine(
        file,
        number,
        `section ${section} is "${known.title}" of chapter ${known.chapter} elsewhere`,
      );
    return known;
  }

  #code(
    file: TableFile,
    number: number,
    line: TabularLine & { is: 'code' },
    section: Open<SectionRow>,
    chapter: Open<ChapterRow>,
  ): StarterCode {
    const { code, title, billable } = line;
    const key = dotless(code);
    const before = this.#codes.get(key);
    if (before !== undefined)
      throw wrongLine(file, number, `${code} is listed already at ${before.file.name}:${before.line}`);
    const category = key.slice(0, 3);
    if (key.length === 3) {
      // `C4A` stands in C43-C44: letters in a category sort after its section's printed end.
      const inside =
        section.from <= category && (category <= section.to || category.startsWith(section.to.slice(0, 2)));
      if (!inside) throw wrongLine(file, number, `${code} is not in section ${section.section}`);
      if (category > section.to) section.to = category;
      if (category > chapter.to) chapter.to = category;
    }
    let parent: StarterCode | undefined;
    for (let length = key.length - 1; parent === undefined && length >= 3; length--) {
      parent = this.#codes.get(key.slice(0, length));
    }
    if (parent === undefined && key.length > 3)
      throw wrongLine(file, number, `${code} comes before its category ${category}`);
    if (parent?.billable === true)
      throw wrongLine(file, number, `${code} is below ${parent.code}, which is marked billable (*)`);
    const row: StarterCode = {
      code,
      title,
      billable,
      parent: parent?.code ?? null,
      file,
      line: number,
      sevenths: [],
      without: [],
      flags: [],
    };
    this.#codes.set(key, row);
    return row;
  }

  #note(
    file: TableFile,
    number: number,
    line: TabularLine & { is: 'note' },
    code: StarterCode | null,
    section: SectionRow | null,
    chapter: ChapterRow | null,
  ): void {
    if (chapter === null) throw wrongLine(file, number, 'a note before any chapter line');
    const [scopeKind, scope] =
      code !== null
        ? (['code', code.code] as const)
        : section !== null
          ? (['section', section.section] as const)
          : (['chapter', chapter.chapter] as const);
    const same = (note: NoteRow): boolean =>
      note.scopeKind === scopeKind &&
      note.scope === scope &&
      note.kind === line.kind &&
      note.text === line.text;
    // A section or chapter opened again may repeat its notes; they are one note.
    if (code === null && this.#notes.some(same)) return;
    this.#notes.push({
      scopeKind,
      scope,
      kind: line.kind,
      text: line.text,
      codes: noteCodes(line.text),
      file: file.at,
      locator: `${file.name}:${number}`,
    });
  }
}
