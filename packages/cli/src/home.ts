import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Casebook, type EditionChoice, type OpenBookOptions, openBook } from '@casebook/core';
import type { Command } from 'commander';
import { must, stop } from './report.ts';

/** Options every command has. */
export interface GlobalOptions {
  readonly home?: string;
  readonly book: string;
  readonly json?: true;
}

/** `--home`, `CASEBOOK_HOME`, or the platform's data folder. */
export function homeFolder(options: Pick<GlobalOptions, 'home'>): string {
  const named = options.home ?? process.env.CASEBOOK_HOME;
  if (named !== undefined && named !== '') return resolve(named);
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'casebook');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'casebook');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'casebook');
}

/** `CASEBOOK_KNOWLEDGE`, or the nearest `knowledge` folder above this file. */
function knowledgeFolder(): string {
  const named = process.env.CASEBOOK_KNOWLEDGE;
  if (named !== undefined && named !== '') return resolve(named);
  return folderAbove('knowledge');
}

/** The nearest folder of this name above this file; where none is, the place it was last looked for. */
export function folderAbove(name: string): string {
  let at = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const folder = join(at, name);
    if (existsSync(folder) || dirname(at) === at) return folder;
    at = dirname(at);
  }
}

/** Opens the book the options ask for, gives it to the command, and closes it. */
export async function withCasebook(
  command: Command,
  use: (casebook: Casebook, options: GlobalOptions) => void | Promise<void>,
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>();
  const { casebook } = must(await openBook(bookOptions(options)));
  try {
    await use(casebook, options);
  } finally {
    casebook.close();
  }
}

/** Where the book is and which one, as the options say. */
export function bookOptions(options: GlobalOptions): OpenBookOptions {
  return { home: homeFolder(options), knowledge: knowledgeFolder(), edition: editionOf(options) };
}

function editionOf({ book }: GlobalOptions): EditionChoice {
  if (book === 'auto' || book === 'starter' || book === 'official') return book;
  return stop('bad-option', { option: '--book', value: book, expected: 'auto, starter or official' });
}
