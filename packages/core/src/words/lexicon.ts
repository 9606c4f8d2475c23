import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcedureWords, procedureWords } from './procedure-words.ts';

/** How a clinician shortens a word; `context` words must be near for an ambiguous one (`MS`: sclerosis, mitral). */
export interface Abbreviation {
  readonly short: string;
  readonly expansion: string;
  readonly context: readonly string[];
}

/** `phrase` is looked up as `canonical`: both words, not codes. */
export interface Synonym {
  readonly phrase: string;
  readonly canonical: string;
}

/** A cue for assertion: what it means, which way it reaches. */
export interface Cue {
  readonly words: string;
  readonly meaning: string;
  readonly reach: string;
}

export interface SectionName {
  readonly heading: string;
  readonly kind: string;
}

/** A drug by its generic or brand name; `treats` are stems of the conditions it is taken for. */
export interface Drug {
  readonly name: string;
  readonly drugClass: string;
  readonly treats: readonly string[];
}

/** Names that notes use for one row of the Table of Drugs and Chemicals; the row is empty for words that are no drug when alone. */
export interface DrugNames {
  readonly row: string;
  readonly names: readonly string[];
}

/** Words that say why the patient is here; `who` is a group (child, adult, F) where the code is for one only. */
export interface EncounterReason {
  readonly code: string;
  readonly words: readonly string[];
  readonly who: string;
}

/** Rows of `lexicon/pcs/*.tsv`, as their columns stand: how a report names what ICD-10-PCS builds. */
export interface PcsWords {
  /** phrases, code patterns, flags */
  readonly named: readonly (readonly string[])[];
  /** phrases, section and operation, approach, device, qualifier, flags */
  readonly operations: readonly (readonly string[])[];
  /** phrases, third character */
  readonly imagingKinds: readonly (readonly string[])[];
  /** phrases, radiography, CT, MRI, ultrasound */
  readonly imagingRegions: readonly (readonly string[])[];
  /** words of the note, words of the label */
  readonly parts: readonly (readonly string[])[];
  /** words of the note, word of the label */
  readonly labelWords: readonly (readonly string[])[];
}

/**
 * How a word counts beside the words that name a condition: it says how the condition is, says that it is looked for,
 * or tells a story in which the condition is only mentioned.
 */
export interface StatementWord {
  readonly word: string;
  readonly kind: 'explained' | 'seeks' | 'tells';
}

/** A part of the body and the regions that hold it, in the words of Tabular titles. */
export interface BodyPart {
  readonly part: string;
  readonly regions: readonly string[];
}

/** The cells of one table of `knowledge/conventions`, the authority last. */
export type ConventionTable = readonly (readonly string[])[];

export interface Lexicon {
  /** SHA-256 of the tables, so that what was built with them can say so. */
  readonly sha256: string;
  readonly abbreviations: readonly Abbreviation[];
  readonly synonyms: readonly Synonym[];
  /** Synonyms for reading notes only (`coding-*.tsv`): "prednisone" in a note is long-term use, in a search it is the drug. */
  readonly codingTerms?: readonly Synonym[];
  readonly cues: readonly Cue[];
  readonly sections: readonly SectionName[];
  readonly drugs?: readonly Drug[];
  readonly drugNames?: readonly DrugNames[];
  readonly encounterReasons?: readonly EncounterReason[];
  readonly pcs?: PcsWords;
  /** By the name of the file: `integral-symptoms`. */
  readonly conventions?: ReadonlyMap<string, ConventionTable>;
  readonly statementWords?: readonly StatementWord[];
  readonly bodyParts?: readonly BodyPart[];
  readonly procedures?: ProcedureWords;
}

/** Tables of `knowledge/conventions` with their columns; each row has its authority. */
const CONVENTIONS: readonly (readonly [name: string, columns: readonly string[]])[] = [
  ['integral-symptoms', ['disease stems', 'symptom stems', 'authority']],
  ['says-less', ['general stems', 'more specific stems', 'authority']],
  ['neoplasm-history', ['neoplasm stems', 'history code', 'authority']],
  ['family-history', ['condition stems', 'family history code', 'authority']],
  ['past-conditions', ['words', 'history code', 'active stems', 'authority']],
  ['polyp-segments', ['words', 'code', 'authority']],
  ['ulcer-sites', ['words', 'L97 subcategory', 'authority']],
  ['sites', ['site', 'words of titles', 'authority']],
  ['dementia-causes', ['disease stems', 'authority']],
  ['urinary-symptoms', ['words', 'code', 'authority']],
  ['valves', ['valve', 'stems', 'authority']],
  ['valve-combinations', ['valves', 'code', 'authority']],
  ['due-to', ['condition', 'cause words', 'code', 'instead of', 'beside', 'authority']],
  ['stroke-deficits', ['deficit stems', 'characters', 'authority']],
  ['infarct-vessels', ['words', 'code', 'authority']],
  ['vaccines', ['words', 'authority']],
  ['past-procedures', ['words', 'code', 'kind', 'authority']],
];

/** A line of a table that does not have the shape it must have. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
}

/**
 * Reads `knowledge/lexicon`: tab-separated tables, `#` comments.
 * @throws LexiconError naming file, line and what was expected; the file system's error when a table is missing.
 */
export function readLexicon(folder: string): Lexicon {
  const hash = createHash('sha256');
  const table = (name: string, columns: readonly string[], optional: number): string[][] => {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    hash.update(name).update(text);
    return text.split('\n').flatMap((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const cells = line.split('\t').map((cell) => cell.trim());
      if (cells.length < columns.length - optional || cells.length > columns.length || cells[0] === '')
        throw new LexiconError(`${path}:${i + 1}: expected ${columns.join('<tab>')}`);
      return [cells];
    });
  };
  const abbreviations = table('abbreviations.tsv', ['abbreviation', 'expansion', 'context words'], 1).map(
    ([short = '', expansion = '', context = '']) => ({
      short,
      expansion,
      context: context.split(/[;,]\s*/).filter(Boolean),
    }),
  );
  const synonyms = table('synonyms.tsv', ['phrase', 'canonical phrase'], 0).map(
    ([phrase = '', canonical = '']) => ({
      phrase,
      canonical,
    }),
  );
  const codingTerms = readdirSync(folder)
    .filter((name) => /^coding-.*\.tsv$/.test(name))
    .sort()
    .flatMap((name) => table(name, ['phrase', 'index phrase'], 0))
    .map(([phrase = '', canonical = '']) => ({ phrase, canonical }));
  const cues = table('cues.tsv', ['cue', 'meaning', 'reach'], 0).map(
    ([words = '', meaning = '', reach = '']) => ({
      words,
      meaning,
      reach,
    }),
  );
  const sections = table('sections.tsv', ['heading', 'kind'], 0).map(([heading = '', kind = '']) => ({
    heading,
    kind,
  }));
  const drugs = table('drug-classes.tsv', ['drug', 'class', 'conditions it treats'], 1).map(
    ([name = '', drugClass = '', treats = '']) => ({
      name,
      drugClass,
      treats: treats.split(/[;,]\s*/).filter(Boolean),
    }),
  );
  const drugNames = table('drug-names.tsv', ['row of the Table of Drugs', 'names'], 0).map(
    ([row = '', names = '']): DrugNames => ({
      row: row === '-' ? '' : row,
      names: names.split(/;\s*/).filter(Boolean),
    }),
  );
  const encounterReasons = table('encounter-reasons.tsv', ['code', 'words', 'for whom'], 1).map(
    ([code = '', words = '', who = '']): EncounterReason => ({
      code,
      words: words.split(/;\s*/).filter(Boolean),
      who,
    }),
  );
  const pcs: PcsWords = {
    named: table('pcs/named.tsv', ['phrases', 'code patterns', 'flags'], 1),
    operations: table(
      'pcs/operations.tsv',
      ['phrases', 'section and operation', 'approach', 'device', 'qualifier', 'flags'],
      1,
    ),
    imagingKinds: table('pcs/imaging-kinds.tsv', ['phrases', 'third character'], 0),
    imagingRegions: table(
      'pcs/imaging-regions.tsv',
      ['phrases', 'radiography', 'CT', 'MRI', 'ultrasound'],
      0,
    ),
    parts: table('pcs/parts.tsv', ['words of the note', 'words of the label'], 0),
    labelWords: table('pcs/label-words.tsv', ['words of the note', 'word of the label'], 0),
  };
  const statementWords = table('statement-words.tsv', ['word', 'kind'], 0).map(
    ([word = '', kind = '']): StatementWord => ({
      word,
      kind: kind === 'seeks' || kind === 'tells' ? kind : 'explained',
    }),
  );
  const bodyParts = table('body-parts.tsv', ['part', 'regions'], 0).map(([part = '', regions = '']) => ({
    part,
    regions: regions.split(/[;,]\s*/).filter(Boolean),
  }));
  const procedures = existsSync(join(folder, 'procedures')) ? procedureWords(table) : null;
  const conventions = new Map(
    CONVENTIONS.map(([name, columns]) => [name, table(join('..', 'conventions', `${name}.tsv`), columns, 0)]),
  );
  return {
    sha256: hash.digest('hex'),
    abbreviations,
    synonyms,
    codingTerms,
    cues,
    sections,
    drugs,
    drugNames,
    encounterReasons,
    statementWords,
    pcs,
    bodyParts,
    conventions,
    ...(procedures === null ? {} : { procedures }),
  };
}
