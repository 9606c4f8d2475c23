import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled document of the common layout. */
export interface LabelledNote {
  readonly id: string;
  readonly split: string;
  readonly text: string;
  readonly gold: readonly { readonly system: string; readonly code: string }[];
}

export type LabelledSet =
  | { readonly ok: true; readonly notes: readonly LabelledNote[] }
  | {
      readonly ok: false;
      readonly problem: { readonly what: string; readonly where: string; readonly expected: string };
    };

/**
 * Reads `notes/<id>.txt`, `gold.tsv` (id, system, code …) and `split.tsv` (id, split). A note without gold rows is a
 * note with nothing to code; a gold row without its note is a problem.
 */
export function readLabelledSet(folder: string, split?: string): LabelledSet {
  const problem = (what: string, where: string, expected: string): LabelledSet => ({
    ok: false,
    problem: { what, where, expected },
  });
  const goldPath = join(folder, 'gold.tsv');
  const splitPath = join(folder, 'split.tsv');
  for (const path of [goldPath, splitPath])
    if (!existsSync(path))
      return problem('file not found', path, 'a labelled set: notes/, gold.tsv, split.tsv');
  const gold = new Map<string, { system: string; code: string }[]>();
  const rows = readFileSync(goldPath, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  if (!rows[0]?.startsWith('id\tsystem\tcode'))
    return problem('unexpected header', `${goldPath}:1`, 'id<tab>system<tab>code');
  for (const [i, line] of rows.slice(1).entries()) {
    const [id, system, code] = line.split('\t');
    if (!id || !system || !code)
      return problem('incomplete row', `${goldPath}:${i + 2}`, 'id<tab>system<tab>code');
    const list = gold.get(id);
    if (list === undefined) gold.set(id, [{ system, code }]);
    else list.push({ system, code });
  }
  const notes: LabelledNote[] = [];
  const splits = readFileSync(splitPath, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  for (const [i, line] of splits.slice(1).entries()) {
    const [id, name] = line.split('\t');
    if (!id || !name) return problem('incomplete row', `${splitPath}:${i + 2}`, 'id<tab>split');
    if (split !== undefined && name !== split) continue;
    const path = join(folder, 'notes', `${id}.txt`);
    if (!existsSync(path))
      return problem('note not found', path, `the note that ${splitPath}:${i + 2} names`);
    notes.push({ id, split: name, text: readFileSync(path, 'utf8'), gold: gold.get(id) ?? [] });
  }
  if (notes.length === 0)
    return problem(
      'no notes',
      splitPath,
      split === undefined ? 'at least one row' : `rows with split ${split}`,
    );
  return { ok: true, notes };
}
