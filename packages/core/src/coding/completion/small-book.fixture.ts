import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledge } from '../../../test/starter-coder.ts';
import { openBookFolder } from '../../book/book.ts';
import { emptyDraft, type NoteRow, type SeventhCharacterRow } from '../../book/rows.ts';
import { BookBuild } from '../../book/store.ts';
import { indexers } from '../../indexers.ts';
import { readLexicon } from '../../words/lexicon.ts';
import { patientFacts, resolveContext } from '../context.ts';
import { engineOf } from '../engine.ts';
import type { CodingContext } from '../types.ts';

export interface SmallBook {
  /** Codes that the words of a line may support, before anything is weighed, in order of the line. */
  readonly codesOf: (text: string, given?: CodingContext) => string[];
  readonly incompleteOf: (text: string) => string[];
  readonly close: () => void;
}

/**
 * A book of a few categories: `codes` are lines "CODE title", a code without anything below it is billable unless its
 * 7th characters are given; `sevenths` are "SCOPE character meaning", `nos` inclusion terms as "CODE term".
 */
export function smallBook(codes: string, sevenths = '', nos = ''): SmallBook {
  const rows = lines(codes);
  const characters: SeventhCharacterRow[] = lines(sevenths).map(([scope, rest]) => ({
    scope,
    character: rest.slice(0, 1),
    meaning: rest.slice(2),
  }));
  for (const [code, title] of [...rows]) {
    const longer = rows.some(([other]) => other !== code && other.startsWith(code));
    if (longer) continue;
    for (const { scope, character, meaning } of characters)
      if (code.startsWith(scope)) rows.push([padded(code) + character, `${title}, ${meaning}`]);
  }
  const names = rows.map(([code]) => code);
  const notes: NoteRow[] = lines(nos).map(([scope, text]) => ({
    scopeKind: 'code',
    scope,
    kind: 'inclusionTerm',
    text,
    codes: [],
    file: 0,
    locator: '',
  }));
  const folder = mkdtempSync(join(tmpdir(), 'casebook-completion-'));
  const build = new BookBuild(folder, indexers);
  build.add({
    ...emptyDraft({
      source: 'icd10cm',
      system: 'icd10cm',
      version: 'test',
      edition: 'starter',
      effective: ['2025-10-01', '2026-09-30'],
      files: [],
    }),
    codes: rows.map(([code, title]) => {
      const parent = parentOf(code, names);
      return {
        code,
        title,
        billable: !names.some((other) => parentOf(other, names) === code),
        kind: 'code',
        file: 0,
        locator: '',
        ...(parent === undefined ? {} : { parent }),
      };
    }),
    sevenths: characters,
    notes,
  });
  build.commit();
  const opened = openBookFolder(folder);
  if (!opened.ok) throw new Error(opened.detail);
  const choice = opened.book.asOf('icd10cm', '2026-03-01');
  if (!choice.found) throw new Error(choice.reason);
  const { release } = choice;
  const engine = engineOf(release, readLexicon(join(knowledge, 'lexicon')));
  const found = (text: string, given: CodingContext = {}) => {
    const document = engine.read(text);
    const { context, patient } = resolveContext(document, given);
    return engine.candidates(document, patientFacts(document, context, patient));
  };
  return {
    codesOf: (text, given) => found(text, given).candidates.map(({ code }) => release.codes.code(code)),
    incompleteOf: (text) => found(text).incomplete.map(({ target }) => release.codes.code(target)),
    close: () => {
      opened.book.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function lines(text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, first = '', rest = ''] = /^(\S+) (.*)$/.exec(line.trim()) ?? [];
      return [first, rest];
    });
}

/** Filled with X to six characters. */
function padded(code: string): string {
  const plain = code.length === 3 ? `${code}.` : code;
  return plain.padEnd(7, 'X');
}

function parentOf(code: string, names: readonly string[]): string | undefined {
  return names
    .filter((name) => name !== code && code.startsWith(name))
    .sort((a, b) => b.length - a.length)[0];
}
