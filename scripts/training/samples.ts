import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Features } from '../../packages/core/src/coding/confidence.ts';
import { patientFacts, resolveContext } from '../../packages/core/src/coding/context.ts';
import type { DocumentStyle } from '../../packages/core/src/coding/document-style.ts';
import { isStatedDiagnosis } from '../../packages/core/src/coding/encounter/stated-diagnosis.ts';
import { countedSupports } from '../../packages/core/src/coding/encounter/uncertain.ts';
import type { Engine } from '../../packages/core/src/coding/engine.ts';
import type { CodingContext } from '../../packages/core/src/coding/types.ts';
import { readLabelledSet } from '../../packages/core/src/eval/labelled-set.ts';

/** A candidate of a document, and whether the coder reported it. */
export interface Row {
  readonly features: Features;
  readonly label: boolean;
  /** Coders may differ over it: half a label to learn from, none to be judged by. */
  readonly arguable: boolean;
  /** Coded by rule, whatever the model says. */
  readonly stated: boolean;
}

export interface SampleDocument {
  readonly rows: readonly Row[];
  readonly style: DocumentStyle;
  /** Codes the coder reported. */
  readonly gold: number;
  readonly weight: number;
}

export interface Sample {
  readonly name: string;
  readonly documents: readonly SampleDocument[];
}

interface Note {
  readonly text: string;
  readonly context: CodingContext;
  /** Codes that count as right; a header stands for any code below it. */
  readonly right: readonly string[];
  readonly arguable: readonly string[];
}

/** `SET`, `SET:SPLIT` or `SET:SPLIT:WEIGHT` as the candidates of its notes. */
export function readSample(engine: Engine, set: string): Sample {
  const [folder = '', split = '', weight = '1'] = set.split(':');
  const { codes } = engine.release;
  const documents = notesOf(folder, split).map(
    ({ text, context: given, right, arguable }): SampleDocument => {
      const document = engine.read(text);
      const { context, setting, patient } = resolveContext(document, given);
      const { candidates } = engine.candidates(document, patientFacts(document, context, patient));
      const situation = engine.situation(document, candidates);
      const idsOf = (wanted: readonly string[]) =>
        wanted.map((code) => codes.find(code)).filter((id) => id >= 0);
      const gold = idsOf(right);
      const open = idsOf(arguable);
      const rows = candidates.flatMap((candidate): Row[] => {
        const code = codes.code(candidate.code);
        const supports = countedSupports(candidate.supports, setting, code);
        if (supports.length === 0) return [];
        const draft = { id: candidate.code, code, confidence: 0, supports, trail: [] };
        return [
          {
            features: engine.features(candidate, situation),
            label: [...gold, ...open].some((id) => codes.within(candidate.code, id)),
            arguable: open.some((id) => codes.within(candidate.code, id)),
            stated: isStatedDiagnosis(draft, situation.style, document),
          },
        ];
      });
      return { rows, style: situation.style, gold: gold.length, weight: Number(weight) };
    },
  );
  return { name: `${basename(folder)} ${split}`.trim(), documents };
}

/** A folder in the common layout, or one with `gold.jsonl` and `notes/` (each code sure or arguable). */
export function notesOf(folder: string, split: string): Note[] {
  const gold = join(folder, 'gold.jsonl');
  if (existsSync(gold)) return gradedNotes(folder, gold);
  const read = readLabelledSet(folder, split === '' ? undefined : split);
  if (!read.ok) throw new Error(`${read.problem.where}: ${read.problem.what}`);
  return read.notes.map((note) => ({
    text: note.text,
    context: {},
    right: note.gold.filter(({ system }) => system === 'icd10cm').map(({ code }) => code),
    arguable: [],
  }));
}

interface GradedNote {
  readonly id: string;
  readonly setting: 'outpatient' | 'inpatient' | 'ed';
  readonly dos: string;
  readonly sex: 'F' | 'M' | null;
  readonly age: number | null;
  readonly codes: readonly {
    readonly system: string;
    readonly code: string;
    readonly confidence: 'sure' | 'arguable';
    readonly alternatives?: readonly string[];
  }[];
}

function gradedNotes(folder: string, gold: string): Note[] {
  return readFileSync(gold, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Note => {
      const note = JSON.parse(line) as GradedNote;
      const diagnoses = note.codes.filter(({ system }) => system === 'icd10cm');
      return {
        text: readFileSync(join(folder, 'notes', `${note.id}.txt`), 'utf8'),
        context: {
          setting: note.setting,
          dateOfService: note.dos,
          ...(note.sex === null ? {} : { sex: note.sex }),
          ...(note.age === null ? {} : { age: note.age }),
        },
        right: diagnoses.flatMap(({ code, confidence }) => (confidence === 'sure' ? [code] : [])),
        arguable: diagnoses.flatMap(({ code, confidence, alternatives }) => [
          ...(confidence === 'sure' ? [] : [code]),
          ...(alternatives ?? []),
        ]),
      };
    });
}
