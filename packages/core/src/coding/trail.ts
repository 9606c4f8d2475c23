import type { Citation } from '../book/citation.ts';
import { INDEX_PARTS, type Release } from '../book/release.ts';
import type { Support } from './candidates.ts';
import type { Dictionary } from './dictionary/blobs.ts';
import type { TrailStep } from './types.ts';

/** The way from the note's words to the code: Index or Tabular phrase, steps down, Tabular check. */
export function walkTrail(release: Release, dictionary: Dictionary, support: Support): TrailStep[] {
  const { codes } = release;
  const { entry } = support.selected.mention;
  const target = dictionary.targets[entry] ?? -1;
  const source = dictionary.sources[entry] ?? -1;
  const kind = dictionary.kind(entry);
  const code = codes.code(target);
  const steps: TrailStep[] = [];
  if (kind === 'title') steps.push({ step: 'title', path: [codes.title(source)], code });
  else if (kind === 'inclusion' || kind === 'includes')
    steps.push({ step: 'inclusion', path: [noteText(release, code, dictionary, entry)], code });
  else steps.push({ step: 'index', path: pathOf(release, source), code });
  for (const step of support.completion.steps)
    steps.push({
      step: 'complete',
      from: codes.code(step.from),
      code: codes.code(step.to),
      because: step.because,
    });
  return steps;
}

/** Billable, and how its 7th character stands (Guidelines I.A.4, I.A.5). */
export function tabularStep(release: Release, code: string): TrailStep {
  const plain = code.replace('.', '');
  const sevenths = plain.length === 7 ? release.seventhCharacters(code) : null;
  const meaning = sevenths?.characters.find((entry) => entry.character === plain.at(-1))?.meaning;
  return {
    step: 'tabular',
    code,
    result:
      meaning === undefined
        ? 'billable, no 7th character'
        : `billable, 7th character ${plain.at(-1)}: ${meaning}`,
  };
}

/** The release row of the code, and the Index line that led to it. */
export function citationsOf(
  release: Release,
  dictionary: Dictionary,
  code: string,
  support: Support | undefined,
): Citation[] {
  const citations = [release.cite(code)];
  const { entry } = support?.selected.mention ?? {};
  if (entry === undefined) return citations;
  const line = release.indexLine(
    INDEXED.has(dictionary.kind(entry)) ? (dictionary.sources[entry] ?? -1) : -1,
  );
  return line === null
    ? citations
    : [...citations, release.cite(pathOf(release, line.id).join(' › '), INDEX_PARTS[line.table])];
}

/** Kinds of dictionary entries that are lines of the Index. */
const INDEXED: ReadonlySet<string> = new Set(['index', 'neoplasm', 'external']);

const paths = new WeakMap<Release, Map<number, readonly string[]>>();

function pathOf(release: Release, line: number): readonly string[] {
  let known = paths.get(release);
  if (known === undefined) {
    known = new Map();
    paths.set(release, known);
  }
  let path = known.get(line);
  if (path === undefined) {
    path = release.indexPath(line);
    known.set(line, path);
  }
  return path;
}

function noteText(release: Release, code: string, dictionary: Dictionary, entry: number): string {
  const wanted = new Set([...dictionary.required.at(entry)].map((word) => dictionary.word(word)));
  const source = dictionary.sources[entry] ?? -1;
  const notes = release.notesAt('code', code);
  return (
    notes.find((note) => note.id === source)?.text ??
    notes.find((note) => note.kind === 'inclusionTerm')?.text ??
    [...wanted].join(' ')
  );
}
