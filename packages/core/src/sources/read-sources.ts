import type { ReleaseDraft } from '../book/rows.ts';
import { findFiles } from './files/find-files.ts';
import type { FoundFile } from './files/found-file.ts';
import type { FileLimits } from './files/limits.ts';
import { guidelines } from './guidelines/publication.ts';
import { hcpcs } from './hcpcs/publication.ts';
import { icd10cm } from './icd10cm/publication.ts';
import { icd10pcs } from './icd10pcs/publication.ts';
import { SourceFault, type SourceProblem } from './problem.ts';
import type { FileOutcome, Publication, RecognisedFile, Report } from './publication.ts';

const PUBLICATIONS: readonly Publication[] = [icd10cm, icd10pcs, hcpcs, guidelines];

export interface ReadSourcesOptions {
  /** Called with a short line when a file was recognised or a release put together. */
  readonly onProgress?: (text: string) => void;
  readonly limits?: FileLimits;
  /** Keep only these releases, as `icd10cm-2026` or `icd10cm`. */
  readonly only?: readonly string[];
}

/** What is in the given files. `outcomes` and `problems` are complete once `drafts` has been read to its end. */
export interface SourceReading {
  readonly drafts: AsyncGenerator<ReleaseDraft>;
  readonly recognised: readonly {
    readonly file: string;
    readonly kind: string;
    readonly version: string | null;
  }[];
  readonly unrecognised: readonly { readonly file: string; readonly why: string }[];
  readonly outcomes: readonly FileOutcome[];
  readonly problems: readonly SourceProblem[];
}

/**
 * Reads official files and folders, recognised by content, plain or in gzip and zip archives. Drafts come one at
 * a time; use each before asking for the next. A caller that finds any problem must leave its book as it was.
 */
export async function readSources(
  paths: readonly string[],
  options: ReadSourcesOptions = {},
): Promise<SourceReading> {
  const problems: SourceProblem[] = [];
  const recognised: RecognisedFile[] = [];
  const unrecognised: { file: string; why: string }[] = [];
  const outcomes = new Map<RecognisedFile, FileOutcome>();
  const owner = new Map<RecognisedFile, Publication>();
  for await (const file of findFiles(paths, (problem) => problems.push(problem), options.limits)) {
    const publication = PUBLICATIONS.find((one) => one.recognise(file) !== null);
    const recognition = publication?.recognise(file) ?? null;
    if (publication === undefined || recognition === null) {
      unrecognised.push({ file: file.name, why: WHY[file.form] });
      continue;
    }
    const one: RecognisedFile = { ...recognition, file };
    recognised.push(one);
    owner.set(one, publication);
    options.onProgress?.(`${recognition.kind} ${recognition.version ?? ''} ${file.name}`);
  }
  if (recognised.length === 0)
    problems.push({
      file: paths.join(', '),
      place: '',
      message: 'no official file found; expected ICD-10-CM, ICD-10-PCS, HCPCS or guideline files',
    });

  async function* drafts(): AsyncGenerator<ReleaseDraft> {
    for (const publication of PUBLICATIONS) {
      const own = recognised.filter((file) => owner.get(file) === publication);
      if (own.length > 0) yield* publication.assemble(own, reportFor(publication.id));
    }
  }
  const reportFor = (id: string): Report => ({
    wants: (version) =>
      options.only === undefined || options.only.some((name) => name === id || name === `${id}-${version}`),
    outcome: (one, version, outcome) => {
      // A file may serve two releases (October's tables under April's codes): `loaded` stands, else the first word.
      if (outcomes.has(one) && outcome !== 'loaded') return;
      outcomes.set(one, { file: one.file.name, kind: one.kind, version, outcome });
    },
    attempt: async (step) => {
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof SourceFault)) throw error;
        problems.push(error.problem);
        return null;
      }
    },
    progress: (text) => options.onProgress?.(text),
  });
  return {
    drafts: drafts(),
    recognised: recognised.map(({ file, kind, version }) => ({ file: file.name, kind, version })),
    unrecognised,
    get outcomes() {
      return [...outcomes.values()];
    },
    problems,
  };
}

const WHY: Readonly<Record<FoundFile['form'], string>> = {
  text: 'its first lines are no file this version reads',
  xlsx: 'its first sheet is no table this version reads',
  pdf: 'a document, not data this version reads',
  binary: 'no text, workbook or archive',
};
