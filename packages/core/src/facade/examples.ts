import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodingContext } from '../coding/types.ts';
import { fail, type Outcome } from '../errors.ts';

/** An example note of ours, no patient's. */
export interface Example {
  readonly name: string;
  /** The file's name in words. */
  readonly title: string;
  readonly text: string;
  /** The encounter the note is from. */
  readonly context: CodingContext;
}

/** Where the notes are, and where what is known of them. */
export interface ExampleFolders {
  readonly notes: string;
  /** `<name>.json` with the note's `context`. */
  readonly cases: string;
}

/** The example notes in a folder by name; the operative note first, as it shows most of the pipeline. */
export function exampleNames({ notes }: ExampleFolders): string[] {
  if (!existsSync(notes)) return [];
  const names = readdirSync(notes)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .sort();
  return [
    ...names.filter((name) => name.startsWith('poem')),
    ...names.filter((name) => !name.startsWith('poem')),
  ];
}

export function exampleNote(folders: ExampleFolders, name: string): Outcome<{ readonly example: Example }> {
  const names = exampleNames(folders);
  if (!names.includes(name)) return fail('unknown-example', { name, names: names.join(', ') });
  const text = readFileSync(join(folders.notes, `${name}.txt`), 'utf8');
  const known = join(folders.cases, `${name}.json`);
  const { context = {} } = existsSync(known)
    ? (JSON.parse(readFileSync(known, 'utf8')) as { context?: CodingContext })
    : {};
  return { ok: true, example: { name, title: exampleTitle(name), text, context } };
}

/** `copd-pneumonia-discharge` → `COPD pneumonia discharge`. */
export function exampleTitle(name: string): string {
  const words = name.split('-').map((word) => (/^(poem|copd|ed)$/.test(word) ? word.toUpperCase() : word));
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
